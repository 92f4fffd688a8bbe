// A report compared with an earlier one: deviations that were added, are gone, changed or stayed the same.
import { useMemo } from 'preact/hooks';
import { changeHref, fates } from '../data/differences.ts';
import { mustText } from '../data/deviations.ts';
import { readingHref, stepOf, type Model } from '../data/model.ts';
import type { Change, Changes as Changed, Fate } from 'report';
import { matching, prepared } from '../data/search.ts';
import { kindsOfDeviation, legible, number, sentence } from '../data/words.ts';
import { Snippet } from '../parts/copy.tsx';
import { Chips, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { Symbol, type Marked } from '../parts/marks.tsx';
import { href, useAsked, usePage } from '../parts/page.tsx';
import { RowList } from '../parts/rows.tsx';

const marks: Record<Fate, Marked> = { added: 'deviates', changed: 'undecided', gone: 'conforms', unchanged: 'known' };

// In the later report, or in the earlier one if the deviation is gone.
function mustOfChange(model: Model, { before, after }: Change): string {
  const found = model.runs[after ? 1 : 0]!.deviations[(after ?? before)!.index];
  const step = found && stepOf(found);
  return found && step ? mustText(step, found.group.observed) : '';
}

function ChangeLine({ change }: { change: Change }) {
  const { model } = usePage();
  return (
    <a class="line" href={changeHref(change)}>
      <Symbol of={marks[change.fate]} />
      <span class="what">
        <strong>{sentence(legible(model.rule.get(change.rule)?.says || change.rule))}</strong>
        <span class="code soft">
          <b>{change.fate}</b> {legible(change.reading || change.rule)}
          {change.what !== '' && `: ${legible(change.what)}`}
        </span>
      </span>
      <span class="gave">
        <span class="code">{change.function}</span>
        <span class="soft">
          gave <span class="code">{(change.after ?? change.before)?.observed}</span>
        </span>
        <span class="must">{legible(mustOfChange(model, change))}</span>
      </span>
      <span class="times">
        {number(change.before?.findings ?? 0)}
        <span class="sr-only"> deviations before, </span>
        <span aria-hidden="true"> → </span>
        {number(change.after?.findings ?? 0)}
        <span class="sr-only"> deviations after</span>
      </span>
    </a>
  );
}

function Others({ changes }: { changes: Changed }) {
  return (
    <>
      {changes.scripts.length > 0 && (
        <section>
          <h2>Scripts with a different verdict</h2>
          <ul class="columns">
            {changes.scripts.slice(0, 300).map((one) => (
              <li key={one.name}>
                <a class="code" href={href('script', one.name.split('/'), { of: 1 })}>
                  {legible(one.name)}
                </a>{' '}
                <span class="soft">
                  {one.before} → {one.after}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {changes.readings.length > 0 && (
        <section>
          <h2>Readings answered differently</h2>
          <ul class="plain">
            {changes.readings.map((one) => (
              <li key={`${one.question} ${one.subject}`}>
                <a class="code" href={readingHref(one.question)}>
                  {legible(one.question)}
                  {one.subject !== '' && ` of ${legible(one.subject)}`}
                </a>{' '}
                <span class="soft">
                  {legible(one.before)} → {legible(one.after)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function saidOf(changes: Changed): string {
  const of = (fate: Fate) => changes.deviations.filter((one) => one.fate === fate).length;
  return fates.map((fate) => `${number(of(fate))} ${fate}`).join(', ');
}

export function Changes() {
  const { model } = usePage();
  const changes = model.changes!;
  const [query] = useAsked('q');
  const [fate] = useAsked('fate');
  const ordered = useMemo(() => [...changes.deviations].sort((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate)), [changes]);
  const texts = useMemo(() => prepared(ordered, (one) => [one.rule, one.reading, one.function, one.call, one.what, one.script].join('\n')), [ordered]);
  const ofEveryFate = useMemo(() => matching(texts, query), [texts, query]);
  const shown = fate === '' ? ofEveryFate : ofEveryFate.filter((one) => one.fate === fate);
  const chips = fates
    .filter((value) => ordered.some((one) => one.fate === value))
    .map((value) => ({ value, mark: marks[value], words: value, count: ofEveryFate.filter((one) => one.fate === value).length }));
  const lost = changes.functions_gone ?? [];
  const news = ordered.some((one) => one.fate === 'added' || one.fate === 'changed');
  const heading = news ? 'New or changed deviations' : lost.length > 0 ? 'Functions were lost' : 'No new deviation';
  return (
    <>
      <header class="hero">
        <p class="kicker code">
          {legible(model.runs[0]!.name)} / {legible(model.runs[1]!.name)}
        </p>
        <h1 tabIndex={-1} class={news || lost.length > 0 ? 'is-deviates' : 'is-conforms'}>
          <Symbol of={news || lost.length > 0 ? 'deviates' : 'conforms'} />
          {heading}
        </h1>
        <p class="lead">Kinds of deviation: {saidOf(changes)}.</p>
        <ul class="facts">
          {lost.map((name) => (
            <li key={name}>{legible(name)} is missing, and the earlier report has it</li>
          ))}
          {changes.notes.map((note) => (
            <li key={note}>{sentence(legible(note))}</li>
          ))}
        </ul>
      </header>
      <FilterBar>
        <SearchField label="Search changes" />
        <Chips label="Change" name="fate" chips={chips} />
      </FilterBar>
      <Shown>{kindsOfDeviation(shown.length)}</Shown>
      <RowList count={shown.length} label="Changes" row={(at) => <ChangeLine change={shown[at]!} />} />
      <Others changes={changes} />
      <section>
        <h2>To repeat it</h2>
        <Snippet text={changes.command} what="the command that repeats the comparison" />
      </section>
    </>
  );
}
