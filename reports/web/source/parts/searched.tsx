// What was searched beyond the committed scripts, and how much of it was run.
import type { Searched } from 'report';
import { count, duration, legible } from '../data/words.ts';

export function Searches({ searches, space }: { searches: Searched[]; space: string[] }) {
  if (searches.length + space.length === 0) return null;
  return (
    <section>
      <h2>What was searched</h2>
      <ul class="plain">
        {searches.map(({ by, scripts, calls, seconds, seed, scripts_folder }) => (
          <li key={by}>
            {legible(by)}: {count(scripts, 'script')}, {count(calls, 'call')} in {duration(seconds)}
            {seed !== '0' && ` (seed ${seed})`}
            {scripts_folder !== '' && (
              <>
                , found scripts are in <span class="code">{legible(scripts_folder)}</span>
              </>
            )}
          </li>
        ))}
        {space.map((line) => (
          <li key={line} class="soft">
            {legible(line)}
          </li>
        ))}
      </ul>
    </section>
  );
}
