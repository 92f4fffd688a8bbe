// A kind of deviation in words: what the implementation gave, and what it must give.
import type { EvidenceWords, MismatchWords } from 'report';
import { listed } from './words.ts';

// As the documents name them, `success` and `other` included.
const statuses = 10;

// As the other forms of the report say it.
export function statusesText(allowed: string[]): string {
  if (allowed.length === statuses) return 'anything';
  return allowed.length === statuses - 1 && !allowed.includes('success') ? 'any failure' : listed(allowed) || 'nothing';
}

// A step of a report, or of a comparison.
export interface Judged {
  allowed: string[];
  mismatches: MismatchWords[];
  contradicts: EvidenceWords[];
}

export const statusIsWrong = (step: Judged, observed: string): boolean =>
  !step.allowed.includes(observed) || (step.mismatches.length === 0 && step.contradicts.length === 0);

// An answer that an earlier step followed, as the other forms of the report say it.
export const followedText = ({ place, script, answer }: EvidenceWords): string => `${place} of ${script || 'an unnamed script'} followed ${answer}`;

// What must be instead, for a list of deviations: the status, the first wrong member, or the answer followed before.
export function mustText(step: Judged, observed: string): string {
  if (statusIsWrong(step, observed)) return `must be ${statusesText(step.allowed)}`;
  const [wrong, ...more] = step.mismatches;
  if (wrong !== undefined) {
    const rest = more.length === 0 ? '' : ` (and ${more.length} more)`;
    return `${wrong.member} is ${wrong.observed}, must be ${wrong.allowed}${rest}`;
  }
  return `but ${followedText(step.contradicts[0]!)}`;
}
