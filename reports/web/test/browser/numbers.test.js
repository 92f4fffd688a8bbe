// What the views say agrees with the data and with the other views.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './chromium.js';
import { changeData } from './data.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const text = async (tab, of = 'main') => (await tab.locator(of).first().innerText()).replaceAll('\u00a0', ' ');
const shown = (tab) => text(tab, '.shown [aria-hidden]');

// A page whose data are changed, in a view.
async function changed(from, name, change, view) {
  changeData(from, name, change);
  return open(browser, name, view);
}

test('a comment of several lines is one sentence after the other', async () => {
  const tab = await changed('sample.html', 'lines.html', ({ reports: [report] }) => {
    for (const script of report.scripts) script.comment = 'Two routes.\nThe documents do not say.';
  }, '/scripts');
  for (const view of ['/scripts', '/script/route.metric/is_kept', '/rule/route.duplicate', '/deviation/route.metric/GetIpForwardEntry2/success']) {
    await tab.go(view);
    const words = await text(tab);
    assert.ok(words.includes('Two routes. The documents do not say.'), view);
    assert.ok(!words.includes('\\u{0A}'), view);
  }
  await tab.done();
});

test('a command of several lines is shown and copied with its lines', async () => {
  const tab = await changed('sample.html', 'command.html', ({ reports: [report] }) => (report.command = "netioconf check \\\n  --implementation process:'a b'"), '/');
  assert.equal(await tab.locator('.snippet pre').evaluate((one) => one.textContent), "netioconf check \\\n  --implementation process:'a b'");
  await tab.done();
});

test('a question with one answer left is not shown as open', async () => {
  const tab = await changed('sample.html', 'settled.html', ({ reports: [report] }) => {
    report.readings = report.readings.slice(0, 2);
    Object.assign(report.readings[0], { decided: false, answers: ['refused'] });
    Object.assign(report.readings[1], { decided: true, answers: ['prefix', 'kept'] });
  }, '/readings');
  const words = await text(tab, 'table');
  assert.ok(words.includes('refused, all that the profile allows') && words.includes('narrowed to prefix or kept'), words);
  assert.ok(!words.includes('open'), words);
  await tab.getByRole('button', { name: /settled by the profile/ }).click();
  assert.equal(await shown(tab), '1 of 2 questions');
  await tab.go('/');
  assert.match(await text(tab), /0\s+of 1 open question answered/);
  await tab.done();
});

test('lists show what must be', async () => {
  const tab = await open(browser, 'sample.html', '/deviations');
  const lines = await tab.locator('.rows li').allInnerTexts();
  for (const line of lines) assert.match(line, /must be|but .* followed/, line);
  assert.ok(lines.some((line) => /gave success[^]*must be invalid_parameter/.test(line)));
  assert.ok(lines.some((line) => /Metric is 0, must be 5 \(and 1 more\)/.test(line)));
  assert.ok(lines.some((line) => /must be object_already_exists|but step 2 of route.duplicate\/only_the_metric_differs followed prefix/.test(line)));
  await tab.go('/rule/route.lifetimes');
  assert.match(await text(tab, '.lines'), /must be invalid_parameter/);
  await tab.done();
  const compared = await open(browser, 'compared.html', '/differences');
  assert.match(await text(compared, '.rows li'), /gave success[^]*must be invalid_parameter/);
  await compared.done();
  const changes = await open(browser, 'changed.html');
  assert.match(await text(changes, '.rows li'), /must be|but .* followed/);
  await changes.done();
});

test('a difference shows which reading was followed, and where', async () => {
  const evidence = { question: 'site-prefix-sentinel', subject: '', answer: 'refused', script: 'a/b', step: 2, place: 'step 2' };
  const tab = await changed('compared.html', 'followed.html', ({ reports, comparison }) => {
    const reading = comparison.differences.find((one) => one.reading === 'site-prefix-sentinel');
    const run = reading.agreeing[0].implementations[0];
    reports[run].readings = [{ question: 'site-prefix-sentinel', subject: reading.subject, decided: true, answers: ['accepted'], evidence: [evidence] }];
    const broken = comparison.differences.find((one) => one.kind === 'broken');
    const step = broken.shortest.steps.find((one) => one.parts);
    step.replies.find((one) => one.implementation === broken.agreeing[0].implementations[0]).contradicts = [evidence];
  }, '/difference/site-prefix-sentinel/CreateIpForwardEntry2/1');
  assert.match(await text(tab, '.agreeing'), /follows accepted, step 2 of a\/b/);
  await tab.go('/difference/route.lifetimes/CreateIpForwardEntry2/1');
  assert.match(await text(tab, '.agreeing'), /site-prefix-sentinel: step 2 of a\/b followed .?refused.?; this step follows .?accepted/);
  await tab.done();
});

