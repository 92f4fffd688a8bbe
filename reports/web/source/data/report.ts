// report.json, as reports/model/report.schema.json describes it.

export type Verdict = 'conforms' | 'deviates' | 'undecided' | 'skipped';
export type Counts = Record<Verdict, number>;

export interface Reason {
  why: string;
  steps: number;
  scripts: number;
}

export interface Evidence {
  question: string;
  subject: string;
  answer: string;
  script: string;
  step: number;
  place: string;
}

export interface Mismatch {
  rule: string;
  member: string;
  allowed: string;
  observed: string;
}

// The judgement of one step.
export interface Finding {
  step: number;
  place: string;
  verdict: Verdict;
  function: string;
  call: string;
  reply: string;
  status: number | null;
  allowed: string[];
  rule: string;
  because: string[];
  mismatches: Mismatch[];
  contradicts: Evidence[];
  explained_by: Evidence[];
  why: string;
}

export interface Link {
  luid: string;
  index: number;
  ipv4: boolean;
  ipv6: boolean;
  routes: boolean;
  loopback: boolean;
  ipv4_metric: number;
  ipv6_metric: number;
}

export interface Machine {
  ipv4: boolean;
  ipv6: boolean;
  links: Link[];
}

export interface Export {
  form: string;
  text: string; // empty if the form can't express the script
  why_not: string; // what the form lacks in that case
}

export interface Script {
  name: string;
  path: string;
  comment: string;
  origin: 'committed' | 'generated';
  verdict: Verdict;
  skipped: string;
  host: string;
  machine: Machine | null;
  initial: string[];
  steps: Counts;
  findings: Finding[];
  exports: Export[];
}

// Deviations that look like one defect.
export interface Group {
  rule: string;
  reading: string;
  function: string;
  observed: string;
  findings: number;
  new_findings: number;
  scripts: { name: string; findings: number }[];
  generated_findings: number;
  shortest: { script: string; index: number; path: string; step: number; place: string; replay: string };
}

export interface Reading {
  question: string;
  subject: string;
  decided: boolean;
  answers: string[];
  evidence: Evidence[];
}

export interface RuleCoverage {
  rule: string;
  alone: number;
  together: number;
  held_off: number;
}

export interface InputCoverage {
  function: string;
  partition: string;
  outcome: string;
  times: number;
}

export interface Coverage {
  rules: RuleCoverage[];
  inputs: InputCoverage[];
  states: { state: string; times: number }[];
}

export interface KnownEntry {
  rule: string;
  script: string;
  function: string;
  observed: string;
  reason: string;
  link: string;
  versions: string[];
  expires: string;
  seen: number;
  line: number;
}

export interface Known {
  list: string;
  entries: KnownEntry[];
  matches: { group: number; script: string; findings: number; entry: number | null }[];
  stale: { entry: number; staleness: string; why: string }[];
}

export interface RuleWords {
  id: string;
  kind: string;
  function: string;
  page: string;
  section: string;
  says: string;
  reading: string;
  mutants: string[];
}

export interface AnswerWords {
  id: string;
  basis: 'documented' | 'observed';
  windows: boolean;
  source: string;
}

export interface QuestionWords {
  id: string;
  asks: string;
  answers: AnswerWords[];
}

// A sample of a campaign. Members may be missing.
export interface Sample {
  elapsed_s: number;
  executions?: number;
  rate?: number;
  features?: number;
  rules_reached?: number;
  outcomes_reached?: number;
  findings?: number;
}

export interface MutantResult {
  mutant: string;
  rule: string;
  by: string;
  caught_after_s: number | null;
}

export interface Report {
  format: number;
  implementation: string;
  profile: string;
  command: string;
  version: string;
  strict: boolean;
  partial: boolean;
  outcome: 'conforms' | 'deviates' | 'empty';
  scripts_count: Counts;
  steps: Counts;
  groups: Group[];
  undecided: Reason[];
  skipped: Reason[];
  readings: Reading[];
  coverage: Coverage;
  known: Known | null;
  scripts: Script[];
  rules: RuleWords[];
  questions: QuestionWords[];
  series?: Sample[];
  hunted?: MutantResult[];
}

export type Kind = 'broken' | 'shared' | 'reading' | 'order' | 'silent' | 'undecided';

// Implementations that gave equivalent answers, by their index on the page.
export interface AgreeingGroup {
  implementations: number[];
  verdict: Verdict;
  rule: string;
  outcome: string;
  reply: string;
}

export interface ComparedReply {
  implementation: number;
  reply: string;
  verdict: Verdict;
  rule: string;
  mismatches: Mismatch[];
  why: string;
}

export interface ComparedStep {
  place: string;
  function: string;
  call: string;
  parts: boolean;
  replies: ComparedReply[];
}

export interface Example {
  name: string;
  path: string;
  comment: string;
  origin: 'committed' | 'generated';
  place: string;
  host: string;
  machine: Machine;
  allowed: string[];
  steps: ComparedStep[];
  exports: Export[];
}

// The differences between implementations, as reports/diff/comparison.schema.json describes it.
export interface Difference {
  id: string;
  kind: Kind;
  rule: string;
  reading: string;
  subject: string;
  rules: string[];
  function: string;
  aspect: 'status' | 'state' | 'answer' | 'consistency';
  camps: AgreeingGroup[];
  places: number;
  scripts: { name: string; places: number }[];
  generated_places: number;
  replay: string;
  shortest: Example;
}

export interface Comparison {
  command: string;
  profile: string;
  version: string;
  outcome: 'agree' | 'differ' | 'empty';
  scripts: number;
  steps: number;
  left_out: { why: string; scripts: number }[];
  searches: { by: string; scripts: number; calls: number; seconds: number }[];
  differences: Difference[];
}

export type Fate = 'added' | 'gone' | 'changed' | 'unchanged';

// What became of one kind of deviation, as reports/diff/changes.schema.json describes it.
export interface Change {
  fate: Fate;
  what: string;
  rule: string;
  reading: string;
  function: string;
  before: { index: number; observed: string; findings: number } | null;
  after: { index: number; observed: string; findings: number } | null;
  call: string;
  allowed: string;
  reply: string;
  script: string;
  place: string;
  replay: string;
}

export interface Changes {
  command: string;
  notes: string[];
  deviations: Change[];
  scripts: { name: string; before: string; after: string }[];
  readings: { question: string; subject: string; before: string; after: string }[];
  scripts_added: string[];
  scripts_gone: string[];
  rules_added: string[];
  rules_gone: string[];
}
