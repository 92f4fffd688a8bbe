// The questions that the documents leave open, and the answer that each implementation follows.
import { useMemo } from 'preact/hooks';
import { readingHref } from '../data/model.ts';
import { answersText, askedOf, differ, stateOf, type Asked, type ReadingState } from '../data/readings.ts';
import type { FollowedReading } from 'report';
import { matching, prepared } from '../data/search.ts';
import { count, legible, listed, number } from '../data/words.ts';
import { Chips, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { Mark } from '../parts/marks.tsx';
import { useAsked, usePage } from '../parts/page.tsx';
import { Cell, RunLink, Table } from '../parts/table.tsx';

// The answer that a run follows, and how it is known.
export function Answer({ reading }: { reading: FollowedReading | undefined }) {
  if (!reading) return <span class="soft">not asked</span>;
  const answers = legible(answersText(reading));
  switch (stateOf(reading)) {
    case 'inconsistent':
      return <Mark of="deviates" word="no consistent answer" />;
    case 'answered':
      return <span class="answer">{answers}</span>;
    case 'narrowed':
      return <span class="soft">narrowed to {answers}</span>;
    case 'settled':
      return <span class="soft">{answers}, all that the profile allows</span>;
    case 'open':
      return <span class="soft">open: {answers}</span>;
  }
}

function Answers({ asked }: { asked: Asked }) {
  const { model } = usePage();
  return (
    <>
      {model.runs.map((run) => (
        <Cell key={run.index} head={legible(model.runs.length === 1 ? 'answer' : run.short)}>
          <Answer reading={asked.byRun[run.index]} />
        </Cell>
      ))}
    </>
  );
}

// The answers that the runs follow to one question, for each of its subjects.
export function Followed({ question }: { question: string }) {
  const { model } = usePage();
  const asked = useMemo(() => askedOf(model).filter((one) => one.question === question), [model, question]);
  if (asked.length === 0) return null;
  const subjects = asked.some((one) => one.subject !== '');
  const heads = model.runs.map((run) => ({ words: legible(run.name), class: 'code' }));
  return (
    <Table label="Answers that were followed" heads={subjects ? [{ words: 'For' }, ...heads] : heads} class="wrapped roomy">
      {asked.map((one) => (
        <tr key={one.subject}>
          {subjects && <th scope="row">{legible(one.subject)}</th>}
          <Answers asked={one} />
        </tr>
      ))}
    </Table>
  );
}

function Row({ asked }: { asked: Asked }) {
  return (
    <tr>
      <th scope="row">
        <a href={readingHref(asked.question)}>{legible(asked.asks || asked.question)}</a>
        <span class="code soft">
          {asked.question}
          {asked.subject !== '' && ` of ${legible(asked.subject)}`}
        </span>
      </th>
      <Answers asked={asked} />
    </tr>
  );
}

export function ReadingMatrix({ readings }: { readings: Asked[] }) {
  const { model } = usePage();
  const heads = model.runs.map((run) => ({
    words: model.runs.length === 1 ? 'Answer followed' : legible(run.short),
    shown: model.runs.length === 1 ? undefined : <RunLink run={run} />,
    class: 'run',
  }));
  return (
    <Table label="Readings" heads={[{ words: 'Question' }, ...heads]} class="matrix">
      {readings.map((asked) => (
        <Row key={`${asked.question} ${asked.subject}`} asked={asked} />
      ))}
    </Table>
  );
}

const is = (state: ReadingState) => (asked: Asked) => asked.byRun.some((one) => one !== undefined && stateOf(one) === state);

const states: Record<string, { words: string; holds: (asked: Asked) => boolean }> = {
  differ: { words: 'they differ', holds: differ },
  answered: { words: 'answered', holds: is('answered') },
  narrowed: { words: 'narrowed', holds: is('narrowed') },
  open: { words: 'open', holds: is('open') },
  settled: { words: 'settled by the profile', holds: is('settled') },
  inconsistent: { words: 'answered inconsistently', holds: is('inconsistent') },
};

export function Readings() {
  const { model } = usePage();
  const [query] = useAsked('q');
  const [state] = useAsked('state');
  const all = useMemo(() => askedOf(model), [model]);
  const texts = useMemo(() => prepared(all, (one) => [one.question, one.subject, one.asks, ...one.byRun.map((run) => listed(run?.answers ?? []))].join('\n')), [all]);
  const ofEveryState = matching(texts, query);
  const shown = states[state] ? ofEveryState.filter(states[state].holds) : ofEveryState;
  const chips = Object.entries(states)
    .filter(([value, { holds }]) => (value !== 'differ' || model.runs.length > 1) && all.some(holds))
    .map(([value, { words, holds }]) => ({ value, words, count: ofEveryState.filter(holds).length }));
  return (
    <>
      <h1 tabIndex={-1}>Readings</h1>
      <p class="lead">
        Where the documents are silent, vague or contradict themselves, several answers are allowed. An implementation may follow any of them, but
        must follow the same one throughout.
      </p>
      <FilterBar>
        <SearchField label="Search readings" />
        <Chips label="State" name="state" chips={chips} />
      </FilterBar>
      <Shown>{shown.length === all.length ? count(all.length, 'question') : `${number(shown.length)} of ${count(all.length, 'question')}`}</Shown>
      <ReadingMatrix readings={shown} />
    </>
  );
}
