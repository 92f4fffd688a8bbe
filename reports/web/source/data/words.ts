// Formats numbers and text for the page.

import type { RuleWords } from 'report';

const plain = new Intl.NumberFormat('en');

export const number = (value: number): string => plain.format(value);

export function count(value: number, noun: string, many = noun + 's'): string {
  return `${number(value)} ${value === 1 ? noun : many}`;
}

export const kindsOfDeviation = (value: number): string => count(value, 'kind of deviation', 'kinds of deviation');

export function percent(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  const share = (100 * part) / whole;
  if (part !== 0 && share < 0.1) return '< 0.1 %';
  if (part !== whole && share > 99.9) return '> 99.9 %';
  return `${Number(share.toFixed(1))} %`;
}

export function duration(seconds: number): string {
  if (seconds > 0 && seconds < 0.0005) return '< 1 ms';
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 3600) return `${Number((seconds / 60).toFixed(1))} min`;
  return `${Number((seconds / 3600).toFixed(1))} h`;
}

export function listed(words: string[], last = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`;
}

// Turns a text into a sentence with a capital letter and a full stop. A name such as netioconf_reset stays as it is.
export function sentence(text: string): string {
  if (text === '') return text;
  const begun = /^[a-z]+_/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : begun + '.';
}

// Control characters, line separators and characters that change the writing direction, as in reports/words/escape.cc.
const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const unseenButLines = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

const spelled = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16).toUpperCase().padStart(2, '0')}}`;

// Text from an implementation, a path or a script may contain anything. Invisible characters are escaped. A line break
// is white space in running text, and kept where the text is shown with its lines.
export const legible = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(unseen, spelled);
export const legibleLines = (text: string): string => text.replace(unseenButLines, spelled);

// The page that makes a promise for a function.
export function pageOf(rule: RuleWords, name: string): string {
  return rule.of_every_call && name !== '' ? name : rule.page;
}
