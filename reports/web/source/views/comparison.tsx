// Several implementations compared: the result of each, and the rules that each breaks and others keep.
import { useMemo } from 'preact/hooks';
import { comparedText, deviatingRuns, gravestFirst, isAmbiguous, isNews } from '../data/differences.ts';
import { breaks, scriptsOf, tally, type Model, type Run } from '../data/model.ts';
import { answeredOf } from '../data/readings.ts';
import type { Comparison as Compared } from 'report';
import type { Query } from '../data/route.ts';
import { count, legible, number } from '../data/words.ts';
import { Snippet } from '../parts/copy.tsx';
import { Mark } from '../parts/marks.tsx';
import { href, usePage } from '../parts/page.tsx';
import { Searches } from '../parts/searched.tsx';
import { Cell, Table } from '../parts/table.tsx';
import { DifferenceList } from './differences.tsx';
import { FirstDeviations } from './overview.tsx';

const shownOfEach = 5;

const heads = {
  verdict: 'verdict',
  broken: 'rules broken',
  known: 'known to be broken',
  alone: 'broken by no other',
  answered: 'questions answered',
  scripts: 'scripts run',
  skipped: 'skipped',
};

// A number that leads to the rules that it counts.
function BrokenRules({ run, standing, value }: { run: Run; standing: 'deviates' | 'known'; value: number }) {
  return value === 0 ? <>0</> : <a href={href('rules', [], { of: run.index, standing })}>{number(value)}</a>;
}

function Row({ run, alone }: { run: Run; alone: number }) {
  const broken = tally(run.standingOf.values());
  const { skipped } = run.report.scripts_count;
  return (
    <tr>
      <th scope="row">
        <a class="code whole" href={href('run', [], { of: run.index })} title={legible(run.name)}>
          {legible(run.short)}
        </a>
      </th>
      <Cell head={heads.verdict}>
        <Mark of={run.report.outcome} />
      </Cell>
      <Cell head={heads.broken} class="figure">
        <BrokenRules run={run} standing="deviates" value={broken.deviates} />
      </Cell>
      <Cell head={heads.known} class="figure">
        <BrokenRules run={run} standing="known" value={broken.known} />
      </Cell>
      <Cell head={heads.alone} class="figure">
        {number(alone)}
      </Cell>
      <Cell head={heads.answered} class="figure">
        {number(answeredOf(run.report.readings).answered)}
      </Cell>
      <Cell head={heads.scripts} class="figure">
        {number(scriptsOf(run) - skipped)}
      </Cell>
      <Cell head={heads.skipped} class="figure">
        {number(skipped)}
      </Cell>
    </tr>
  );
}

// The number of rules that only this implementation breaks, in known ways or not.
function aloneIn(model: Model): Map<number, number> {
  const alone = new Map<number, number>();
  for (const { id } of model.rules) {
    const [first, ...rest] = model.runs.filter((run) => breaks(run, id));
    if (first !== undefined && rest.length === 0) alone.set(first.index, (alone.get(first.index) ?? 0) + 1);
  }
  return alone;
}

export function Implementations() {
  const { model } = usePage();
  const alone = useMemo(() => aloneIn(model), [model]);
  const columns = [{ words: 'Implementation' }, ...Object.values(heads).map((words) => ({ words, class: words === heads.verdict ? '' : 'figure' }))];
  return (
    <Table label="Implementations" heads={columns} class="wrapped">
      {model.runs.map((run) => (
        <Row key={run.index} run={run} alone={alone.get(run.index) ?? 0} />
      ))}
    </Table>
  );
}

// The gravest differences in which an implementation breaks a rule, for each such implementation.
function DeviatingRuns({ comparison }: { comparison: Compared }) {
  const { model } = usePage();
  const byRun = useMemo(() => {
    const broken = gravestFirst(model, comparison.differences).filter((one) => one.kind === 'broken');
    return model.runs
      .map((run) => ({ run, broken: broken.filter((one) => deviatingRuns(one).includes(run.index)) }))
      .filter(({ broken: some }) => some.length > 0);
  }, [model, comparison]);
  return (
    <>
      {byRun.map(({ run, broken }) => (
        <section key={run.index}>
          <DifferenceList title={`What ${legible(run.name)} breaks`} differences={broken} most={shownOfEach} who={false} />
          {broken.length > shownOfEach && (
            <p>
              <a href={href('differences', [], { by: run.index, kind: 'broken' })}>
                All {count(broken.length, 'difference')} in which it breaks a rule
                {!broken.some((one) => isNews(model, one)) && ', all of them known'}
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}

function Details({ comparison }: { comparison: Compared }) {
  const ambiguous = comparison.differences.filter((one) => isAmbiguous(one.kind));
  const { model } = usePage();
  return (
    <>
      <DeviatingRuns comparison={comparison} />
      <DifferenceList title="Where the documents are ambiguous" differences={gravestFirst(model, ambiguous)} most={shownOfEach} />
      {ambiguous.length > shownOfEach && (
        <p>
          <a href={href('differences', [], { kind: 'ambiguous' })}>All {count(ambiguous.length, 'difference')} where they are ambiguous</a>
        </p>
      )}
      {comparison.left_out.length > 0 && (
        <section>
          <h2>What was not compared</h2>
          <ul class="plain">
            {comparison.left_out.map((one) => (
              <li key={one.why}>
                {legible(one.why)} <span class="soft">{count(one.scripts, 'script')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Searches searches={comparison.searches} space={[]} />
      <section>
        <h2>To repeat it</h2>
        <Snippet text={comparison.command} what="the command that repeats the comparison" />
      </section>
    </>
  );
}

export function Comparison() {
  const { model } = usePage();
  const differ: Query = model.comparison ? { standing: 'differ' } : {};
  return (
    <>
      <header class="hero">
        <h1 tabIndex={-1}>{number(model.runs.length)} implementations compared</h1>
        <p class="lead">
          {model.comparison && comparedText(model.comparison)} <a href={href('rules', [], differ)}>The matrix of rules</a> shows which implementation breaks which rule,{' '}
          <a href={href('readings', [], model.comparison ? { state: 'differ' } : {})}>the readings</a> which answer each of them
          follows where the documents are ambiguous.
        </p>
      </header>
      <Implementations />
      {model.comparison ? (
        <Details comparison={model.comparison} />
      ) : (
        model.runs.map((run) => <FirstDeviations key={run.index} run={run} title={`Where ${legible(run.name)} deviates`} most={4} />)
      )}
    </>
  );
}
