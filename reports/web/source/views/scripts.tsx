import { useMemo } from 'preact/hooks';
import { findScript, ruleHref, ruleOfScript, scriptHref, scriptsOf, type Run } from '../data/model.ts';
import type { ScriptResult, Verdict } from 'report';
import { matching } from '../data/search.ts';
import { count, legible, number, sentence } from '../data/words.ts';
import { ChooseRun, Chips, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { MachineDiagram } from '../parts/machine.tsx';
import { Mark, Symbol, wordOf } from '../parts/marks.tsx';
import { Missing } from '../parts/missing.tsx';
import { href, useAsked, usePage, useRun } from '../parts/page.tsx';
import { Reproducers } from '../parts/reproducers.tsx';
import { RowList } from '../parts/rows.tsx';
import { Steps } from '../parts/steps.tsx';

const verdicts: Verdict[] = ['deviates', 'undecided', 'skipped', 'conforms'];

function ScriptLine({ run, at }: { run: Run; at: number }) {
  const script = run.report.scripts[at]!;
  return (
    <a class="line script" href={scriptHref(run, at)}>
      <Symbol of={script.verdict} />
      <span class="what">
        <span class="code">{legible(script.name || 'unnamed')}</span>
        <span class="soft">{legible(script.comment || '—')}</span>
      </span>
      <span class="soft">
        {wordOf[script.verdict]}
        {script.origin === 'generated' && ', generated'}
      </span>
    </a>
  );
}

// Of the generated scripts, a report contains examples only.
function listedText(run: Run): string {
  const ran = scriptsOf(run);
  const kept = run.report.scripts.length;
  if (ran === kept) return '';
  return `${count(ran, 'script')} ran; listed are the committed ones and, of the generated ones, the shortest of each kind of deviation.`;
}

export function Scripts() {
  const { texts } = usePage();
  const run = useRun();
  const [query] = useAsked('q');
  const [verdict] = useAsked('verdict');
  const { scripts } = run.report;
  const ofEveryVerdict = useMemo(() => matching(texts.scripts(run.index), query), [texts, run, query]);
  const shown = useMemo(() => ofEveryVerdict.filter((at) => verdict === '' || scripts[at]!.verdict === verdict), [ofEveryVerdict, verdict]);
  const chips = verdicts
    .filter((value) => scripts.some((script) => script.verdict === value))
    .map((value) => ({ value, mark: value, count: ofEveryVerdict.filter((at) => scripts[at]!.verdict === value).length }));
  return (
    <>
      <h1 tabIndex={-1}>Scripts</h1>
      <p class="lead">
        Each script tests one idea. {listedText(run)}
      </p>
      <FilterBar>
        <SearchField label="Search scripts" />
        <Chips label="Verdict" name="verdict" chips={chips} />
        <ChooseRun />
      </FilterBar>
      <Shown>{shown.length === scripts.length ? count(scripts.length, 'script') : `${number(shown.length)} of ${count(scripts.length, 'script')}`}</Shown>
      <RowList count={shown.length} label="Scripts" row={(at) => <ScriptLine run={run} at={shown[at]!} />} />
    </>
  );
}

function What({ script }: { script: ScriptResult }) {
  if (script.skipped !== '') return <p>{sentence(legible(script.skipped))}</p>;
  if (script.findings.length > 0) return <Steps findings={script.findings} />;
  return (
    <p class="soft">
      Each of its {count(script.steps.conforms, 'step')} did what the documents allow. The report contains steps only of scripts that do not conform;{' '}
      <span class="code">netioconf explain</span> and the file show the rest.
    </p>
  );
}

export function ScriptPage() {
  const { model, route } = usePage();
  const run = useRun();
  const at = findScript(run, route.path.join('/'), route.query.get('at'));
  const script = at === undefined ? undefined : run.report.scripts[at];
  if (!script) {
    return <Missing what="script" view="scripts" all="All scripts" />;
  }
  const rule = ruleOfScript(script.name);
  return (
    <article>
      <header class="hero">
        <p class="kicker">
          <a href={href('scripts')}>Scripts</a> /{' '}
          {model.rule.has(rule) && (
            <a class="code" href={ruleHref(rule)}>
              {rule}
            </a>
          )}
        </p>
        <h1 tabIndex={-1} class="code">
          {legible(script.name.slice(rule === '' ? 0 : rule.length + 1) || 'unnamed')}
        </h1>
        <p class="lead">
          <Mark of={script.verdict} /> {sentence(legible(script.comment))}
        </p>
        <p class="source code">{legible(script.path)}</p>
      </header>
      <div class={script.machine ? 'beside' : ''}>
        <section>
          <h2>What happened</h2>
          <What script={script} />
        </section>
        {script.machine && (
          <section>
            <h2>The machine</h2>
            <MachineDiagram machine={script.machine} words={script.host} call="" />
          </section>
        )}
      </div>
      {script.exports.length > 0 && <Reproducers script={script} />}
    </article>
  );
}

