// Searches for mutants: the time until each was caught, and those that were not caught.
import { useMemo } from 'preact/hooks';
import { grouped, type Run } from '../data/model.ts';
import type { MutantResult } from 'report';
import { survivalOf, survivors } from '../data/series.ts';
import { count, duration, legible, number } from '../data/words.ts';
import { Snippet } from '../parts/copy.tsx';
import { Symbol } from '../parts/marks.tsx';
import { Plot, type Line } from '../parts/plot.tsx';
import { Cell, Table } from '../parts/table.tsx';

export function Survival({ results }: { results: MutantResult[] }) {
  const { times, lines, said } = useMemo(() => {
    const groups = [...grouped(results, (one) => one.by)];
    const curves = survivalOf(groups.map(([, members]) => members));
    return {
      times: curves.times,
      lines: groups.map(([by], at): Line => ({ name: `by ${legible(by)}`, values: curves.alive[at]! })),
      said: groups.map(([by, members]) => `${number(members.length - survivors(members).length)} of ${count(members.length, 'mutant')} caught by ${legible(by)}`).join('; '),
    };
  }, [results]);
  return <Plot title="Mutants not yet caught, in percent" said={said} times={times} lines={lines} stepped logarithmic />;
}

export function NotCaught({ results }: { results: MutantResult[] }) {
  const alive = survivors(results);
  if (alive.length === 0) return null;
  return (
    <>
      <h3>Not caught</h3>
      <ul class="columns">
        {alive.map((one) => (
          <li key={`${one.by} ${one.mutant}`}>
            <Symbol of="deviates" /> <span class="code">{legible(one.mutant)}</span> <span class="soft">by {legible(one.by)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Caught({ by, one }: { by: string; one: MutantResult | undefined }) {
  if (one === undefined) return <Cell head={by} class="figure soft">not searched</Cell>;
  if (one.caught_after_s !== undefined) return <Cell head={by} class="figure">{duration(one.caught_after_s)}</Cell>;
  return (
    <Cell head={by} class="figure">
      <Symbol of="deviates" /> not caught
    </Cell>
  );
}

function Everyone({ results }: { results: MutantResult[] }) {
  const searches = [...grouped(results, (one) => one.by).keys()];
  const mutants = [...grouped(results, (one) => one.mutant)].sort(([a], [b]) => (a < b ? -1 : 1));
  const heads = [{ words: 'Mutant' }, { words: 'breaks' }, ...searches.map((by) => ({ words: `by ${legible(by)}`, class: 'figure' }))];
  return (
    <section>
      <h2>Time until each mutant was caught</h2>
      <Table label="Every mutant" heads={heads} class="roomy">
        {mutants.map(([mutant, tries]) => (
          <tr key={mutant}>
            <th scope="row" class="code">
              {legible(mutant)}
            </th>
            <Cell head="breaks" class="code soft">
              {legible(tries[0]!.rule)}
            </Cell>
            {searches.map((by) => (
              <Caught key={by} by={`by ${legible(by)}`} one={tries.find((one) => one.by === by)} />
            ))}
          </tr>
        ))}
      </Table>
    </section>
  );
}

export function MutationScoreOverview({ run }: { run: Run }) {
  const { mutants: all, outcome, command, version } = run.report;
  const mutants = new Set(all.map((one) => one.mutant)).size;
  const alive = new Set(survivors(all).map((one) => one.mutant)).size;
  return (
    <>
      <header class="hero">
        <p class="kicker code">{legible(run.name)}</p>
        <h1 tabIndex={-1} class={`is-${outcome}`}>
          <Symbol of={outcome} />
          {alive === 0 ? 'Every mutant is caught' : `${count(alive, 'mutant')} ${alive === 1 ? 'escapes' : 'escape'} a search`}
        </h1>
        <p class="lead">{count(mutants, 'emulator')}, each with one function replaced by a wrong one, and the time until each search caught it.</p>
        <ul class="facts">
          <li>netioconf {version}</li>
        </ul>
      </header>
      <section>
        <h2>Mutants not yet caught over time</h2>
        <Survival results={all} />
        <NotCaught results={all} />
      </section>
      <Everyone results={all} />
      <section>
        <h2>To repeat it</h2>
        <Snippet text={command} what="the command that repeats the search" />
      </section>
    </>
  );
}
