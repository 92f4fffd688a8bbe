// Verdicts as a shape and a word, so that readers do not depend on colour or shape alone.
import type { Standing } from '../data/model.ts';
import type { Verdict } from 'report';

export type Marked = Standing | Verdict | 'empty' | 'too_little';

export const wordOf: Record<Marked, string> = {
  conforms: 'conforms',
  deviates: 'deviates',
  known: 'known deviation',
  undecided: 'undecided',
  skipped: 'skipped',
  unreached: 'not reached',
  empty: 'nothing judged',
  too_little: 'too little judged',
};

// After a number: "1 deviates", "2 deviate", "2 known deviations".
export function areWords(of: Marked, value: number): string {
  const word = wordOf[of];
  if (value === 1) return word;
  return of === 'known' ? `${word}s` : word.replace(/s$/, '');
}

const shapes: Record<Marked, preact.ComponentChildren> = {
  conforms: <path d="M3.5 8.5l3 3 6-7" />,
  deviates: (
    <>
      <rect class="fill" x="1" y="1" width="14" height="14" rx="3" />
      <path class="on-fill" d="M5 5l6 6M11 5l-6 6" />
    </>
  ),
  known: (
    <>
      <rect x="1.75" y="1.75" width="12.5" height="12.5" rx="3" />
      <path d="M5.5 5.5l5 5M10.5 5.5l-5 5" />
    </>
  ),
  undecided: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11.4v.1" />
    </>
  ),
  skipped: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M5 8h6" />
    </>
  ),
  unreached: <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.2 2.7" />,
  empty: <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.2 2.7" />,
  too_little: <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.2 2.7" />,
};

export function Symbol({ of }: { of: Marked }) {
  return (
    <svg class={`symbol is-${of}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {shapes[of]}
    </svg>
  );
}

export function Mark({ of, word = wordOf[of] }: { of: Marked; word?: string }) {
  return (
    <span class={`mark is-${of}`}>
      <Symbol of={of} />
      <span>{word}</span>
    </span>
  );
}
