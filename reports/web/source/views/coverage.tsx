// The coverage of a run: rules by how they were tried, kinds of input by outcome, classes of state.
import { useMemo } from 'preact/hooks';
import { grouped, isMet, ruleHref, type Run } from '../data/model.ts';
import type { InputCounts, RuleCounts } from 'report';
import { matching, prepared } from '../data/search.ts';
import { count, legible, number, percent } from '../data/words.ts';
import { Chips, Choose, ChooseRun, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { useAsked, usePage, useRun } from '../parts/page.tsx';

const gaps: Record<string, { words: string; holds: (rule: RuleCounts) => boolean }> = {
  unmet: { words: 'not met', holds: (rule) => !isMet(rule) },
  crowded: { words: 'never alone', holds: (rule) => isMet(rule) && rule.alone === 0 },
  'one-sided': { words: 'one side only', holds: (rule) => isMet(rule) && rule.held_off === 0 },
};

// A darker shade for a larger count, in powers of four.
export function shade(times: number): number {
  return times === 0 ? 0 : Math.min(5, 1 + Math.floor(Math.log(times) / Math.log(4)));
}

function Times({ times }: { times: number }) {
  return (
    <td class="heat figure" data-shade={shade(times)}>
      {times === 0 ? <span class="soft">·<span class="sr-only">never</span></span> : number(times)}
    </td>
  );
}

function RuleTable({ run }: { run: Run }) {
  const { model } = usePage();
  const [query] = useAsked('q');
  const [gap] = useAsked('gap');
  const { rules } = run.report.coverage;
  const texts = useMemo(() => prepared(rules, (rule) => `${rule.rule} ${model.rule.get(rule.rule)?.says ?? ''}`), [rules]);
  const shown = matching(texts, query, gaps[gap]?.holds);
  const chips = Object.entries(gaps).map(([value, { words, holds }]) => ({ value, words, count: rules.filter(holds).length }));
  return (
    <section>
      <h2>Rules by how they were tried</h2>
      <FilterBar>
        <SearchField label="Search rules" />
        <Chips label="Gaps" name="gap" chips={chips} />
      </FilterBar>
      <Shown>{`${number(shown.length)} of ${count(rules.length, 'rule')}`}</Shown>
      <div class="wide" tabIndex={0} role="region" aria-label="Rules by how they were tried">
        <table class="heatmap">
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col" class="figure">
                alone
              </th>
              <th scope="col" class="figure">
                with others
              </th>
              <th scope="col" class="figure">
                did not apply
              </th>
              <th scope="col" class="figure">
                deviations
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <tr key={rule.rule}>
                <th scope="row">
                  <a class="code" href={ruleHref(rule.rule)}>
                    {legible(rule.rule)}
                  </a>
                </th>
                <Times times={rule.alone} />
                <Times times={rule.together} />
                <Times times={rule.held_off} />
                <Times times={(run.findingsOfRule.get(rule.rule) ?? []).reduce((sum, { group }) => sum + group.findings, 0)} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function InputTable({ inputs }: { inputs: InputCounts[] }) {
  const outcomes = [...new Set(inputs.map((input) => input.outcome))];
  const partitions = [...grouped(inputs, (input) => input.partition)];
  return (
    <div class="wide" tabIndex={0} role="region" aria-label="Kinds of input by outcome">
      <table class="heatmap">
        <thead>
          <tr>
            <th scope="col">Kind of input</th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col" class="figure code">
                {outcome}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {partitions.map(([partition, cells]) => (
            <tr key={partition}>
              <th scope="row">{legible(partition) || 'any'}</th>
              {outcomes.map((outcome) => (
                <Times key={outcome} times={cells.find((cell) => cell.outcome === outcome)?.times ?? 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inputs({ run }: { run: Run }) {
  const byCall = useMemo(() => grouped(run.report.coverage.inputs, (input) => input.function), [run]);
  const [asked] = useAsked('function');
  const call = byCall.has(asked) ? asked : [...byCall.keys()].sort((a, b) => byCall.get(b)!.length - byCall.get(a)!.length)[0];
  if (call === undefined) return null;
  const choices = [...byCall].map(([value, inputs]) => ({ value, words: `${value} (${inputs.length})` }));
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
        {number(rules.filter(isMet).length)} of {count(rules.length, 'rule')} met, {count(inputs.length, 'kind of input', 'kinds of input')} with their
        outcome, {count(states.length, 'class of state', 'classes of state')}. A rule is tried on both sides of its boundary if it applied to some
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
