// The coverage of a run: rules by how they were tried, kinds of input by outcome, classes of state.
import { useMemo } from 'preact/hooks';
import { grouped, isMet, kindsOfInput, ruleHref, type Run } from '../data/model.ts';
import type { InputCounts, RuleCounts } from 'report';
import { matching, prepared } from '../data/search.ts';
import { count, legible, number, percent } from '../data/words.ts';
import { Chips, Choose, ChooseRun, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { useAsked, usePage, useRun } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';

const gaps: Record<string, { words: string; holds: (rule: RuleCounts) => boolean }> = {
  unmet: { words: 'not tested', holds: (rule) => !isMet(rule) },
  crowded: { words: 'never alone', holds: (rule) => isMet(rule) && rule.alone === 0 },
  'one-sided': { words: 'one side only', holds: (rule) => isMet(rule) && rule.held_off === 0 },
};

// A darker shade for a larger count, in powers of four.
export function shade(times: number): number {
  return times === 0 ? 0 : Math.min(5, 1 + Math.floor(Math.log(times) / Math.log(4)));
}

function Times({ head, times }: { head: string; times: number }) {
  return (
    <td class={times === 0 ? 'heat figure none' : 'heat figure'} data-head={head} data-shade={shade(times)}>
      {times === 0 ? <span class="soft">·<span class="sr-only">never</span></span> : number(times)}
    </td>
  );
}

const figures = (words: string[]) => words.map((one) => ({ words: one, class: 'figure' }));

const tried = ['alone', 'with others', 'did not apply', 'deviations'] as const;

function RuleTable({ run }: { run: Run }) {
  const { model } = usePage();
  const [query] = useAsked('q');
  const [gap] = useAsked('gap');
  const { rules } = run.report.coverage;
  const texts = useMemo(() => prepared(rules, (rule) => `${rule.rule} ${model.rule.get(rule.rule)?.says ?? ''}`), [rules]);
  const ofEveryGap = matching(texts, query);
  const holds = gaps[gap]?.holds;
  const shown = holds ? ofEveryGap.filter(holds) : ofEveryGap;
  const chips = Object.entries(gaps).map(([value, one]) => ({ value, words: one.words, count: ofEveryGap.filter(one.holds).length }));
  const findings = (rule: string) => (run.deviationsOfRule.get(rule) ?? []).reduce((sum, { group }) => sum + group.findings, 0);
  return (
    <section>
      <h2>Rules by how they were tried</h2>
      <FilterBar>
        <SearchField label="Search rules" />
        <Chips label="Gaps" name="gap" chips={chips} />
      </FilterBar>
      <Shown>{`${number(shown.length)} of ${count(rules.length, 'rule')}`}</Shown>
      <Table label="Rules by how they were tried" heads={[{ words: 'Rule' }, ...figures([...tried])]} class="heatmap">
        {shown.map((rule) => (
          <tr key={rule.rule}>
            <th scope="row">
              <a class="code" href={ruleHref(rule.rule)}>
                {legible(rule.rule)}
              </a>
            </th>
            <Times head={tried[0]} times={rule.alone} />
            <Times head={tried[1]} times={rule.together} />
            <Times head={tried[2]} times={rule.held_off} />
            <Times head={tried[3]} times={findings(rule.rule)} />
          </tr>
        ))}
      </Table>
    </section>
  );
}

// A narrow screen leaves out what never happened, because there are many outcomes.
function InputTable({ inputs }: { inputs: InputCounts[] }) {
  const outcomes = [...new Set(inputs.map((input) => input.outcome))];
  const partitions = [...grouped(inputs, (input) => input.partition)];
  const heads = [{ words: 'Kind of input' }, ...outcomes.map((words) => ({ words, class: 'figure code' }))];
  return (
    <Table label="Kinds of input by outcome" heads={heads} class="heatmap sparse">
      {partitions.map(([partition, cells]) => (
        <tr key={partition}>
          <th scope="row">{legible(partition) || 'any'}</th>
          {outcomes.map((outcome) => (
            <Times key={outcome} head={outcome} times={cells.find((cell) => cell.outcome === outcome)?.times ?? 0} />
          ))}
        </tr>
      ))}
    </Table>
  );
}

function Inputs({ run }: { run: Run }) {
  const byCall = useMemo(() => grouped(run.report.coverage.inputs, (input) => input.function), [run]);
  const [asked] = useAsked('function');
  const call = byCall.has(asked) ? asked : [...byCall.keys()].sort((a, b) => byCall.get(b)!.length - byCall.get(a)!.length)[0];
  if (call === undefined) return null;
  const choices = [...byCall].map(([value, inputs]) => ({ value, words: `${value} (${number(kindsOfInput(inputs))})` }));
  return (
    <section>
      <h2>Kinds of input by outcome</h2>
      <FilterBar>
        <Choose label="Call" name="function" choices={choices} otherwise={call} />
      </FilterBar>
      <InputTable inputs={byCall.get(call)!} />
    </section>
  );
}

function States({ run }: { run: Run }) {
  const { states } = run.report.coverage;
  const sum = states.reduce((all, state) => all + state.times, 0);
  if (states.length === 0) return null;
  return (
    <section>
      <h2>Classes of state before calls</h2>
      <table class="states">
        <tbody>
          {states.map((state) => (
            <tr key={state.state}>
              <th scope="row">{legible(state.state)}</th>
              <td class="figure">{number(state.times)}</td>
              <td class="figure soft">{percent(state.times, sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Coverage() {
  const run = useRun();
  const { rules, inputs, states } = run.report.coverage;
  return (
    <>
      <h1 tabIndex={-1}>Coverage</h1>
      <p class="lead">
        {number(rules.filter(isMet).length)} of {count(rules.length, 'rule')} tested, {count(kindsOfInput(inputs), 'kind of input', 'kinds of input')} with{' '}
        {count(inputs.length, 'outcome')}, {count(states.length, 'class of state', 'classes of state')}. A rule is tried on both sides of its boundary if it applied to some
        calls and not to others. It is tried best if it applied alone.
      </p>
      <FilterBar>
        <ChooseRun />
      </FilterBar>
      <RuleTable run={run} />
      <Inputs run={run} />
      <States run={run} />
    </>
  );
}
