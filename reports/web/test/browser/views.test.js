import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, views } from './chromium.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const text = (tab, of = 'main') => tab.locator(of).first().innerText();

async function shows(page, view, ...expected) {
  const tab = await open(browser, page, view);
  const shown = (await text(tab)).replaceAll('\u00a0', ' ');
  for (const words of expected) assert.ok(shown.includes(words), `${view} doesn't show “${words}”:\n${shown}`);
  await tab.done();
}

test('the overview shows the result', () =>
  shows(
    'sample.html', '/', 'library:./libacme.so', 'Deviates', 'It breaks 4 of 6 documented rules', '46 deviate', 'Where it deviates',
    'The metric is kept.', 'Known deviations that no longer hold', 'now success of GetIpForwardEntry2', 'this host is not available: two links',
    'of 4 rules tested', 'netioconf check --implementation library:./libacme.so --budget 10s', 'strict', 'not every script was run',
  ));

test('the overview of a faultless implementation is short', async () => {
  const tab = await open(browser, 'faultless.html');
  const shown = await text(tab);
  assert.ok(shown.includes('Conforms') && shown.includes('Every step of every script got a verdict.'));
  assert.ok(!shown.includes('Where it deviates'));
  await tab.done();
});

test('an empty report works in every view', async () => {
  const tab = await open(browser, 'empty.html');
  assert.ok((await text(tab)).includes('Nothing was judged'));
  for (const view of views) await tab.go(view);
  await tab.done();
});

test('a deviation shows allowed and observed values for each member', () =>
  shows(
    'sample.html', '/deviation/route.metric/GetIpForwardEntry2/success', 'The metric is kept.', 'What happened', 'Metric', 'Age', 'at most 2', '77',
    'Why this is not allowed', 'CreateIpForwardEntry2, Remarks', 'All steps', 'the tables after step 1',
  ));

test('a deviation shows which earlier step it contradicts', () =>
  shows(
    'sample.html', '/deviation/route.duplicate/CreateIpForwardEntry2/success/duplicate-key', 'must always give the same one',
    'route.duplicate/only_the_metric_differs', 'followed prefix',
  ));

test('a deviation shows which answer would explain it', () =>
  shows('sample.html', '/deviation/route.link/CreateIpForwardEntry2/file_not_found', 'would explain it', 'file not found to no-link', 'Windows does the same'));

test('a deviation draws the machine and the link that the call names', async () => {
  const tab = await open(browser, 'sample.html', '/deviation/route.metric/GetIpForwardEntry2/success');
  const drawing = tab.getByRole('img', { name: 'machine with IPv4, IPv6, link luid 0x6000001000000 (index 1)' });
  assert.match(await drawing.textContent(), /link 1, named by the call.*0x6000001000000.*IPv4.*IPv6/s);
  await tab.done();
});

test('a rule shows its deviations, reading, scripts and mutants', () =>
  shows(
    'sample.html', '/rule/route.duplicate', 'A second route with the same key is refused.', 'CreateIpForwardEntry2, Remarks', 'Deviations from it',
    'What makes two routes the same?', 'second_next_hop', 'only_the_metric_differs', 'mutant:duplicate-by-prefix',
  ));

test('a reading shows its answers, the implementations that follow them and the evidence', () =>
  shows(
    'several.html', '/reading/duplicate-key', 'What makes two routes the same?', 'prefix + next hop', 'a page allows it',
    'CreateIpForwardEntry2, Remarks', 'Followed by emulated:literal', 'the tables after step 2 of route.duplicate/only_the_metric_differs',
  ));

test('readings show what is answered, open and answered inconsistently', () =>
  shows('sample.html', '/readings', 'prefix', 'open: refused or kept', 'host-bits of SetIpForwardEntry2', 'no consistent answer'));

test('coverage shows rules, kinds of input and states', () =>
  shows('sample.html', '/coverage', '4 rules tested', 'route.lifetimes', 'site prefix = 255', 'file_not_found', 'no route', '100 %'));

