import assert from 'node:assert/strict';
import test from 'node:test';
import { modelOf } from '../../source/data/model.ts';
import { answeredOf, askedOf, differ, otherAnswers, stateOf } from '../../source/data/readings.ts';
import { report } from './report.js';

const reading = (question, answers, decided = true) => ({ question, subject: '', decided, answers, evidence: [] });

test('a question with one answer left is not open', () => {
  assert.equal(stateOf(reading('q', ['a', 'b'], false)), 'open');
  assert.equal(stateOf(reading('q', ['a'], false)), 'settled');
  assert.equal(stateOf(reading('q', ['a'])), 'answered');
  assert.equal(stateOf(reading('q', ['a', 'b'])), 'narrowed');
  assert.equal(stateOf(reading('q', [])), 'inconsistent');
});

test('questions that the profile settles are not counted as open ones', () => {
  const readings = [reading('p', ['a']), reading('q', ['a', 'b'], false), reading('r', ['a', 'b']), reading('s', ['a'], false)];
  assert.deepEqual(answeredOf(readings), { answered: 1, open: 3 });
});

test('implementations differ about a question if no answer is left to both', () => {
  const asked = (...answers) => askedOf(modelOf(answers.map((of) => report({ readings: [reading('q', of)] }))))[0];
  assert.ok(differ(asked(['a'], ['b'])));
  assert.ok(!differ(asked(['a', 'b'], ['b'])));
  assert.ok(!differ(asked(['a'], [])), 'an inconsistent answer is a deviation');
});

test('a step that contradicts earlier ones follows one of the other answers', () => {
  const question = { id: 'q', asks: '?', answers: ['a', 'b', 'c'].map((id) => ({ id })) };
  assert.equal(otherAnswers(question, [{ answer: 'a' }]), 'b or c');
  assert.equal(otherAnswers(question, [{ answer: 'a or b' }, { answer: 'a' }]), 'c');
  assert.equal(otherAnswers(undefined, [{ answer: 'a' }]), 'another answer');
});
