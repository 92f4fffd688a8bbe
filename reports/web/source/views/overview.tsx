// The result of one run: the verdict, the counts, the deviations, the coverage.
import { mustText } from '../data/deviations.ts';
import { deviationHref, grouped, isMutationScore, isMet, kindsOfInput, newFirst, readingHref, ruleHref, scriptsOf, stepOf, tally, type Deviation, type Run } from '../data/model.ts';
import { answeredOf } from '../data/readings.ts';
import type { Reason } from 'report';
import { count, kindsOfDeviation, legible, listed, number, sentence } from '../data/words.ts';
import { Snippet } from '../parts/copy.tsx';
import { Symbol } from '../parts/marks.tsx';
import { Meter } from '../parts/meter.tsx';
import { href, usePage } from '../parts/page.tsx';
import { Searches } from '../parts/searched.tsx';
import { RuleMap } from '../parts/rulemap.tsx';
import { Changes } from './changes.tsx';
import { Comparison } from './comparison.tsx';
import { Matrix } from './matrix.tsx';
import { MutationScoreOverview } from './mutation_score.tsx';

function saidOf(run: Run): string {
  const { report } = run;
  if (report.outcome === 'empty') return 'No step got a verdict, so there is no result.';
  if (report.outcome === 'too_little' && report.unfinished) return 'Nothing deviates so far, but the run did not end.';
  if (report.outcome === 'too_little') return `Nothing deviates, but the run tests too little: ${legible(report.too_little.join('; '))}.`;
  const broken = tally(run.standingOf.values());
  const rules = count(run.standingOf.size, 'documented rule');
  if (run.deviations.length === 0) {
    const met = [...run.reached.values()].filter(isMet).length;
    return `No deviation from the ${number(met)} of ${rules} that were tested.`;
  }
  const parts = [];
  if (broken.deviates > 0) parts.push(`breaks ${number(broken.deviates)} of ${rules}`);
  if (broken.known > 0) parts.push(`is known to deviate from ${number(broken.known)}${broken.deviates > 0 ? ' more' : ` of ${rules}`}`);
  const scripts = `${number(report.scripts_count.deviates)} of ${count(scriptsOf(run), 'script')}`;
  return `It ${parts.join(' and ')}; ${scripts} ${report.scripts_count.deviates === 1 ? 'shows' : 'show'} it.`;
}

function Facts({ run }: { run: Run }) {
  const { report } = run;
  return (
    <ul class="facts">
      <li>profile {report.profile}</li>
      {report.known && <li>known list {legible(report.known.list)}</li>}
      {report.strict && <li>strict: undecided steps fail</li>}
      {report.shard && <li>only part {report.shard.number} of {report.shard.count}</li>}
      {report.partial && <li>not every script was run</li>}
      {report.unfinished && <li>it did not end: {legible(report.unfinished)}</li>}
      {(report.merged ?? []).map((run) => (
        <li key={run.run}>
          {legible(run.run)}: {count(run.reports, 'report')} merged
          {run.unfinished.map((part) => `, ${legible(part)}`).join('')}
        </li>
      ))}
      <li>netioconf {report.version}</li>
    </ul>
  );
}

// The implementation is as listed or better, so it does not deviate, but its list must be changed.
function onlyTheListIsWrong({ report, deviations }: Run): boolean {
  const undecidedFails = report.strict && report.steps.undecided > 0;
  return report.outcome === 'deviates' && !undecidedFails && deviations.every((one) => one.standing === 'known');
}

function Hero({ run }: { run: Run }) {
  const { outcome } = run.report;
  const words = { conforms: 'Conforms', deviates: 'Deviates', empty: 'Nothing was judged', too_little: 'Too little was judged' };
  return (
    <header class="hero">
      <p class="kicker code">{legible(run.name)}</p>
      <h1 tabIndex={-1} class={`is-${outcome}`}>
        <Symbol of={outcome} />
        {onlyTheListIsWrong(run) ? 'Known list is out of date' : words[outcome]}
      </h1>
      <p class="lead">{saidOf(run)}</p>
      <Facts run={run} />
    </header>
  );
}

// The first column is what distinguishes the lines: the rule in a list of all deviations, the call if the rule is the same.
export function DeviationLine({ found, by = 'rule' }: { found: Deviation; by?: 'rule' | 'call' }) {
  const { model } = usePage();
  const { group } = found;
  const says = model.rule.get(group.rule)?.says || group.rule;
  const step = stepOf(found);
  return (
    <a class={model.runs.length > 1 ? 'line several' : 'line'} href={deviationHref(found)}>
      <Symbol of={found.standing} />
      {by === 'rule' ? (
        <span class="what">
          <strong>{sentence(legible(says))}</strong>
          {model.runs.length > 1 && <span class="code">{legible(found.run.name)}</span>}
          <span class="code soft">
            {group.rule}
            {group.reading !== '' && ` (${group.reading} answered inconsistently)`}
          </span>
        </span>
      ) : (
        <span class="what">
          <span class="code">{legible(step?.call ?? '')}</span>
          <span class="code soft">{legible(group.shortest.script)}</span>
        </span>
      )}
      <span class="gave">
        <span class="code">{group.function}</span>
        <span class="soft">
          gave <span class="code">{group.observed}</span>
          {found.standing === 'known' && ', known'}
        </span>
        <span class="must">{step && legible(mustText(step, group.observed))}</span>
      </span>
      <span class="times">
        {number(group.findings)}
        <span class="sr-only"> {group.findings === 1 ? 'deviation' : 'deviations'}</span>
        <span aria-hidden="true">×</span>
      </span>
    </a>
  );
}

