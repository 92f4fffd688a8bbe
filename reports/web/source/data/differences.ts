// Differences between implementations: their order, texts and addresses.
import type { Model } from './model.ts';
import { answersText } from './readings.ts';
import type { AgreeingWords, Change, Comparison, DifferenceKind, DifferenceWords, EvidenceWords, Fate } from 'report';
import { mustText } from './deviations.ts';
import { href } from './route.ts';
import { count, legible, listed, number } from './words.ts';

export const kinds: DifferenceKind[] = ['broken', 'shared', 'reading', 'order', 'silent', 'undecided'];
export const fates: Fate[] = ['added', 'changed', 'gone', 'unchanged'];

export const kindWords: Record<DifferenceKind, { chip: string; why: string }> = {
  broken: { chip: 'a rule is broken', why: 'Some break a rule that the others keep.' },
  shared: { chip: 'all break it', why: 'All break the same rule in the same way.' },
  reading: { chip: 'another reading', why: 'The documents leave the question open. Each implementation follows an answer that they allow.' },
  order: { chip: 'another order', why: "Several rules refuse the call, and the documents don't say which comes first." },
  silent: { chip: 'documents silent', why: 'The documents do not specify what they differ in.' },
  undecided: { chip: 'no verdict', why: 'The documents allow no verdict on some of the answers.' },
};

export const isAmbiguous = (kind: DifferenceKind): boolean => kind !== 'broken' && kind !== 'shared';

// What the view of differences can be limited to: a kind, or all kinds without a broken rule.
export const isOfKind = (difference: DifferenceWords, kind: string): boolean =>
  kind === '' || difference.kind === kind || (kind === 'ambiguous' && isAmbiguous(difference.kind));

// The scripts that were compared and those that were left out are all scripts; the cases are all differences.
export function comparedText({ differences, scripts, steps, left_out }: Comparison): string {
  const all = left_out.reduce((sum, one) => sum + one.scripts, scripts);
  const [broken, shared, ambiguous] = ['broken', 'shared', 'ambiguous'].map((kind) => differences.filter((one) => isOfKind(one, kind)).length) as [number, number, number];
  const ran = `At least two of them ran ${all === scripts ? count(scripts, 'script') : `${number(scripts)} of ${count(all, 'script')}`}, with ${count(steps, 'step')}.`;
  const same = shared === 0 ? '' : ` In ${count(shared, 'case')} all break a rule in the same way.`;
  if (broken + ambiguous === 0) return `${ran} They never differ.${same}`;
  return `${ran} They differ in ${count(broken, 'case')} where some break a rule, and in ${number(ambiguous)} where the documents are ambiguous.${same}`;
}

// The implementations that break the rule, by their index on the page.
export function deviatingRuns(difference: DifferenceWords): number[] {
  return difference.agreeing.filter((group) => group.verdict === 'deviates' && group.rule === difference.rule).flatMap((group) => group.implementations);
}

// Whether one of them is not known to break it.
export function isNews(model: Model, difference: DifferenceWords): boolean {
  return deviatingRuns(difference).some((run) => model.runs[run]?.standingOf.get(difference.rule) === 'deviates');
}

// New deviations first, then those of few implementations, then those that many committed scripts show.
export function gravestFirst(model: Model, differences: DifferenceWords[]): DifferenceWords[] {
  const weight = (one: DifferenceWords) => [
    kinds.indexOf(one.kind),
    isNews(model, one) ? 0 : 1,
    deviatingRuns(one).length,
    -one.scripts.length,
    -one.places,
  ];
  const weighed = differences.map((one) => ({ one, weight: weight(one) }));
  weighed.sort((a, b) => a.weight.map((value, at) => value - b.weight[at]!).find((by) => by !== 0) ?? 0);
  return weighed.map(({ one }) => one);
}

export function saysOf(model: Model, difference: DifferenceWords): string {
  const { rule, rules, reading, subject } = difference;
  if (rule !== '') return model.rule.get(rule)?.says || rule;
  if (reading !== '') return (subject === '' ? '' : `${subject}: `) + (model.question.get(reading)?.asks ?? reading);
  if (rules.length === 0) return 'The documents say nothing';
  return rules.map((id) => model.rule.get(id)?.says || id).join('; ');
}

export const namesOf = (model: Model, runs: number[]): string => listed(runs.map((run) => legible(model.runs[run]?.short ?? `#${run}`)), 'and');

// The answers in a few words: of the implementations that deviate, or of each side.
export function answersOf(difference: DifferenceWords): string {
  const deviating = difference.agreeing.filter((group) => group.verdict === 'deviates' && group.rule === difference.rule);
  const outcomes = [...new Set((deviating.length > 0 ? deviating : difference.agreeing).map((group) => group.outcome))];
  if (outcomes.length === 1 && deviating.length === 0) return 'returned different data';
  return `${deviating.length > 0 ? 'gave ' : ''}${listed(outcomes)}`;
}

export interface FollowedInRuns {
  runs: number[];
  text: string; // "follows refused"
  evidence: EvidenceWords | undefined; // the first step that shows it
}

// The answers that the implementations of a group follow to the question of a difference: in a group they give the same
// reply, but may have been open to different answers before.
export function followedIn(model: Model, { reading, subject }: DifferenceWords, { implementations }: AgreeingWords): FollowedInRuns[] {
  if (reading === '') return [];
  const all = new Map<string, FollowedInRuns>();
  for (const run of implementations) {
    const followed = model.runs[run]?.report.readings.find((one) => one.question === reading && one.subject === subject);
    if (!followed?.decided || followed.answers.length === 0) continue;
    const text = `follows ${answersText(followed)}`;
    const same = all.get(text) ?? { runs: [], text, evidence: followed.evidence[0] };
    same.runs.push(run);
    all.set(text, same);
  }
  return [...all.values()];
}

// What the implementations that break the rule had to do; empty if none breaks it.
export function mustOf({ agreeing, rule, shortest }: DifferenceWords): string {
  const wrong = agreeing.find((group) => group.verdict === 'deviates' && group.rule === rule);
  const reply = shortest.steps.find((step) => step.parts)?.replies.find((one) => one.implementation === wrong?.implementations[0]);
  if (wrong === undefined || reply === undefined) return '';
  return mustText({ allowed: shortest.allowed, mismatches: reply.mismatches, contradicts: reply.contradicts }, wrong.outcome);
}

// Differences with the same id and call are distinguished by a number.
export function differenceHref(model: Model, difference: DifferenceWords): string {
  const similar = model.comparison!.differences.filter((one) => one.id === difference.id && one.function === difference.function);
  return href('difference', [difference.id, difference.function, String(similar.indexOf(difference) + 1)]);
}

export function findDifference(model: Model, [id, call, number]: string[]): DifferenceWords | undefined {
  const similar = model.comparison?.differences.filter((one) => one.id === id && one.function === call);
  return similar?.[Number(number) - 1];
}

// The page of the deviation in the later report, or in the earlier one if it is gone.
export function changeHref(change: Change): string {
  const now = change.after ?? change.before!;
  const path = [change.rule, change.function, now.observed];
  if (change.reading !== '') path.push(change.reading);
  return href('deviation', path, { of: change.after ? 1 : undefined });
}
