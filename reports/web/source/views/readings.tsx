// The questions that the documents leave open, and the answer that each implementation follows.
import { useMemo } from 'preact/hooks';
import { readingHref, type Model, type Run } from '../data/model.ts';
import type { FollowedReading } from 'report';
import { matching, prepared } from '../data/search.ts';
import { count, legible, listed, number } from '../data/words.ts';
import { Chips, FilterBar, SearchField, Shown } from '../parts/filter.tsx';
import { Mark } from '../parts/marks.tsx';
import { href, useAsked, usePage } from '../parts/page.tsx';

// A question about one subject, with the answer of each run.
interface Asked {
  question: string;
  subject: string;
  asks: string;
  byRun: (FollowedReading | undefined)[];
}

type State = 'followed' | 'open' | 'broken';

export function stateOf(reading: FollowedReading): State {
  if (reading.answers.length === 0) return 'broken';
  return reading.decided ? 'followed' : 'open';
}

export function askedOf(model: Model): Asked[] {
  const all = new Map<string, Asked>();
  for (const run of model.runs) {
    for (const reading of run.report.readings) {
      const key = `${reading.question}\n${reading.subject}`;
      const asks = model.question.get(reading.question)?.asks ?? '';
      const asked = all.get(key) ?? { question: reading.question, subject: reading.subject, asks, byRun: model.runs.map(() => undefined) };
      asked.byRun[run.index] = reading;
      all.set(key, asked);
    }
  }
  return [...all.values()];
}

const differ = ({ byRun }: Asked): boolean => new Set(byRun.filter((one) => one?.decided).map((one) => listed(one!.answers))).size > 1;

export function Answer({ reading }: { reading: FollowedReading | undefined }) {
  if (!reading) return <span class="soft">not asked</span>;
  switch (stateOf(reading)) {
    case 'broken':
      return <Mark of="deviates" word="no consistent answer" />;
    case 'followed':
      return <span class="answer">{legible(listed(reading.answers))}</span>;
    default:
      return <span class="soft">open: {legible(listed(reading.answers))}</span>;
  }
}

// The answers that the runs follow to one question, for each of its subjects.
export function Followed({ question }: { question: string }) {
  const { model } = usePage();
  const asked = useMemo(() => askedOf(model).filter((one) => one.question === question), [model, question]);
  if (asked.length === 0) return null;
  const subjects = asked.some((one) => one.subject !== '');
  return (
    <div class="wide" tabIndex={0} role="region" aria-label="Answers that were followed">
      <table>
        <thead>
          <tr>
            {subjects && <th scope="col">For</th>}
            {model.runs.map((run) => (
              <th key={run.index} scope="col" class="code">
                {legible(run.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {asked.map((one) => (
            <tr key={one.subject}>
              {subjects && <th scope="row">{legible(one.subject)}</th>}
              {one.byRun.map((reading, at) => (
                <td key={at}>
                  <Answer reading={reading} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ asked, runs }: { asked: Asked; runs: Run[] }) {
  return (
    <tr>
      <th scope="row">
        <a href={readingHref(asked.question)}>{legible(asked.asks || asked.question)}</a>
        <span class="code soft">
          {asked.question}
          {asked.subject !== '' && ` of ${legible(asked.subject)}`}
        </span>
      </th>
      {runs.map((run) => (
        <td key={run.index}>
          <Answer reading={asked.byRun[run.index]} />
        </td>
      ))}
    </tr>
  );
}

const admits: Record<string, (asked: Asked) => boolean> = {
  '': () => true,
  differ,
  followed: ({ byRun }) => byRun.some((one) => one !== undefined && stateOf(one) === 'followed'),
  open: ({ byRun }) => byRun.some((one) => one !== undefined && stateOf(one) === 'open'),
  broken: ({ byRun }) => byRun.some((one) => one !== undefined && stateOf(one) === 'broken'),
};

export function Readings() {
  const { model } = usePage();
  const [query] = useAsked('q');
  const [state] = useAsked('state');
  const all = useMemo(() => askedOf(model), [model]);
  const texts = useMemo(() => prepared(all, (one) => [one.question, one.subject, one.asks, ...one.byRun.map((run) => listed(run?.answers ?? []))].join('\n')), [all]);
  const shown = matching(texts, query, admits[state] ?? admits['']);
  const chip = (value: string, words: string) => ({ value, words, count: all.filter(admits[value]!).length });
  const chips = [chip('followed', 'answered'), chip('open', 'open'), chip('broken', 'answered inconsistently')];
  if (model.runs.length > 1) chips.unshift(chip('differ', 'they differ'));
  return (
    <>
      <h1 tabIndex={-1}>Readings</h1>
      <p class="lead">
        Where the documents are silent, vague or contradict themselves, several answers are allowed. An implementation may follow any of them, but
        must follow the same one throughout.
      </p>
      <FilterBar>
        <SearchField label="Search readings" />
        <Chips label="State" name="state" chips={chips.filter((one) => one.count > 0)} />
      </FilterBar>
      <Shown>{shown.length === all.length ? count(all.length, 'question') : `${number(shown.length)} of ${count(all.length, 'question')}`}</Shown>
      <div class="wide" tabIndex={0} role="region" aria-label="Readings">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">Question</th>
              {model.runs.map((run) => (
                <th key={run.index} scope="col" class="run">
                  {model.runs.length === 1 ? 'Answer followed' : <a class="code" href={href('run', [], { of: run.index })} title={legible(run.name)}>{legible(run.short)}</a>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((asked) => (
              <Row key={`${asked.question} ${asked.subject}`} asked={asked} runs={model.runs} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
