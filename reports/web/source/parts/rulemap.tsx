// One tile for each rule, one row for each family.
import { useMemo, useRef } from 'preact/hooks';
import { familyOf, grouped, ruleHref, standings, tally, type Run, type Standing } from '../data/model.ts';
import { number } from '../data/words.ts';
import { useGrid } from './grid.ts';
import { areWords, Symbol, wordOf } from './marks.tsx';

const signs: Record<Standing, string> = {
  deviates: 'M3 3l6 6M9 3l-6 6',
  known: 'M3 3l6 6M9 3l-6 6',
  undecided: 'M6 3v3.6M6 9v.1',
  skipped: 'M3 6h6',
  unreached: '',
  conforms: '',
};

function Tile({ rule, standing }: { rule: string; standing: Standing }) {
  const said = `${rule}: ${wordOf[standing]}`;
  return (
    <a class={`tile is-${standing}`} href={ruleHref(rule)} title={said} aria-label={said} data-cell>
      {signs[standing] !== '' && (
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={signs[standing]} />
        </svg>
      )}
    </a>
  );
}

function Legend({ run }: { run: Run }) {
  const counts = tally(run.standingOf.values());
  return (
    <ul class="legend">
      {standings.map(
        (standing) =>
          counts[standing] > 0 && (
            <li key={standing}>
              <Symbol of={standing} /> {number(counts[standing])} {areWords(standing, counts[standing])}
            </li>
          ),
      )}
    </ul>
  );
}

export function RuleMap({ run }: { run: Run }) {
  const families = useMemo(() => [...grouped(run.standingOf.keys(), familyOf)], [run]);
  const map = useRef<HTMLDivElement>(null);
  const grid = useGrid(map);
  return (
    <>
      <div class="rulemap" ref={map} {...grid}>
        {families.map(([family, rules]) => (
          <div class="family" key={family} data-row>
            <p class="code soft">{family}</p>
            <div class="tiles">
              {rules.map((rule) => (
                <Tile key={rule} rule={rule} standing={run.standingOf.get(rule)!} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <Legend run={run} />
    </>
  );
}
