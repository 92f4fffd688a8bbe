// Every rule as a tile, a row a family. Arrow keys walk it; the tab key passes it in one step.
import { useMemo, useRef, useState } from 'preact/hooks';
import { familyOf, grouped, ruleHref, standings, tally, type Run, type Standing } from '../data/model.ts';
import { number } from '../data/words.ts';
import { Symbol, wordOf } from './marks.tsx';

const signs: Record<Standing, string> = {
  deviates: 'M3 3l6 6M9 3l-6 6',
  known: 'M3 3l6 6M9 3l-6 6',
  undecided: 'M6 3v3.6M6 9v.1',
  skipped: 'M3 6h6',
  unreached: '',
  conforms: '',
};

function Tile({ rule, standing, current }: { rule: string; standing: Standing; current: boolean }) {
  return (
    <a class={`tile is-${standing}`} href={ruleHref(rule)} title={`${rule}: ${wordOf[standing]}`} aria-label={`${rule}: ${wordOf[standing]}`} tabIndex={current ? 0 : -1}>
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
              <Symbol of={standing} /> {number(counts[standing])} {wordOf[standing]}
            </li>
          ),
      )}
    </ul>
  );
}

export function RuleMap({ run }: { run: Run }) {
  const families = useMemo(() => [...grouped(run.standingOf.keys(), familyOf)], [run]);
  const map = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(families[0]?.[1][0]);
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const tiles = [...(map.current?.querySelectorAll<HTMLElement>('.tile') ?? [])];
    const at = tiles.indexOf(event.target as HTMLElement);
    if (by === undefined || at < 0) return;
    event.preventDefault();
    tiles[at + by]?.focus();
  };
  const follow = (event: FocusEvent) => {
    const rule = (event.target as HTMLElement).getAttribute('href');
    if (rule) setCurrent([...run.standingOf.keys()].find((id) => ruleHref(id) === rule));
  };
  return (
    <>
      <div class="rulemap" ref={map} onKeyDown={walk} onFocusIn={follow}>
        {families.map(([family, rules]) => (
          <div class="family" key={family}>
            <p class="code soft">{family}</p>
            <div class="tiles">
              {rules.map((rule) => (
                <Tile key={rule} rule={rule} standing={run.standingOf.get(rule)!} current={rule === current} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <Legend run={run} />
    </>
  );
}
