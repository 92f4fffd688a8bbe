// Minimal handmade reports for the tests.

export const counts = (deviates = 0, conforms = 0) => ({ conforms, deviates, undecided: 0, skipped: 0 });

export const script = (name, verdict = 'conforms', findings = []) => ({
  name,
  path: `corpora/scripts/${name}.textproto`,
  comment: '',
  origin: 'committed',
  verdict,
  skipped: '',
  host: '',
  initial: [],
  steps: counts(),
  findings,
  exports: [],
  replay: '',
});

export const step = (at, more = {}) => ({
  step: at,
  place: `step ${at + 1}`,
  probe: false,
  verdict: 'deviates',
  function: 'CreateIpForwardEntry2',
  call: 'create route 10.0.0.0/8 on-link on luid 0x6000001000000',
  reply: 'success (0)',
  status: 0,
  allowed: ['invalid_parameter'],
  rule: '',
  because: [],
  mismatches: [],
  contradicts: [],
  explained_by: [],
  why: '',
  ...more,
});

export const group = (rule, more = {}) => ({
  rule,
  reading: '',
  function: 'CreateIpForwardEntry2',
  observed: 'success',
  findings: 1,
  new_findings: 1,
  scripts: [],
  generated_findings: 0,
  shortest: { script: '', index: 0, step: 0 },
  ...more,
});

export const rule = (id, more = {}) => ({
  id,
  kind: 'refusal',
  function: 'CreateIpForwardEntry2',
  page: 'CreateIpForwardEntry2',
  section: 'Remarks',
  says: `says ${id}`,
  reading: '',
  mutants: [],
  ...more,
});

export const report = (more = {}) => ({
  format: 3,
  implementation: 'emulated',
  profile: 'documented',
  command: 'netioconf check',
  version: '0.1.0',
  strict: false,
  partial: false,
  outcome: 'conforms',
  scripts_count: counts(),
  steps: counts(),
  groups: [],
  undecided: [],
  skipped: [],
  readings: [],
  coverage: { rules: [], inputs: [], states: [] },
  searches: [],
  deciders: [],
  space: [],
  series: [],
  mutants: [],
  scripts: [],
  rules: [],
  questions: [],
  ...more,
});
