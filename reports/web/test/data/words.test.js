import assert from 'node:assert/strict';
import test from 'node:test';
import { href, parseRoute } from '../../source/data/route.ts';
import { matching, prepared, wordsIn } from '../../source/data/search.ts';
import { fromZero, survivalOf, valuesOf } from '../../source/data/series.ts';
import { count, duration, legible, legibleLines, listed, percent, sentence } from '../../source/data/words.ts';
import { linkNamedBy } from '../../source/parts/machine.tsx';

test('invisible characters are escaped', () => {
  assert.equal(legible('a\u001b[31m\u202e\u00a0é\u{1f600}'), 'a\\u{1B}[31m\\u{202E}\u00a0é\u{1f600}');
  assert.equal(legibleLines('a\nb\r'), 'a\nb\\u{0D}');
});

test('a line break is white space in running text, and kept where lines are', () => {
  assert.equal(legible('One idea.\n  The documents do not say.\u2028'), 'One idea. The documents do not say.\\u{2028}');
  assert.equal(legibleLines('a\nb'), 'a\nb');
});

test('nouns agree with their numbers', () => {
  assert.deepEqual([count(1, 'rule'), count(1234, 'rule')], ['1 rule', '1,234 rules']);
  assert.deepEqual([listed([]), listed(['a']), listed(['a', 'b', 'c'])], ['', 'a', 'a, b or c']);
  assert.deepEqual([sentence('a row is kept'), sentence('netioconf_reset fails'), sentence('Why?'), sentence('')], ['A row is kept.', 'netioconf_reset fails.', 'Why?', '']);
  assert.deepEqual([percent(0, 0), percent(1, 3), percent(1, 1e6), percent(999999, 1e6), percent(2, 2)], ['0 %', '33.3 %', '< 0.1 %', '> 99.9 %', '100 %']);
  assert.deepEqual([0.02, 12, 90, 28800].map(duration), ['20 ms', '12 s', '1.5 min', '8 h']);
});

test('every word of a query must occur, in any order and case', () => {
  const sought = prepared(['Route Age', 'route metric', 'Anycast'], (text) => text);
  assert.deepEqual(matching(sought, 'AGE rou'), ['Route Age']);
  assert.deepEqual(matching(sought, '  '), ['Route Age', 'route metric', 'Anycast']);
  assert.deepEqual(matching(sought, 'route', (text) => text !== 'Route Age'), ['route metric']);
  assert.deepEqual(matching(sought, '', () => true, 1), ['Route Age']);
  assert.deepEqual(wordsIn(' A  b '), ['a', 'b']);
});

test('an address leads back to where it was made', () => {
  const path = ['route.a', 'x/y', 'a b&c?d#e%f', '50%'];
  const { view, path: parts, query } = parseRoute(href('finding', path, { of: 2, q: 'a&b=c', none: undefined, empty: '' }));
  assert.equal(view, 'finding');
  assert.equal(parts.join('/'), path.join('/'));
  assert.deepEqual([...query], [['of', '2'], ['q', 'a&b=c']]);
});

test('any address can be parsed', () => {
  for (const hash of ['', '#', '#/', '#/%', '#/rule/%E0%A4%A', '#/?', '#////']) parseRoute(hash);
  assert.deepEqual(parseRoute('#/rule/%E0').path, ['%E0']);
});

test('a call names its link by LUID before index', () => {
  assert.deepEqual(linkNamedBy('create route 1.2.3.4/8 on-link on luid 0x6AB (index 3), valid 1 s'), { luid: '0x6ab', index: undefined });
  assert.deepEqual(linkNamedBy('get link of IPv4 on index 3'), { luid: undefined, index: 3 });
  assert.deepEqual(linkNamedBy('create route NULL'), { luid: undefined, index: undefined });
});

test('samples without a member are omitted from its plot', () => {
  const series = [{ elapsed_s: 2, rate: 5 }, { elapsed_s: 1 }, { elapsed_s: 0, rate: 0 }, { rate: 3 }, { elapsed_s: 3, rate: null }];
  assert.deepEqual(valuesOf(series, 'rate'), [[0, 0], [2, 5]]);
});

test('the axis of time begins when the run begins', () => {
  assert.deepEqual([fromZero(90), fromZero(0)], [[0, 90], [0, 1]]);
});

test('a survival curve falls when something is caught and not before', () => {
  const caught = (caught_after_s) => ({ mutant: '', rule: '', by: '', caught_after_s });
  const { times, alive } = survivalOf([[caught(2), caught(2), caught(undefined), caught(5)], [caught(3), caught(0)]]);
  assert.deepEqual(times, [0.0005, 0.001, 2, 3, 5]);
  assert.deepEqual(alive, [[100, 100, 50, 50, 25], [100, 50, 50, 0, 0]]);
});
