// The steps of a script with their replies.
import type { StepResult } from 'report';
import { statusesText } from '../data/deviations.ts';
import { count, legible, legibleLines } from '../data/words.ts';
import { Symbol, wordOf } from './marks.tsx';

function Step({ finding, here }: { finding: StepResult; here: boolean }) {
  const wrong = finding.verdict === 'deviates';
  return (
    <li class={here ? 'step here' : 'step'} aria-current={here ? 'step' : undefined}>
      <Symbol of={finding.verdict} />
      <div>
        <p class="place">
          {finding.place} <span class="sr-only">{wordOf[finding.verdict]}</span>
        </p>
        <p class="code">{legible(finding.call)}</p>
        <p class="code reply lines-kept">
          <span aria-hidden="true">→ </span>
          <span class="sr-only">gave </span>
          {legibleLines(finding.reply)}
        </p>
        {wrong && <p class="code expected">allowed: {statusesText(finding.allowed)}</p>}
        {finding.why !== '' && !here && <p class="why">{legible(finding.why)}</p>}
      </div>
    </li>
  );
}

// Undecided steps after the deviation are collapsed.
export function Steps({ findings, here = -1 }: { findings: StepResult[]; here?: number }) {
  const last = findings.map((finding) => finding.verdict !== 'undecided').lastIndexOf(true);
  const rest = findings.slice(last + 1);
  const list = (shown: StepResult[]) => (
    <ol class="steps">
      {shown.map((finding) => (
        <Step key={finding.step} finding={finding} here={finding.step === here} />
      ))}
    </ol>
  );
  if (rest.length < 3 || last < 0) return list(findings);
  return (
    <>
      {list(findings.slice(0, last + 1))}
      <details>
        <summary>{count(rest.length, 'later step')}, not judged after the deviation</summary>
        {list(rest)}
      </details>
    </>
  );
}
