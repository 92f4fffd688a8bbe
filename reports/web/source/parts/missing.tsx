// What a view shows if its address names something that the report does not contain.
import { href } from './page.tsx';

export function Missing({ what, view, all }: { what: string; view: string; all: string }) {
  return (
    <>
      <h1 tabIndex={-1}>No such {what}</h1>
      <p class="lead">
        This report does not contain it. <a href={href(view)}>{all}</a>
      </p>
    </>
  );
}
