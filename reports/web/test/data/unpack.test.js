import assert from 'node:assert/strict';
import test from 'node:test';
import { unpack } from '../../source/data/unpack.ts';

// Rows are views; this copies their values.
const seen = (value) => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(seen);
  const members = {};
  for (const name in value) if (name !== '$row') members[name] = seen(value[name]);
  return members;
};

const unpacked = (value) => seen(unpack(value));
const column = (column, rows = 2) => unpacked({ $rows: rows, $columns: { a: column } }).map((row) => row.a);

test('a value that is not a table is unchanged', () => {
  for (const value of [1, null, 'a', [], {}, [{ a: 1 }], { a: [{ b: [1] }] }]) assert.deepEqual(unpacked(value), value);
});

test('the same value is in every row', () => assert.deepEqual(column({ all: 'x' }), ['x', 'x']));

test('indices refer to the values', () => {
  assert.deepEqual(column({ of: ['x', ['y']], at: [1, 0, 1] }, 3), [['y'], 'x', ['y']]);
});

test('one value per row', () => assert.deepEqual(column({ each: [null, { b: 1 }] }), [null, { b: 1 }]));

test('texts get back their prefix and suffix', () => {
  assert.deepEqual(column({ head: 'in/', tail: '.txt', each: ['x', ''] }), ['in/x.txt', 'in/.txt']);
});

test('texts get back their shared parts', () => {
  assert.deepEqual(column({ parts: ['all', 'x', '\ny'], each: [[0, 1], [2, 0]] }), ['all\n\nx', '\ny\n\nall']);
});

test('objects come out of their columns', () => {
  assert.deepEqual(column({ fields: { b: { each: [1, 2] }, c: { all: 5 } } }), [{ b: 1, c: 5 }, { b: 2, c: 5 }]);
});

test('lists get their rows back, in order', () => {
  const rows = { $rows: 3, $columns: { b: { each: [1, 2, 3] } } };
  assert.deepEqual(column({ sizes: [1, 0, 2], rows }, 3), [[{ b: 1 }], [], [{ b: 2 }, { b: 3 }]]);
});

test('tables are found inside of other things', () => {
  const table = { $rows: 2, $columns: { b: { all: 1 } } };
  assert.deepEqual(unpacked({ a: [table] }), { a: [[{ b: 1 }, { b: 1 }]] });
});

test('rows have only the names of their members', () => {
  assert.deepEqual(Object.keys(Object.getPrototypeOf(unpack({ $rows: 1, $columns: { a: { all: 1 } } })[0])), ['a']);
});
