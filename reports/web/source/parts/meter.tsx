// The number of each verdict, as a bar with a legend.
import type { Counts, Verdict } from 'report';
import { number } from '../data/words.ts';
import { areWords, Symbol } from './marks.tsx';

const order: Verdict[] = ['deviates', 'undecided', 'skipped', 'conforms'];

export function Meter({ counts, of }: { counts: Counts; of: string }) {
  const sum = order.reduce((whole, verdict) => whole + counts[verdict], 0);
  return (
    <div class="meter">
      <p>
        <strong>{number(sum)}</strong> {of}
      </p>
      <div class="bar" aria-hidden="true">
        {order.map((verdict) => counts[verdict] > 0 && <i key={verdict} class={`is-${verdict}`} style={{ flexGrow: counts[verdict] }} />)}
      </div>
      <ul>
        {order.map((verdict) => (
          <li key={verdict} class={counts[verdict] === 0 ? 'none' : ''}>
            <Symbol of={verdict} /> {number(counts[verdict])} {areWords(verdict, counts[verdict])}
          </li>
        ))}
      </ul>
    </div>
  );
}
