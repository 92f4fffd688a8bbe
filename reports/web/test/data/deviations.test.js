import assert from 'node:assert/strict';
import test from 'node:test';
import { mustText, statusesText } from '../../source/data/deviations.ts';
import { step } from './report.js';

const mismatch = (member) => ({ rule: 'route.a', member, allowed: '3', observed: '5' });

test('a deviation says which statuses must be', () => {
  assert.equal(mustText(step(0), 'success'), 'must be invalid_parameter');
  assert.equal(mustText(step(0, { allowed: ['not_found', 'invalid_parameter'] }), 'success'), 'must be not_found or invalid_parameter');
});

test('a deviation with an allowed status says which member must be what', () => {
  assert.equal(mustText(step(0, { allowed: ['success'], mismatches: [mismatch('Metric')] }), 'success'), 'Metric is 5, must be 3');
  assert.equal(mustText(step(0, { allowed: ['success'], mismatches: [mismatch('Metric'), mismatch('Age')] }), 'success'), 'Metric is 5, must be 3 (and 1 more)');
});

test('an inconsistent answer says what was followed before', () => {
  const contradicts = [{ question: 'q', subject: '', answer: 'prefix', script: 'route.a/x', step: 2, place: 'step 2' }];
  assert.equal(mustText(step(0, { allowed: ['success'], contradicts }), 'success'), 'but step 2 of route.a/x followed prefix');
});

test('every failure is any failure', () => {
  const failures = Array.from('abcdefghi');
  assert.equal(statusesText(failures), 'any failure');
  assert.equal(statusesText(['success', ...failures]), 'anything');
  assert.equal(statusesText(['success', ...failures.slice(2)]), 'success, c, d, e, f, g, h or i');
  assert.equal(statusesText([]), 'nothing');
});