test('each number of a comparison leads to as many lines', async () => {
  for (const page of ['compared.html', 'several.html', 'diff/index.html']) {
    const tab = await open(browser, page);
    const links = await tab.locator('main a').evaluateAll((all) => all.map((one) => [one.textContent, one.getAttribute('href').slice(1)]));
    const counted = links.map(([words, view]) => [/^(?:All )?([\d,]+)\b/.exec(words)?.[1], view]).filter(([number]) => number !== undefined);
    if (page !== 'several.html') assert.ok(counted.length > 0, page);
    for (const [number, view] of counted) {
      await tab.go(view);
      assert.equal((await shown(tab)).split(' ')[0], number, `${page}#${view}`);
    }
    await tab.done();
  }
});

test('compared and left out scripts add up to the scripts of each implementation', async () => {
  const tab = await changed('compared.html', 'totals.html', ({ reports, comparison }) => {
    Object.assign(comparison, { scripts: 25859, left_out: [{ why: 'two links', scripts: 6765 }] });
    for (const { scripts_count: counts } of reports) Object.assign(counts, { conforms: 25859 - counts.deviates - counts.undecided, skipped: 6765 });
  }, '/');
  assert.ok((await text(tab)).includes('ran 25,859 of 32,624 scripts'));
  for (const row of await tab.locator('table tbody tr').all()) assert.deepEqual((await row.locator('td').allInnerTexts()).slice(-2), ['25,859', '6,765']);
  await tab.done();
});

test('a filter counts what it would show', async () => {
  const tab = await open(browser, 'several.html', '/deviations');
  const counted = async (name) => Number((await tab.getByRole('button', { name }).locator('.tally').innerText()).replace(',', ''));
  for (const view of ['/deviations', '/deviations?of=2', '/deviations?q=metric', '/deviations?of=0']) {
    await tab.go(view);
    const expected = [await counted('new'), await counted('known')];
    for (const [at, standing] of ['deviates', 'known'].entries()) {
      await tab.go(`${view}${view.includes('?') ? '&' : '?'}standing=${standing}`);
      assert.equal(await tab.locator('.rows li').count(), expected[at], `${view} ${standing}`);
    }
  }
  await tab.done();
});

test('kinds of input are counted once in every view', async () => {
  const tab = await open(browser, 'mutant/index.html');
  const [, kinds, outcomes] = /([\d,]+)\s+kinds of input, with ([\d,]+) outcomes/.exec(await text(tab));
  await tab.go('/coverage');
  assert.ok((await text(tab, '.lead')).includes(`${kinds} kinds of input with ${outcomes} outcomes`));
  const sum = await tab.getByLabel('Call').evaluate((select) => [...select.options].reduce((all, one) => all + Number(/\((\d+)\)$/.exec(one.text)[1]), 0));
  assert.equal(sum, Number(kinds.replace(',', '')));
  const rows = await tab.locator('.sparse tbody tr').count();
  const chosen = await tab.getByLabel('Call').evaluate((select) => select.selectedOptions[0].text);
  assert.equal(chosen.match(/\((\d+)\)$/)[1], String(rows));
  await tab.done();
});

test('the overview of one of several implementations leads to the coverage of that one', async () => {
  const tab = await open(browser, 'compared.html', '/run?of=2');
  await tab.getByRole('link', { name: /rules? tested/ }).click();
  assert.equal(await tab.getByLabel('Implementation').inputValue(), '2');
  await tab.done();
});

test('every script that ran is counted, also if it is not listed', async () => {
  const tab = await changed('sample.html', 'listed.html', ({ reports: [report] }) => (report.scripts_count = { conforms: 1700, deviates: 12, undecided: 0, skipped: 0 }), '/scripts');
  assert.ok((await text(tab, '.lead')).includes('1,712 scripts ran; listed are the committed ones'));
  await tab.go('/');
  assert.match(await text(tab), /What was searched\s+properties: 500 scripts, 5,210 calls in 9.5 s \(seed 7\)/);
  await tab.done();
});

test('a reason of the known list is shown once', async () => {
  const tab = await changed('sample.html', 'known.html', ({ reports: [report] }) => {
    const entry = report.known.matches.find((match) => match.entry !== undefined).entry;
    const at = report.groups.findIndex((group) => group.new_findings === 0);
    report.known.entries[entry].reason = 'Windows does the same.';
    report.known.entries = [...Array(5)].map((_, number) => ({ ...report.known.entries[entry], script: `route.link/idea_${number}` }));
    report.known.matches = report.known.entries.map((one, number) => ({ group: at, script: one.script, findings: 1, entry: number }));
    report.known.stale = [];
  }, '/deviations?standing=known');
  await tab.locator('.rows a').first().click();
  await tab.waitForSelector('.note');
  const words = await text(tab, '.note');
  assert.equal(words.split('Windows does the same.').length, 2, words);
  assert.ok(words.includes('In 5 scripts'), words);
  await tab.done();
});
