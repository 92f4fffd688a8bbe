// One line for each difference: its rule or reading, and the implementations on each side.
import { useMemo } from 'preact/hooks';
import { answersOf, deviatingRuns, differenceHref, gravestFirst, isOfKind, kinds, kindWords, mustOf, namesOf, saysOf } from '../data/differences.ts';
import type { Model } from '../data/model.ts';
import type { DifferenceWords } from 'report';
import { matching, prepared } from '../data/search.ts';
import { count, legible, number, sentence } from '../data/words.ts';
import { Chips, Choose, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { Symbol } from '../parts/marks.tsx';
import { useAsked, usePage } from '../parts/page.tsx';
import { RowList } from '../parts/rows.tsx';

function whoOf(model: Model, difference: DifferenceWords): string {
  const deviating = deviatingRuns(difference);
  if (difference.kind === 'shared') return 'all of them';
  if (difference.kind === 'broken') return namesOf(model, deviating);
  return difference.agreeing.map((group) => namesOf(model, group.implementations)).join(' / ');
}

export function DifferenceLine({ difference, who = true }: { difference: DifferenceWords; who?: boolean }) {
  const { model } = usePage();
  return (
    <a class={who ? 'line several' : 'line'} href={differenceHref(model, difference)}>
      <Symbol of={difference.kind === 'broken' || difference.kind === 'shared' ? 'deviates' : 'undecided'} />
      <span class="what">
        <strong>{sentence(legible(saysOf(model, difference)))}</strong>
        {who && <span class="code">{whoOf(model, difference)}</span>}
        <span class="code soft">{legible(difference.id)}</span>
      </span>
      <span class="gave">
        <span class="code">{difference.function}</span>
        <span class="soft">{legible(answersOf(difference))}</span>
        <span class="must">{legible(mustOf(difference))}</span>
      </span>
      <span class="times">
        {number(difference.places)}
        <span class="sr-only"> times</span>
        <span aria-hidden="true">×</span>
      </span>
    </a>
  );
}

interface Titled {
  title: string;
  differences: DifferenceWords[];
  most?: number;
  who?: boolean; // whether to show the deviating implementations
}

export function DifferenceList({ title, differences, most = 100, who = true }: Titled) {
  const { model } = usePage();
  if (differences.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="lines">
        {differences.slice(0, most).map((one) => (
          <li key={differenceHref(model, one)}>
            <DifferenceLine difference={one} who={who} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function textOf(model: Model, one: DifferenceWords): string {
  const answers = one.agreeing.map((group) => `${group.outcome} ${group.reply}`);
  const call = one.shortest.steps[one.shortest.steps.length - 1]?.call ?? '';
  return [one.id, one.function, saysOf(model, one), whoOf(model, one), call, one.shortest.name, ...answers].join('\n');
}

const wordsOfKind = kinds.map((value) => ({ value: value as string, words: kindWords[value].chip }));
const chipKinds = [...wordsOfKind.slice(0, 2), { value: 'ambiguous', words: 'documents ambiguous' }, ...wordsOfKind.slice(2)];

// Also the differences of every kind that have the words, the call and the implementation.
function useFiltered(all: DifferenceWords[]): { shown: DifferenceWords[]; ofEveryKind: DifferenceWords[] } {
  const { model } = usePage();
  const [query] = useAsked('q');
  const [kind] = useAsked('kind');
  const [call] = useAsked('function');
  const [by] = useAsked('by');
  const texts = useMemo(() => prepared(all, (one) => textOf(model, one)), [model, all]);
  const ofEveryKind = useMemo(() => {
    const admits = (one: DifferenceWords) => (call === '' || one.function === call) && (by === '' || deviatingRuns(one).includes(Number(by)));
    return matching(texts, query, admits);
  }, [texts, query, call, by]);
  const shown = useMemo(() => ofEveryKind.filter((one) => isOfKind(one, kind)), [ofEveryKind, kind]);
  return { shown, ofEveryKind };
}

export function Differences() {
  const { model } = usePage();
  const all = useMemo(() => gravestFirst(model, model.comparison?.differences ?? []), [model]);
  const { shown, ofEveryKind } = useFiltered(all);
  const calls = useMemo(() => [...new Set(all.map((one) => one.function))].sort(), [all]);
  const chips = chipKinds
    .filter(({ value }) => all.some((one) => isOfKind(one, value)))
    .map((chip) => ({ ...chip, count: ofEveryKind.filter((one) => isOfKind(one, chip.value)).length }));
  const deviating = model.runs.map((run) => ({ value: String(run.index), words: `broken by ${legible(run.name)}` }));
  return (
    <>
      <h1 tabIndex={-1}>Differences</h1>
      <p class="lead">
        Each line groups the places where the implementations differ about the same rule or reading, in the same call, with the same implementations
        agreeing.
      </p>
      <FilterBar>
        <SearchField label="Search differences" />
        <Chips label="Reason" name="kind" chips={chips} />
        <Choose label="Call" name="function" choices={[{ value: '', words: 'every call' }, ...calls.map((value) => ({ value }))]} />
        <Choose label="Implementation" name="by" choices={[{ value: '', words: 'every implementation' }, ...deviating]} />
      </FilterBar>
      <Shown>{shown.length === all.length ? count(all.length, 'difference') : `${number(shown.length)} of ${count(all.length, 'difference')}`}</Shown>
      <RowList count={shown.length} label="Differences" row={(at) => <DifferenceLine difference={shown[at]!} />} />
    </>
  );
}
