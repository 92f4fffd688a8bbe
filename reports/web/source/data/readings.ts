// The questions that the documents leave open, and what a run says about the answer to each.
import type { Model } from './model.ts';
import type { EvidenceWords, FollowedReading, QuestionWords } from 'report';
import { listed } from './words.ts';

// A question about one subject, with the answer of each run.
export interface Asked {
  question: string;
  subject: string;
  asks: string;
  byRun: (FollowedReading | undefined)[];
}

// answered: the run follows this answer. narrowed: it ruled some out, several are left. settled: the profile allows
// one answer only, so the run has nothing to show. open: no step showed it. inconsistent: no answer explains the run.
export type ReadingState = 'answered' | 'narrowed' | 'settled' | 'open' | 'inconsistent';

export function stateOf({ answers, decided }: FollowedReading): ReadingState {
  if (answers.length === 0) return 'inconsistent';
  if (answers.length === 1) return decided ? 'answered' : 'settled';
  return decided ? 'narrowed' : 'open';
}

export const isAnswered = (reading: FollowedReading | undefined): reading is FollowedReading =>
  reading !== undefined && stateOf(reading) === 'answered';

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

// Two runs answer a question differently if no answer is left to both.
export function differ({ byRun }: Asked): boolean {
  const decided = byRun.filter((one) => one?.decided && one.answers.length > 0).map((one) => one!.answers);
  return decided.some((answers) => decided.some((others) => !answers.some((answer) => others.includes(answer))));
}

// The number of questions that a run answers, of those to which its profile allows more than one answer.
export function answeredOf(readings: FollowedReading[]): { answered: number; open: number } {
  const open = readings.filter((reading) => stateOf(reading) !== 'settled');
  return { answered: open.filter(isAnswered).length, open: open.length };
}

// The answers that a step may follow if it contradicts earlier ones. An earlier step may have followed one of several.
export function otherAnswers(question: QuestionWords | undefined, earlier: EvidenceWords[]): string {
  const followed = new Set(earlier.flatMap(({ answer }) => [answer, ...answer.split(' or ')]));
  return listed((question?.answers ?? []).map((answer) => answer.id).filter((id) => !followed.has(id))) || 'another answer';
}

export const answersText = ({ answers }: FollowedReading): string => listed(answers);
