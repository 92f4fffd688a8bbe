// The matrix: one row for each rule, one column for each implementation. With a single implementation it also shows how each rule was tried.
import { Fragment } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { familyOf, deviationHref, grouped, ruleHref, standings, tally, type Run } from '../data/model.ts';
import type { RuleWords } from 'report';
import { matching } from '../data/search.ts';
import { count, legible, number } from '../data/words.ts';
import { Chips, Choose, ChooseRuns, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { useGrid } from '../parts/grid.ts';
import { Mark } from '../parts/marks.tsx';
import { useAsked, usePage } from '../parts/page.tsx';
import { Cell, Heads, RunLink } from '../parts/table.tsx';

const differ = (rule: string, runs: Run[]): boolean => new Set(runs.map((run) => run.standingOf.get(rule))).size > 1;

// Whether a rule has the standing in one of the runs, or differs between them.
const stands = (rule: string, standing: string, runs: Run[]): boolean =>
  standing === '' || (standing === 'differ' ? differ(rule, runs) : runs.some((run) => run.standingOf.get(rule) === standing));

interface Filtered {
  shown: RuleWords[];
  ofEveryStanding: RuleWords[]; // that have the words and the family
  runs: Run[]; // of which a rule must have the standing in one
}

function useFiltered(): Filtered {
  const { model, texts } = usePage();
  const [query] = useAsked('q');
  const [standing] = useAsked('standing');
  const [family] = useAsked('family');
  const [of] = useAsked('of');
  const runs = useMemo(() => (of === '' || standing === 'differ' ? model.runs : model.runs.filter((run) => run.index === Number(of))), [model, of, standing]);
  const ofEveryStanding = useMemo(
    () => matching(texts.rules(), query, (rule) => family === '' || familyOf(rule.id) === family),
    [texts, query, family],
  );
  const shown = useMemo(() => ofEveryStanding.filter(({ id }) => stands(id, standing, runs)), [ofEveryStanding, standing, runs]);
  return { shown, ofEveryStanding, runs };
}

function Filters({ ofEveryStanding, runs }: Filtered) {
  const { model } = usePage();
  const families = useMemo(() => [...new Set(model.rules.map((rule) => familyOf(rule.id)))], [model]);
  const having = (rules: RuleWords[], standing: string, of: Run[]) => rules.filter(({ id }) => stands(id, standing, of)).length;
  const differing = { value: 'differ', words: 'they differ', count: having(ofEveryStanding, 'differ', model.runs) };
  const chips = standings
    .filter((standing) => having(model.rules, standing, model.runs) > 0)
    .map((standing) => ({ value: standing, mark: standing, count: having(ofEveryStanding, standing, runs) }));
  return (
    <FilterBar>
      <SearchField label="Search rules" />
      <Chips label="Standing" name="standing" chips={model.runs.length > 1 ? [differing, ...chips] : chips} />
      <Choose label="Family" name="family" choices={[{ value: '', words: 'every family' }, ...families.map((value) => ({ value }))]} />
      <ChooseRuns />
    </FilterBar>
  );
}

function StandingCell({ run, rule }: { run: Run; rule: string }) {
  const { model } = usePage();
  const standing = run.standingOf.get(rule)!;
  const deviations = run.deviationsOfRule.get(rule) ?? [];
  const to = deviations.length === 1 ? deviationHref(deviations[0]!) : ruleHref(rule) + (run.index ? `?of=${run.index}` : '');
  return (
    <Cell head={model.runs.length === 1 ? 'standing' : legible(run.short)}>
      <a class="cell" href={to} data-cell>
        <Mark of={standing} word={standing === 'known' ? 'known' : undefined} />
        {deviations.length > 1 && (
          <span class="soft">
            {' '}
            {number(deviations.length)}
            <span class="sr-only"> kinds of deviation</span>
          </span>
        )}
      </a>
    </Cell>
  );
}

const tried = ['alone', 'with others', 'did not apply'] as const;

function Tried({ run, rule }: { run: Run; rule: string }) {
  const reached = run.reached.get(rule);
  return (
    <>
      {[reached?.alone, reached?.together, reached?.held_off].map((times, at) => (
        <Cell key={at} head={tried[at]!} class={times ? 'figure' : 'figure soft'}>
          {number(times ?? 0)}
        </Cell>
      ))}
    </>
  );
}

function RuleRow({ rule, runs }: { rule: RuleWords; runs: Run[] }) {
  return (
    <tr data-row>
      <th scope="row">
        <a href={ruleHref(rule.id)} data-cell>
          {legible(rule.says || rule.id)}
        </a>
        <span class="code soft">{rule.id}</span>
      </th>
      {runs.map((run) => (
        <StandingCell key={run.index} run={run} rule={rule.id} />
      ))}
      {runs.length === 1 && <Tried run={runs[0]!} rule={rule.id} />}
    </tr>
  );
}

export function RuleMatrix({ rules }: { rules: RuleWords[] }) {
  const { model } = usePage();
  const table = useRef<HTMLTableElement>(null);
  const grid = useGrid(table);
  const single = model.runs.length === 1;
  const standing = model.runs.map((run) => (single ? { words: 'Standing', class: 'run' } : { words: legible(run.short), shown: <RunLink run={run} />, class: 'run' }));
  const heads = [{ words: 'Rule' }, ...standing, ...(single ? tried.map((words) => ({ words, class: 'figure' })) : [])];
  return (
    <div class="wide">
      <table class="matrix stacked" role="grid" aria-label="Rules and implementations" ref={table} {...grid}>
        <Heads heads={heads} />
        <tbody>
          {[...grouped(rules, (rule) => familyOf(rule.id))].map(([family, members]) => (
            <Fragment key={family}>
              <tr class="group">
                <th scope="rowgroup" colSpan={heads.length} class="code">
                  {family}
                </th>
              </tr>
              {members.map((rule) => (
                <RuleRow key={rule.id} rule={rule} runs={model.runs} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Rules() {
  const { model } = usePage();
  const filtered = useFiltered();
  const { shown } = filtered;
  const all = model.rules.length;
  return (
    <>
      <h1 tabIndex={-1}>Rules</h1>
      <p class="lead">
        Each rule is one documented promise.{' '}
        {model.runs.length === 1
          ? `${brokenText(model.runs[0]!)} The last columns count the calls to which the rule applied alone, to which it applied with other rules, and to which it did not apply.`
          : 'Each column is an implementation.'}
      </p>
      <Filters {...filtered} />
      <Shown>{shown.length === all ? count(all, 'rule') : `${number(shown.length)} of ${count(all, 'rule')}`}</Shown>
      <RuleMatrix rules={shown} />
    </>
  );
}

function brokenText(run: Run): string {
  const { deviates, known } = tally(run.standingOf.values());
  const are = (rules: number) => `${number(rules)} ${rules === 1 ? 'is' : 'are'}`;
  const more = known === 0 ? '' : `, ${are(known)} known to be broken`;
  return `${deviates === 0 ? 'None is' : are(deviates)} ${known === 0 || deviates > 0 ? '' : 'newly '}broken${more}.`;
}
