// Several implementations compared: the result of each, and the rules that each breaks and others keep.
import { useMemo } from 'preact/hooks';
import { deviatingRuns, gravestFirst, isAmbiguous, isNews } from '../data/differences.ts';
import { tally, type Model, type Run } from '../data/model.ts';
import type { Comparison as Compared } from 'report';
import type { Query } from '../data/route.ts';
import { count, legible, number } from '../data/words.ts';
import { Snippet } from '../parts/copy.tsx';
import { Mark } from '../parts/marks.tsx';
import { href, usePage } from '../parts/page.tsx';
import { DifferenceList } from './differences.tsx';
import { Deviations } from './overview.tsx';

const shownOfEach = 5;

function Row({ run, alone }: { run: Run; alone: number | undefined }) {
  const broken = tally(run.standingOf.values());
  return (
    <tr>
      <th scope="row">
        <a class="code whole" href={href('run', [], { of: run.index })} title={legible(run.name)}>
          {legible(run.short)}
        </a>
      </th>
      <td>
        <Mark of={run.report.outcome} />
      </td>
      <td class="figure">
        {alone !== undefined && broken.deviates > 0 ? <a href={href('differences', [], { by: run.index })}>{number(broken.deviates)}</a> : number(broken.deviates)}
      </td>
      <td class="figure">{number(broken.known)}</td>
      {alone !== undefined && <td class="figure">{number(alone)}</td>}
      <td class="figure">{number(run.report.readings.filter((reading) => reading.decided).length)}</td>
      <td class="figure">{number(Object.values(run.report.scripts_count).reduce((a, b) => a + b))}</td>
    </tr>
  );
}

// The number of rules that only this implementation breaks.
function aloneIn(model: Model): Map<number, number> {
  const alone = new Map<number, number>();
  for (const { id } of model.rules) {
    const [first, ...rest] = model.runs.filter((run) => ['deviates', 'known'].includes(run.standingOf.get(id) ?? ''));
    if (first !== undefined && rest.length === 0) alone.set(first.index, (alone.get(first.index) ?? 0) + 1);
  }
  return alone;
}

function Implementations() {
  const { model } = usePage();
  const alone = useMemo(() => aloneIn(model), [model]);
  return (
    <div class="wide" tabIndex={0} role="region" aria-label="Implementations">
      <table>
        <thead>
          <tr>
            <th scope="col">Implementation</th>
            <th scope="col">Verdict</th>
            <th scope="col" class="figure">rules broken</th>
            <th scope="col" class="figure">known</th>
            {model.comparison && <th scope="col" class="figure">only by it</th>}
            <th scope="col" class="figure">readings followed</th>
            <th scope="col" class="figure">scripts</th>
          </tr>
        </thead>
        <tbody>
          {model.runs.map((run) => (
            <Row key={run.index} run={run} alone={model.comparison ? (alone.get(run.index) ?? 0) : undefined} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function saidOf({ differences, scripts, steps }: Compared): string {
  const broken = differences.filter((one) => one.kind === 'broken').length;
  const room = differences.filter((one) => isAmbiguous(one.kind)).length;
  const where = `In ${count(scripts, 'script')} with ${count(steps, 'step')} they`;
  if (broken + room === 0) return `${where} never differ.`;
  return `${where} differ in ${count(broken, 'case')} where some break a rule, and in ${number(room)} where the documents are ambiguous.`;
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
              <a href={href('differences', [], { by: run.index })}>
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
          <a href={href('differences')}>All {count(ambiguous.length, 'difference')} where they are ambiguous</a>
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
      <section>
        <h2>To repeat it</h2>
        <Snippet text={legible(comparison.command)} what="the command that repeats the comparison" />
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
          {model.comparison && saidOf(model.comparison)} <a href={href('rules', [], differ)}>The matrix of rules</a> shows which implementation breaks which rule,{' '}
          <a href={href('readings', [], model.comparison ? { state: 'differ' } : {})}>the readings</a> which answer each of them
          follows where the documents are ambiguous.
        </p>
      </header>
      <Implementations />
      {model.comparison ? (
        <Details comparison={model.comparison} />
      ) : (
        model.runs.map((run) => <Deviations key={run.index} run={run} title={`Where ${legible(run.name)} deviates`} most={4} />)
      )}
    </>
  );
}