export function FirstDeviations({ run, title, most }: { run: Run; title: string; most: number }) {
  const { model } = usePage();
  if (run.deviations.length === 0) return null;
  const first = newFirst(run.deviations).slice(0, most);
  const all = href('deviations', [], model.runs.length > 1 ? { of: run.index } : {});
  return (
    <section>
      <h2>{title}</h2>
      <ul class="lines">
        {first.map((found) => (
          <li key={found.number}>
            <DeviationLine found={found} />
          </li>
        ))}
      </ul>
      {run.deviations.length > first.length && (
        <p>
          <a href={all}>All {kindsOfDeviation(run.deviations.length)}</a>
        </p>
      )}
    </section>
  );
}

function Covered({ run }: { run: Run }) {
  const { coverage, readings } = run.report;
  const met = coverage.rules.filter(isMet);
  const asked = answeredOf(readings);
  const rows: [string, string, string][] = [
    [number(met.length), `of ${number(coverage.rules.length)} rules tested`, 'coverage'],
    [number(met.filter((rule) => rule.alone > 0).length), 'of them alone, without any other rule', 'coverage'],
    [number(met.filter((rule) => rule.held_off > 0).length), 'of them on both sides of their boundary', 'coverage'],
    [number(kindsOfInput(coverage.inputs)), `kinds of input, with ${count(coverage.inputs.length, 'outcome')}`, 'coverage'],
    [number(asked.answered), `of ${count(asked.open, 'open question')} answered by its behaviour`, 'readings'],
  ];
  return (
    <section>
      <h2>What was covered</h2>
      <dl class="figures">
        {rows.map(([figure, words, view]) => (
          <div key={words}>
            <dt>{figure}</dt>
            <dd>
              <a href={href(view, [], { of: run.index || undefined })}>{words}</a>
            </dd>
          </div>
        ))}
      </dl>
      <Deciders run={run} />
    </section>
  );
}

// Who answered the steps: the words before the colon. report.json also contains the reason.
function Deciders({ run }: { run: Run }) {
  const { deciders } = run.report;
  if (deciders.length === 0) return null;
  const parties = [...grouped(deciders, ({ by }) => by.split(':')[0]!)];
  const said = parties.map(([party, all]) => `${count(all.reduce((sum, one) => sum + one.steps, 0), 'step')} by the ${legible(party)}`);
  return <p class="soft">Answered: {listed(said, 'and')}.</p>;
}

function Reasons({ of, reasons }: { of: 'undecided' | 'skipped'; reasons: Reason[] }) {
  return (
    <>
      {reasons.map((reason) => (
        <li key={reason.why}>
          <Symbol of={of} />
          <span>
            {legible(reason.why)}
            <span class="soft">
              {' '}
              — {of}: {count(reason.steps, 'step')} in {count(reason.scripts, 'script')}
            </span>
          </span>
        </li>
      ))}
    </>
  );
}

function NotJudged({ run }: { run: Run }) {
  const { undecided, skipped } = run.report;
  return (
    <section>
      <h2>What was not judged</h2>
      {undecided.length + skipped.length === 0 ? (
        <p class="soft">Every step of every script got a verdict.</p>
      ) : (
        <ul class="reasons">
          <Reasons of="undecided" reasons={undecided} />
          <Reasons of="skipped" reasons={skipped} />
        </ul>
      )}
    </section>
  );
}

function Stale({ run }: { run: Run }) {
  const { model } = usePage();
  const known = run.report.known;
  if (!known || known.stale.length === 0) return null;
  return (
    <section>
      <h2>Known deviations that no longer hold as listed</h2>
      <ul class="reasons">
        {known.stale.map((stale) => {
          const entry = known.entries[stale.entry]!;
          return (
            <li key={stale.entry}>
              <Symbol of="deviates" />
              <span>
                <a href={model.question.has(entry.rule) ? readingHref(entry.rule) : ruleHref(entry.rule)}>{legible(entry.rule)}</a>, {entry.observed} of {entry.call}: {stale.staleness}
                <span class="soft"> — {legible(stale.why)} ({legible(`${known.list}:${entry.line}`)})</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function RunOverview({ run }: { run: Run }) {
  return (
    <>
      <Hero run={run} />
      <div class="two">
        <Meter counts={run.report.scripts_count} of="scripts" />
        <Meter counts={run.report.steps} of="steps, including added table reads" />
      </div>
      <FirstDeviations run={run} title="Where it deviates" most={8} />
      <Stale run={run} />
      <section>
        <h2>Every rule at a glance</h2>
        <RuleMap run={run} />
      </section>
      <div class="two">
        <Covered run={run} />
        <NotJudged run={run} />
      </div>
      <Searches searches={run.report.searches} space={run.report.space} />
      <section>
        <h2>To repeat it</h2>
        <Snippet text={run.report.command} what="the command that repeats the run" />
      </section>
    </>
  );
}

export function Overview() {
  const { model } = usePage();
  if (model.changes) return <Changes />;
  if (model.matrix) return <Matrix matrix={model.matrix} />;
  if (model.runs.length > 1) return <Comparison />;
  const run = model.runs[0]!;
  return isMutationScore(run) ? <MutationScoreOverview run={run} /> : <RunOverview run={run} />;
}
