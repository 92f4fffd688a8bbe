import assert from 'node:assert/strict';
import test from 'node:test';
import { answersOf, deviatingRuns, differenceHref, findDifference, gravestFirst, namesOf } from '../../source/data/differences.ts';
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
