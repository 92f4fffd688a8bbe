import assert from 'node:assert/strict';
import test from 'node:test';
import { answersOf, comparedText, deviatingRuns, differenceHref, findDifference, followedIn, gravestFirst, isOfKind, mustOf, namesOf } from '../../source/data/differences.ts';
import { modelOf } from '../../source/data/model.ts';
import { parseRoute } from '../../source/data/route.ts';
import { group, report, rule } from './report.js';

const agreeing = (implementations, outcome, verdict = 'conforms', breaks = '') => ({ implementations, outcome, verdict, rule: breaks, reply: outcome });
const difference = (id, more = {}) => ({
  id, kind: 'broken', rule: id, reading: '', subject: '', rules: [], function: 'CreateIpForwardEntry2', aspect: 'status',
  agreeing: [agreeing([1], 'success', 'deviates', id), agreeing([0], 'not_found')], places: 1, scripts: [], generated_places: 1, replay: '', shortest: { steps: [] }, ...more,
});
const reports = [report({ implementation: 'emulated' }), report({ implementation: 'library:/a/long/way/to/libfake.so', groups: [group('route.a')], rules: [rule('route.a'), rule('route.b')] })];
const modelWith = (differences) => modelOf(reports, { comparison: { differences } });

test('only implementations that break the rule in question deviate', () => {
  const two = difference('route.a', { agreeing: [agreeing([0], 'hung', 'deviates', 'route.b'), agreeing([1], 'success', 'deviates', 'route.a')] });
  assert.deepEqual(deviatingRuns(two), [1]);
  assert.equal(answersOf(two), 'gave success');
});

test('an ambiguity shows both answers', () => {
  const open = difference('site', { kind: 'reading', rule: '', agreeing: [agreeing([0], 'success'), agreeing([1], 'not_found')] });
  assert.equal(answersOf(open), 'success or not_found');
});

test('the scripts that were compared and those that were left out add up to all', () => {
  const differences = [difference('route.a'), difference('x', { kind: 'reading' }), difference('y', { kind: 'order' }), difference('route.b', { kind: 'shared' })];
  const said = comparedText({ differences, scripts: 25859, steps: 7, left_out: [{ why: 'two links', scripts: 6000 }, { why: 'no IPv6', scripts: 765 }] });
  assert.match(said, /25,859 of 32,624 scripts, with 7 steps/);
  assert.match(said, /in 1 case where some break a rule, and in 2 where the documents are ambiguous. In 1 case all break a rule/);
  assert.equal(differences.filter((one) => isOfKind(one, 'ambiguous')).length, 2);
  assert.match(comparedText({ differences: [], scripts: 3, steps: 7, left_out: [] }), /ran 3 scripts, .* never differ/);
});

const judged = (implementation, more = {}) => ({ implementation, reply: '', verdict: 'deviates', rule: '', mismatches: [], contradicts: [], why: '', ...more });

test('a difference says what must be', () => {
  const divergence = (reply) => ({ shortest: { allowed: ['not_found'], steps: [{ parts: true, replies: [judged(0, { verdict: 'conforms' }), reply] }] } });
  assert.equal(mustOf(difference('route.a', divergence(judged(1)))), 'must be not_found');
  const same = { kind: 'reading', rule: '', agreeing: [agreeing([0], 'success'), agreeing([1], 'not_found')] };
  assert.equal(mustOf(difference('x', { ...divergence(judged(1)), ...same })), '', 'no rule is broken');
});

test('a difference says which reading each implementation follows', () => {
  const reading = (answers, decided = true) => ({ question: 'q', subject: 'port', decided, answers, evidence: [{ place: 'step 1' }, { place: 'step 2' }] });
  const runs = [reading(['a']), reading(['b']), reading(['a']), reading(['a', 'b'], false), reading(['a', 'b'])];
  const model = modelOf(runs.map((one) => report({ readings: [one] })));
  const asked = difference('q', { kind: 'reading', rule: '', reading: 'q', subject: 'port' });
  assert.deepEqual(followedIn(model, asked, agreeing([0, 1, 2, 3, 4], 'success')), [
    { runs: [0, 2], text: 'follows a', evidence: { place: 'step 1' } },
    { runs: [1], text: 'follows b', evidence: { place: 'step 1' } },
    { runs: [4], text: 'follows a or b', evidence: { place: 'step 1' } },
  ]);
  assert.deepEqual(followedIn(model, difference('route.a'), agreeing([0], 'success')), []);
});

test('the order is: broken rules, new before known, by number of scripts', () => {
  const [known, news, seldom, open] = [
    difference('route.b'), difference('route.a', { scripts: [{}, {}] }), difference('route.a'), difference('x', { kind: 'reading', rule: '' }),
  ];
  assert.deepEqual(gravestFirst(modelWith([]), [open, known, seldom, news]), [news, seldom, known, open]);
});

test('each difference has an address of its own', () => {
  const all = [difference('route.a'), difference('route.a'), difference('route.b + c d')];
  const model = modelWith(all);
  for (const one of all) assert.equal(findDifference(model, parseRoute(differenceHref(model, one)).path), one);
  assert.equal(findDifference(model, ['route.a', 'CreateIpForwardEntry2', '9']), undefined);
});

test('a long path is shortened to its end unless that is ambiguous', () => {
  assert.equal(namesOf(modelWith([]), [0, 1]), 'emulated and library:…/libfake.so');
  const similar = modelOf(['library:/first/place/lib.so', 'library:/second/place/lib.so'].map((implementation) => report({ implementation })));
  assert.deepEqual(similar.runs.map((run) => run.short), ['library:/first/place/lib.so', 'library:/second/place/lib.so']);
});
