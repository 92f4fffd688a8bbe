// The matrix: one row for each rule, one column for each implementation. With a single implementation it also shows how each rule was tried.
import { Fragment } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { familyOf, findingHref, grouped, ruleHref, standings, tally, type Run, type Standing } from '../data/model.ts';
import type { RuleWords } from 'report';
import { matching } from '../data/search.ts';
import { count, legible, number } from '../data/words.ts';
import { Chips, Choose, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { useGrid } from '../parts/grid.ts';
import { Mark } from '../parts/marks.tsx';
import { href, useAsked, usePage } from '../parts/page.tsx';

const differ = (rule: string, runs: Run[]): boolean => new Set(runs.map((run) => run.standingOf.get(rule))).size > 1;

function useFiltered(): RuleWords[] {
  const { model, texts } = usePage();
  const [query] = useAsked('q');
  const [standing] = useAsked('standing');
  const [family] = useAsked('family');
  return useMemo(() => {
    const stands = ({ id }: RuleWords) =>
      standing === 'differ' ? differ(id, model.runs) : model.runs.some((run) => run.standingOf.get(id) === standing);
    return matching(texts.rules(), query, (rule) => {
      return (standing === '' || stands(rule)) && (family === '' || familyOf(rule.id) === family);
    });
  }, [model, texts, query, standing, family]);
}

function Filters() {
  const { model } = usePage();
  const families = useMemo(() => [...new Set(model.rules.map((rule) => familyOf(rule.id)))], [model]);
  const counts = useMemo(() => {
    const ids = model.rules.map((rule) => rule.id);
    const having = (standing: Standing) => ids.filter((id) => model.runs.some((run) => run.standingOf.get(id) === standing)).length;
    return new Map(standings.map((standing) => [standing, having(standing)]));
  }, [model]);
  const chips = standings.filter((standing) => counts.get(standing)! > 0).map((standing) => ({ value: standing, mark: standing, count: counts.get(standing)! }));
  const differing = model.rules.filter((rule) => differ(rule.id, model.runs)).length;
  return (
    <FilterBar>
      <SearchField label="Search rules" />
      <Chips label="Standing" name="standing" chips={model.runs.length > 1 ? [{ value: 'differ', words: 'they differ', count: differing }, ...chips] : chips} />
      <Choose label="Family" name="family" choices={[{ value: '', words: 'every family' }, ...families.map((value) => ({ value }))]} />
    </FilterBar>
  );
}

function StandingCell({ run, rule }: { run: Run; rule: string }) {
  const standing = run.standingOf.get(rule)!;
  const findings = run.findingsOfRule.get(rule) ?? [];
  const to = findings.length === 1 ? findingHref(findings[0]!) : ruleHref(rule) + (run.index ? `?of=${run.index}` : '');
  return (
    <td>
      <a class="cell" href={to} data-cell>
        <Mark of={standing} word={standing === 'known' ? 'known' : undefined} />
        {findings.length > 1 && (
          <span class="soft">
            {' '}
            {findings.length}
            <span class="sr-only"> kinds</span>
          </span>
        )}
      </a>
    </td>
  );
}

function Tried({ run, rule }: { run: Run; rule: string }) {
  const reached = run.reached.get(rule);
  return (
    <>
      {[reached?.alone, reached?.together, reached?.held_off].map((times, at) => (
        <td key={at} class={times ? 'figure' : 'figure soft'}>
          {number(times ?? 0)}
        </td>
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

function Matrix({ rules }: { rules: RuleWords[] }) {
  const { model } = usePage();
  const table = useRef<HTMLTableElement>(null);
  const grid = useGrid(table);
  const single = model.runs.length === 1;
  const width = model.runs.length + (single ? 4 : 1);
  return (
    <div class="wide">
      <table class="matrix" role="grid" aria-label="Rules and implementations" ref={table} {...grid}>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            {model.runs.map((run) => (
              <th key={run.index} scope="col" class="run">
                {single ? 'Standing' : <a class="code" href={href('run', [], { of: run.index })} title={legible(run.name)}>{legible(run.short)}</a>}
              </th>
            ))}
            {single && ['alone', 'with others', 'did not apply'].map((words) => <th key={words} scope="col" class="figure">{words}</th>)}
          </tr>
        </thead>
        <tbody>
          {[...grouped(rules, (rule) => familyOf(rule.id))].map(([family, members]) => (
            <Fragment key={family}>
              <tr class="group">
                <th scope="rowgroup" colSpan={width} class="code">
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
  const rules = useFiltered();
  const all = model.rules.length;
  const broken = model.runs.length === 1 ? tally(model.runs[0]!.standingOf.values()).deviates : 0;
  return (
    <>
      <h1 tabIndex={-1}>Rules</h1>
      <p class="lead">
        Each rule is one documented promise.{' '}
        {model.runs.length === 1
          ? `${broken === 0 ? 'None is' : number(broken) + (broken === 1 ? ' is' : ' are')} broken. The last columns count the calls to which the rule applied alone, to which it applied with other rules, and to which it did not apply.`
          : 'Each column is an implementation.'}
      </p>
      <Filters />
      <Shown>{rules.length === all ? count(all, 'rule') : `${number(rules.length)} of ${count(all, 'rule')}`}</Shown>
      <Matrix rules={rules} />
    </>
  );
}
