// One rule: its source, its result for each implementation, how it was tried, the deviations from it.
import { readingHref, scriptHref, type Run } from '../data/model.ts';
import type { RuleWords } from 'report';
import { legible, number, sentence } from '../data/words.ts';
import { Mark, Symbol, wordOf } from '../parts/marks.tsx';
import { Missing } from '../parts/missing.tsx';
import { href, usePage, useRun } from '../parts/page.tsx';
import { Cell, Table } from '../parts/table.tsx';
import { DifferenceList } from './differences.tsx';
import { DeviationLine } from './overview.tsx';
import { Followed } from './readings.tsx';

const kinds: Record<string, string> = {
  refusal: 'a call is refused',
  effect: 'what a call does',
  ignored: 'a member that must not matter',
};

function Head({ rule }: { rule: RuleWords }) {
  const facts = [rule.function, kinds[rule.kind] ?? ''].filter((fact) => fact !== '');
  return (
    <header class="hero">
      <p class="kicker">
        <a href={href('rules')}>Rules</a> / <span class="code">{rule.id}</span>
      </p>
      <h1 tabIndex={-1}>{sentence(legible(rule.says || rule.id))}</h1>
      {rule.page !== '' && (
        <p class="lead">
          {rule.page}, {rule.section}
        </p>
      )}
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </header>
  );
}

const heads = { standing: 'standing', alone: 'applied alone', together: 'with others', held_off: 'did not apply' };

function Tried({ run, rule }: { run: Run; rule: string }) {
  const reached = run.reached.get(rule) ?? { alone: 0, together: 0, held_off: 0 };
  return (
    <tr>
      <th scope="row" class="code">
        {legible(run.name)}
      </th>
      <Cell head={heads.standing}>
        <Mark of={run.standingOf.get(rule)!} />
      </Cell>
      {(['alone', 'together', 'held_off'] as const).map((how) => (
        <Cell key={how} head={heads[how]} class="figure">
          {number(reached[how])}
        </Cell>
      ))}
    </tr>
  );
}

function Standing({ rule }: { rule: string }) {
  const { model } = usePage();
  const columns = Object.values(heads).map((words) => ({ words, class: words === heads.standing ? '' : 'figure' }));
  return (
    <section>
      <h2>Results</h2>
      <Table label="Results" heads={[{ words: 'Implementation' }, ...columns]}>
        {model.runs.map((run) => (
          <Tried key={run.index} run={run} rule={rule} />
        ))}
      </Table>
    </section>
  );
}

function Deviating({ rule }: { rule: string }) {
  const { model } = usePage();
  const found = model.runs.flatMap((run) => run.deviationsOfRule.get(rule) ?? []);
  if (found.length === 0) return null;
  return (
    <section>
      <h2>Deviations from it</h2>
      <ul class="lines">
        {found.slice(0, 200).map((one) => (
          <li key={`${one.run.index}/${one.number}`}>
            {model.runs.length > 1 && <p class="code soft of">{legible(one.run.name)}</p>}
            <DeviationLine found={one} by="call" />
          </li>
        ))}
      </ul>
      {found.length > 200 && (
        <p>
          <a href={href('deviations', [], { q: rule })}>All {number(found.length)}</a>
        </p>
      )}
    </section>
  );
}

// Differences between implementations, both broken rules and ambiguities.
function Differing({ rule }: { rule: string }) {
  const { model } = usePage();
  const differences = (model.comparison?.differences ?? []).filter((one) => one.rule === rule || one.rules.includes(rule));
  return <DifferenceList title="Where the implementations differ" differences={differences} />;
}

function UnderReading({ rule }: { rule: RuleWords }) {
  const { model } = usePage();
  const question = model.question.get(rule.reading);
  if (rule.reading === '') return null;
  return (
    <section>
      <h2>The reading that it depends on</h2>
      <p>
        The rule depends on the answer to <a href={readingHref(rule.reading)}>{question ? legible(question.asks) : rule.reading}</a>
      </p>
      <Followed question={rule.reading} />
    </section>
  );
}

function Scripts({ rule }: { rule: string }) {
  const { model } = usePage();
  const asked = useRun();
  const run = [asked, ...model.runs].find((one) => (one.scriptsOfRule.get(rule) ?? []).length > 0);
  if (!run) return null;
  const scripts = run.scriptsOfRule.get(rule)!;
  return (
    <section>
      <h2>
        Scripts that try it
        {model.runs.length > 1 && (
          <>
            , as <span class="code">{legible(run.name)}</span> ran them
          </>
        )}
      </h2>
      <ul class="scripts">
        {scripts.slice(0, 300).map((at) => {
          const script = run.report.scripts[at]!;
          return (
            <li key={at}>
              <Symbol of={script.verdict} />
              <span>
                <a class="code" href={scriptHref(run, at)}>
                  {legible(script.name.slice(rule.length + 1))}
                </a>
                <span class="sr-only">, {wordOf[script.verdict]}</span>
                {script.comment !== '' && <span class="soft"> {legible(script.comment)}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      {scripts.length > 300 && <p>and {number(scripts.length - 300)} more.</p>}
    </section>
  );
}

function Mutants({ rule }: { rule: RuleWords }) {
  if (rule.mutants.length === 0) return null;
  return (
    <section>
      <h2>Mutants that break it</h2>
      <p class="soft">Faulty variants of the emulator that the suite must catch.</p>
      <ul class="columns">
        {rule.mutants.map((mutant) => (
          <li key={mutant} class="code">
            mutant:{legible(mutant)}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RulePage() {
  const { model, route } = usePage();
  const rule = model.rule.get(route.path.join('/'));
  if (!rule) {
    return <Missing what="rule" view="rules" all="All rules" />;
  }
  return (
    <article>
      <Head rule={rule} />
      <Differing rule={rule.id} />
      <Deviating rule={rule.id} />
      <Standing rule={rule.id} />
      <UnderReading rule={rule} />
      <Scripts rule={rule.id} />
      <Mutants rule={rule} />
    </article>
  );
}

