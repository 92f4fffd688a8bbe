import assert from 'node:assert/strict';
import test from 'node:test';
import {
  deviationHref, familyOf, findDeviation, findScript, grouped, kindsOfInput, modelOf, ruleOfScript, scriptHref, stepOf, tally,
} from '../../source/data/model.ts';
import { group, report, rule, script, step } from './report.js';

const covered = (rule, alone, together = 0, held_off = 0) => ({ rule, alone, together, held_off });

const standingWith = (more) => {
  const model = modelOf([report({ rules: [rule('route.a')], ...more })]);
  return model.runs[0].standingOf.get('route.a');
};

test('the standing of a rule is that of its gravest deviation', () => {
  const met = { coverage: { rules: [covered('route.a', 1)], inputs: [], states: [] } };
  const known = group('route.a', { new_findings: 0 });
  const fresh = group('route.a', { observed: 'other' });
  assert.equal(standingWith({ ...met, groups: [known, fresh] }), 'deviates');
  assert.equal(standingWith({ ...met, groups: [known] }), 'known');
  assert.equal(standingWith(met), 'conforms');
});

test('the standing of a rule that was not met follows from its scripts', () => {
  assert.equal(standingWith({ scripts: [script('route.a/x', 'skipped'), script('route.a/y', 'undecided')] }), 'undecided');
  assert.equal(standingWith({ scripts: [script('route.a/x', 'skipped')] }), 'skipped');
  assert.equal(standingWith({ scripts: [script('route.b/x', 'skipped')] }), 'unreached');
  assert.equal(standingWith({ coverage: { rules: [covered('route.a', 0, 0, 5)], inputs: [], states: [] } }), 'unreached');
});

test('each rule of all reports appears once, in order, also without catalogue entry', () => {
  const model = modelOf([
    report({ rules: [rule('b.b')], groups: [group('c.c')] }),
    report({ rules: [rule('b.b'), rule('a.a')], coverage: { rules: [covered('d.d', 1)], inputs: [], states: [] } }),
  ]);
  assert.deepEqual(model.rules.map(({ id }) => id), ['a.a', 'b.b', 'c.c', 'd.d']);
  assert.equal(model.rule.get('d.d').says, '');
});

test('runs of the same implementation are distinguished', () => {
  const model = modelOf([report(), report(), report({ implementation: 'linux' })]);
  assert.deepEqual(model.runs.map(({ name }) => name), ['emulated (1)', 'emulated (2)', 'linux']);
});

test('a deviation is found again by its address', () => {
  const groups = [group('route.a'), group('route.a', { reading: 'duplicate-key' }), group('route.a', { observed: 'hung' })];
  const model = modelOf([report(), report({ groups })]);
  for (const found of model.deviations) {
    const [path, query] = deviationHref(found).replace('#/deviation/', '').split('?');
    assert.equal(query, 'of=1');
    assert.equal(findDeviation(model.runs[1], path.split('/')), found);
  }
  assert.equal(findDeviation(model.runs[0], ['route.a', 'CreateIpForwardEntry2', 'success']), undefined);
});

test('a deviation has the step that deviates', () => {
  const scripts = [script('a/x'), script('a/y', 'deviates', [step(0, { verdict: 'conforms' }), step(3)])];
  const shortest = { script: 'a/y', index: 1, path: '', step: 3, place: '', replay: '' };
  const [found] = modelOf([report({ scripts, groups: [group('a', { shortest })] })]).deviations;
  assert.equal(stepOf(found).step, 3);
});

test('scripts with equal names are identified by their index', () => {
  const { runs } = modelOf([report({ scripts: [script('x'), script('x'), script('')] })]);
  assert.deepEqual([0, 1, 2].map((at) => scriptHref(runs[0], at)), ['#/script/x', '#/script/x?at=1', '#/script/unnamed?at=2']);
  assert.equal(findScript(runs[0], 'x', null), 0);
  assert.equal(findScript(runs[0], 'x', '1'), 1);
  assert.equal(findScript(runs[0], 'x', '7'), undefined);
  assert.equal(findScript(runs[0], 'y', null), undefined);
});

test('names contain family and rule', () => {
  assert.deepEqual([familyOf('route-set.age'), familyOf('odd')], ['route-set', 'odd']);
  assert.deepEqual([ruleOfScript('route.age/is_0'), ruleOfScript('sweep-17')], ['route.age', '']);
});

test('things are grouped in the order in which they come', () => {
  assert.deepEqual([...grouped([3, 1, 4, 5], (n) => n % 2)], [[1, [3, 1, 5]], [0, [4]]]);
});

test('new deviations come before known ones', () => {
  const groups = [group('route.a', { new_findings: 0 }), group('route.b')];
  assert.deepEqual(modelOf([report({ groups })]).deviations.map((found) => found.group.rule), ['route.b', 'route.a']);
});

test('a kind of input counts once, whatever its outcomes', () => {
  const input = (call, partition, outcome) => ({ function: call, partition, outcome, times: 1 });
  assert.equal(kindsOfInput([input('Get', 'age = 0', 'success'), input('Get', 'age = 0', 'not_found'), input('Set', 'age = 0', 'success')]), 2);
});

test('a tally has a number for every standing', () => {
  assert.deepEqual(tally(['known', 'known']), { deviates: 0, known: 2, undecided: 0, skipped: 0, unreached: 0, conforms: 0 });
});
