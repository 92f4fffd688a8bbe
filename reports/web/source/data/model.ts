// The data of the views: the reports, and values derived from them once.
import type { Page, Changes, Matrix, Comparison, Group, InputCounts, QuestionWords, Report, RuleCounts, RuleWords, ScriptResult, StepResult } from 'report';
import { href } from './route.ts';

// The result of an implementation for a rule, gravest first.
export const standings = ['deviates', 'known', 'undecided', 'skipped', 'unreached', 'conforms'] as const;
export type Standing = (typeof standings)[number];

// A report on the page.
export interface Run {
  index: number;
  name: string;
  short: string; // for column headings
  report: Report;
  deviations: Deviation[];
  deviationsOfRule: Map<string, Deviation[]>;
  deviationsOfReading: Map<string, Deviation[]>;
  reached: Map<string, RuleCounts>;
  scriptsOfRule: Map<string, number[]>;
  scriptIndex: Map<string, number>;
  standingOf: Map<string, Standing>;
}

// A kind of deviation in a run: its findings look like one defect.
export interface Deviation {
  run: Run;
  group: Group;
  number: number; // index in the report's groups
  standing: 'deviates' | 'known';
}

export interface Model {
  runs: Run[];
  rules: RuleWords[];
  rule: Map<string, RuleWords>;
  questions: QuestionWords[];
  question: Map<string, QuestionWords>;
  deviations: Deviation[];
  comparison: Comparison | null; // if implementations were compared step by step
  changes: Changes | null; // if the second report was compared with the first
  matrix: Matrix | null; // if many reports are shown beside each other
}

export function grouped<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

// The folder of a script is the rule that it tests.
export const ruleOfScript = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

export const familyOf = (rule: string): string => rule.slice(0, Math.max(0, rule.indexOf('.'))) || rule;

export const isMet = (reached: RuleCounts | undefined): boolean => reached !== undefined && reached.alone + reached.together > 0;

function standing(run: Run, rule: string): Standing {
  const deviations = run.deviationsOfRule.get(rule) ?? [];
  if (deviations.some((one) => one.standing === 'deviates')) return 'deviates';
  if (deviations.length > 0) return 'known';
  if (isMet(run.reached.get(rule))) return 'conforms';
  const verdicts = (run.scriptsOfRule.get(rule) ?? []).map((at) => run.report.scripts[at]!.verdict);
  if (verdicts.includes('undecided')) return 'undecided';
  return verdicts.includes('skipped') ? 'skipped' : 'unreached';
}

function indexesByRule(scripts: ScriptResult[]): Map<string, number[]> {
  return grouped(scripts.keys(), (at) => ruleOfScript(scripts[at]!.name));
}

function runOf(report: Report, index: number): Run {
  const run: Run = {
    index,
    name: report.implementation,
    short: '',
    report,
    deviations: [],
    deviationsOfRule: new Map(),
    deviationsOfReading: new Map(),
    reached: new Map(report.coverage.rules.map((rule) => [rule.rule, rule])),
    scriptsOfRule: indexesByRule(report.scripts),
    scriptIndex: new Map(),
    standingOf: new Map(),
  };
  report.scripts.forEach((script, at) => run.scriptIndex.has(script.name) || run.scriptIndex.set(script.name, at));
  run.deviations = report.groups.map((group, number) => {
    return { run, group, number, standing: group.new_findings > 0 ? 'deviates' : 'known' };
  });
  run.deviationsOfRule = grouped(run.deviations, (found) => found.group.rule);
  run.deviationsOfReading = grouped(
    run.deviations.filter((found) => found.group.reading !== ''),
    (found) => found.group.reading,
  );
  return run;
}

export const newFirst = (deviations: Deviation[]): Deviation[] =>
  [...deviations].sort((a, b) => Number(a.standing === 'known') - Number(b.standing === 'known'));

// Runs of the same implementation are distinguished by a number.
function nameApart(runs: Run[]): void {
  for (const same of grouped(runs, (run) => run.name).values()) {
    if (same.length > 1) same.forEach((run, at) => (run.name = `${run.name} (${at + 1})`));
  }
}