test('a campaign has plots, also as tables', async () => {
  const tab = await open(browser, 'sample.html', '/campaign');
  assert.equal(await tab.locator('figure canvas').count(), 7);
  assert.ok((await text(tab)).includes('90,000 after 1 min'));
  assert.ok((await text(tab)).includes('1 of 2 mutants caught'));
  assert.ok((await text(tab)).includes('duplicate-accepted'));
  await tab.locator('summary').first().click();
  assert.ok((await text(tab, 'figure table')).includes('90,000'));
  await tab.done();
});

test('a report about mutants shows when they were caught and which were not', async () => {
  await shows('mutation_score.html', '/', '1 mutant escapes a search', '4 of 4 mutants caught by sweep; 1 of 2 mutants caught by properties', '250 ms', 'not searched', '--by properties');
  const tab = await open(browser, 'mutation_score.html');
  assert.equal(await tab.locator('figure canvas').count(), 1);
  assert.equal(await text(tab, 'nav'), 'Overview');
  await tab.done();
});

test('without a campaign there is no link to one', async () => {
  const tab = await open(browser, 'faultless.html');
  assert.ok(!(await text(tab, 'nav')).includes('Campaign'));
  await tab.done();
});

test('a script shows its steps, or that it has none to show', async () => {
  await shows('sample.html', '/script/route.metric/is_kept', 'is_kept', 'deviates', 'step 2', 'allowed: success');
  await shows('sample.html', '/script/route.duplicate/only_the_metric_differs', 'Each of its 4 steps did what the documents allow');
  await shows('sample.html', '/script/anycast.create/ipv4', 'This host is not available: two links.');
});

test('several reports are compared', async () => {
  await shows('several.html', '/', '3 implementations compared', 'library:…/libacme.so (1)', 'library:…/libacme.so (2)', 'emulated:literal', 'Where emulated:literal deviates');
  await shows('several.html', '/run?of=2', 'emulated:literal', 'Deviates');
  await shows('several.html', '/deviation/route.metric/GetIpForwardEntry2/success?of=2', 'emulated:literal deviates');
  const tab = await open(browser, 'several.html', '/rules');
  assert.equal(await tab.getByRole('columnheader').count(), 4);
  assert.equal(await tab.getByRole('row', { name: /route.metric/ }).getByRole('link', { name: 'deviates' }).count(), 2);
  await tab.done();
});

test('two clicks lead from the overview to a script that repeats a deviation', async () => {
  const tab = await open(browser, 'mutant/index.html');
  await tab.getByRole('link', { name: /A preferred lifetime above the valid one is refused.*gave success/s }).click();
  await tab.getByRole('tab', { name: 'Script' }).click();
  const program = await tab.getByRole('tabpanel', { name: 'Script' }).innerText();
  assert.match(program, /operations \{\s+create_route/);
  await tab.done();
});

test('the copied text is the shown text', async () => {
  const tab = await open(browser, 'mutant/index.html', '/deviation/route.lifetimes/CreateIpForwardEntry2/success');
  await tab.evaluate(() => {
    window.copied = '';
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void (window.copied = text) } });
  });
  await tab.getByRole('button', { name: 'Copy command' }).click();
  await tab.getByText('Copied').waitFor();
  assert.match(await tab.evaluate(() => window.copied), /check --implementation mutant:\S+ --scripts \S+textproto --known none$/);
  await tab.done();
});

test('every link of the sample leads somewhere', async () => {
  const tab = await open(browser, 'sample.html');
  const seen = new Set();
  const left = [...views];
  while (left.length > 0) {
    const view = left.pop();
    if (seen.has(view)) continue;
    seen.add(view);
    await tab.go(view);
    const heading = await tab.locator('h1').innerText();
    if (view !== '/nowhere') assert.ok(!/^No such/.test(heading), `${view}: ${heading}`);
    left.push(...(await tab.locator('main a[href^="#"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(1)))));
  }
  assert.ok(seen.size > 25, `only ${seen.size} places`);
  await tab.done();
});

test('links to missing items show an error', async () => {
  const tab = await open(browser, 'sample.html');
  for (const view of ['/deviation/no/such/one', '/rule/none', '/reading/none', '/script/none', '/nowhere', '/rule/%25E0']) {
    await tab.go(view);
    assert.match(await text(tab, 'h1'), /^No such/);
  }
  for (const view of ['/deviations?of=77&standing=none', '/rules?family=none', '/coverage?of=x&function=none']) await tab.go(view);
  await tab.done();
});
