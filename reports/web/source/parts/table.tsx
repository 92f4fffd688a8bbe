// A table that scrolls within its frame, and that a narrow screen shows as a list: each row below its header, each cell
// below the head of its column.
import type { ComponentChildren } from 'preact';
import type { Run } from '../data/model.ts';
import { legible } from '../data/words.ts';
import { href } from './page.tsx';

export interface Head {
  words: string;
  shown?: ComponentChildren; // instead of the words
  class?: string;
}

interface Tabular {
  label: string;
  heads: Head[];
  class?: string;
  children: ComponentChildren; // rows
}

export function Table({ label, heads, class: kind = '', children }: Tabular) {
  return (
    <div class="wide" tabIndex={0} role="region" aria-label={label}>
      <table class={`stacked ${kind}`}>
        <Heads heads={heads} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function Heads({ heads }: { heads: Head[] }) {
  return (
    <thead>
      <tr>
        {heads.map(({ words, shown, class: kind }) => (
          <th key={words} scope="col" class={kind}>
            {shown ?? words}
          </th>
        ))}
      </tr>
    </thead>
  );
}

// The head is the words of its column.
export function Cell({ head, class: kind, children }: { head: string; class?: string; children: ComponentChildren }) {
  return (
    <td class={kind} data-head={head}>
      {children}
    </td>
  );
}

// The head of a column about one implementation.
export function RunLink({ run }: { run: Run }) {
  return (
    <a class="code" href={href('run', [], { of: run.index })} title={legible(run.name)}>
      {legible(run.short)}
    </a>
  );
}