// "library:…/libfake.so": only the end of a long path, if that is unique.
function shorten(runs: Run[]): void {
  for (const run of runs) run.short = run.name.length > 20 ? run.name.replace(/[^\s:]*\/(?=[^/]+$)/, '…/') : run.name;
  if (new Set(runs.map((run) => run.short)).size < runs.length) for (const run of runs) run.short = run.name;
}

function union<Item extends { id: string }>(lists: Item[][]): Map<string, Item> {
  const all = new Map<string, Item>();
  for (const list of lists) for (const item of list) if (!all.has(item.id)) all.set(item.id, item);
  return all;
}

// A rule that is counted or broken but missing from the catalogue in the report.
function wordless(id: string): RuleWords {
  return { id, kind: '', function: '', page: '', section: '', says: '', reading: '', mutants: [], of_every_call: false };
}

function rulesOf(runs: Run[]): Map<string, RuleWords> {
  const rules = union(runs.map((run) => run.report.rules));
  for (const run of runs) {
    for (const id of [...run.reached.keys(), ...run.deviationsOfRule.keys()]) {
      if (!rules.has(id)) rules.set(id, wordless(id));
    }
  }
  return new Map([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
}

// What the page has in addition to the reports.
export type Beside = Partial<Pick<Page, 'names' | 'comparison' | 'changes' | 'matrix'>>;

export function modelOf(reports: Report[], beside: Beside = {}): Model {
  const runs = reports.map(runOf);
  for (const run of runs) run.name = beside.names?.[run.index] ?? run.name;
  nameApart(runs);
  shorten(runs);
  const rule = rulesOf(runs);
  const question = union(runs.map((run) => run.report.questions));
  for (const run of runs) for (const id of rule.keys()) run.standingOf.set(id, standing(run, id));
  return {
    runs,
    rules: [...rule.values()],
    rule,
    questions: [...question.values()],
    question,
    deviations: newFirst(runs.flatMap((run) => run.deviations)),
    comparison: beside.comparison ?? null,
    changes: beside.changes ?? null,
    matrix: beside.matrix ?? null,
  };
}

// Whether a run breaks a rule, in known ways or not.
export const breaks = (run: Run, rule: string): boolean => ['deviates', 'known'].includes(run.standingOf.get(rule) ?? '');

// Whether a report contains mutants and nothing else.
export const isMutationScore = ({ report }: Run): boolean => report.mutants.length > 0 && report.scripts.length === 0;

export function deviationHref({ run, group }: Deviation): string {
  const path = [group.rule, group.function, group.observed];
  if (group.reading !== '') path.push(group.reading);
  return href('deviation', path, { of: run.index || undefined });
}

export function findDeviation(run: Run, [rule, call, observed, reading = '']: string[]): Deviation | undefined {
  return run.deviations.find(({ group }) => {
    return group.rule === rule && group.function === call && group.observed === observed && group.reading === reading;
  });
}

// The deviating step of the shortest script.
export function stepOf({ run, group }: Deviation): StepResult | undefined {
  return run.report.scripts[group.shortest.index]?.findings.find((finding) => finding.step === group.shortest.step);
}

// Generated scripts may share a name or have none, so a name refers to the first script that has it.
export function scriptHref(run: Run, at: number): string {
  const { name } = run.report.scripts[at]!;
  const known = name !== '' && run.scriptIndex.get(name) === at;
  return href('script', (name || 'unnamed').split('/'), { of: run.index || undefined, at: known ? undefined : at });
}

export function findScript(run: Run, name: string, at: string | null): number | undefined {
  if (at === null) return run.scriptIndex.get(name);
  return run.report.scripts[Number(at)] === undefined ? undefined : Number(at);
}

export const ruleHref = (id: string): string => href('rule', [id]);
export const readingHref = (id: string): string => href('reading', [id]);

// A kind of input is a part of what a call can be given; it is counted once, whatever its outcomes.
export const kindsOfInput = (inputs: InputCounts[]): number => new Set(inputs.map((input) => `${input.function}\n${input.partition}`)).size;

// The scripts of a run, for each verdict and in all.
export const scriptsOf = ({ report }: Run): number => Object.values(report.scripts_count).reduce((sum, scripts) => sum + scripts, 0);

export function tally(standing: Iterable<Standing>): Record<Standing, number> {
  const counts = { deviates: 0, known: 0, undecided: 0, skipped: 0, unreached: 0, conforms: 0 };
  for (const one of standing) ++counts[one];
  return counts;
}
