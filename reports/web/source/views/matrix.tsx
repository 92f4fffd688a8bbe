// Many reports beside each other: the result of each, the rules that not all follow, the readings that they answer
// differently, and how an implementation changed from version to version.
import { useMemo } from 'preact/hooks';
import type { Matrix as Reports, ReadingChange, Trend, TrendPoint } from 'report';
import { breaks, readingHref, ruleHref } from '../data/model.ts';
import { askedOf, differ } from '../data/readings.ts';
import { count, legible, number } from '../data/words.ts';
import { Snippet } from '../parts/copy.tsx';
import { Mark } from '../parts/marks.tsx';
import { href, usePage } from '../parts/page.tsx';
import { Cell, RunLink, Table } from '../parts/table.tsx';
import { Implementations } from './comparison.tsx';
import { ReadingMatrix } from './readings.tsx';
import { RuleMatrix } from './rules.tsx';

const shownOfEach = 60;

const heads = { conforms: 'rules kept', deviates: 'rules broken', known: 'known to be broken', changes: 'since the version before' };

function RuleChanges({ rules, of, word }: { rules: string[]; of: 'conforms' | 'deviates'; word: string }) {
  return (
    <>
      {rules.map((rule) => (
        <li key={rule}>
          <Mark of={of} word={word} />{' '}
          <a class="code" href={ruleHref(rule)}>
            {legible(rule)}
          </a>
        </li>
      ))}
    </>
  );
}

function ReadingChanged({ change }: { change: ReadingChange }) {
  return (
    <li>
      <a class="code" href={readingHref(change.question)}>
        {legible(change.question)}
        {change.subject !== '' && ` of ${legible(change.subject)}`}
      </a>{' '}
      <span class="soft">
        {legible(change.before)} → {legible(change.after)}
      </span>
    </li>
  );
}

function Changed({ point, first }: { point: TrendPoint; first: boolean }) {
  if (first) return <span class="soft">the first</span>;
  if (point.rules_gained.length + point.rules_lost.length + point.readings.length === 0) return <span class="soft">no change</span>;
  return (
    <ul class="plain">
      <RuleChanges rules={point.rules_gained} of="conforms" word="gained" />
      <RuleChanges rules={point.rules_lost} of="deviates" word="lost" />
      {point.readings.map((change) => (
        <ReadingChanged key={`${change.question} ${change.subject}`} change={change} />
      ))}
    </ul>
  );
}

function Versions({ trend }: { trend: Trend }) {
  const { model } = usePage();
  const figure = (words: string) => ({ words, class: 'figure' });
  const columns = [{ words: 'Version' }, figure(heads.conforms), figure(heads.deviates), figure(heads.known), { words: heads.changes, class: 'changes' }];
  return (
    <section>
      <h2>Trend of {legible(trend.implementation)}</h2>
      <Table label={`Trend of ${legible(trend.implementation)}`} heads={columns} class="wrapped">
        {trend.points.map((point, at) => (
          <tr key={point.report}>
            <th scope="row">
              <RunLink run={model.runs[point.report]!} />
            </th>
            {(['conforms', 'deviates', 'known'] as const).map((standing) => (
              <Cell key={standing} head={heads[standing]} class="figure">
                {number(point[standing])}
              </Cell>
            ))}
            <Cell head={heads.changes} class="changes">
              <Changed point={point} first={at === 0} />
            </Cell>
          </tr>
        ))}
      </Table>
    </section>
  );
}

// The link to all rows of a table that shows only the first.
function Rest({ all, words, to }: { all: number; words: string; to: string }) {
  if (all <= shownOfEach) return null;
  return (
    <p>
      <a href={to}>All {count(all, words)}</a>
    </p>
  );
}

export function Matrix({ matrix }: { matrix: Reports }) {
  const { model } = usePage();
  const broken = useMemo(() => model.rules.filter(({ id }) => model.runs.some((run) => breaks(run, id))), [model]);
  const differing = useMemo(() => askedOf(model).filter(differ), [model]);
  return (
    <>
      <header class="hero">
        <h1 tabIndex={-1}>{count(model.runs.length, 'report')} beside each other</h1>
        <p class="lead">
          {count(broken.length, 'rule')} that not all implementations follow, {count(differing.length, 'question')} that they answer differently where
          the documents are ambiguous. Nothing is claimed of a rule that an implementation did not meet.
        </p>
      </header>
      <Implementations />
      {matrix.trends.map((trend) => (
        <Versions key={trend.points[0]!.report} trend={trend} />
      ))}
      <section>
        <h2>Rules that not all follow</h2>
        <RuleMatrix rules={broken.slice(0, shownOfEach)} />
        <Rest all={broken.length} words="rule" to={href('rules', [], { standing: 'differ' })} />
      </section>
      <section>
        <h2>Questions that they answer differently</h2>
        <ReadingMatrix readings={differing.slice(0, shownOfEach)} />
        <Rest all={differing.length} words="question" to={href('readings', [], { state: 'differ' })} />
      </section>
      <section>
        <h2>To repeat it</h2>
        <Snippet text={matrix.command} what="the command that repeats the matrix" />
      </section>
    </>
  );
}
