import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './chromium.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const text = (tab, of = 'main') => tab.locator(of).first().innerText();
const lines = (tab) => tab.locator('.rows li').count();

async function shows(page, view, ...expected) {
  const tab = await open(browser, page, view);
  const shown = (await text(tab)).replaceAll('\u00a0', ' ');
  for (const words of expected) assert.ok(shown.includes(words), `${view} doesn't show “${words}”:\n${shown}`);
  await tab.done();
}

test('the overview shows broken rules and ambiguities', () =>
  shows(
    'compared.html', '/', '3 implementations compared', 'in 1 case where some break a rule', 'What library:./lib<b>', 'A preferred lifetime above the valid one is refused.',
    'Where the documents are ambiguous', 'May SitePrefixLength be 255?', 'What was not compared', 'two links',
  ));

test('a difference shows the answers and which of them is allowed', () =>
  shows(
    'compared.html', '/difference/route.lifetimes/CreateIpForwardEntry2/1', 'breaks it, others keep it', 'success (0)', 'invalid_parameter (87)',
    'deviates', 'allowed', 'emulated:windows', 'CreateIpForwardEntry2, Return value', 'netioconf diff --scripts',
  ));

test('a difference of reading shows the question and its answers', () =>
  shows('compared.html', '/difference/site-prefix-sentinel/CreateIpForwardEntry2/1', 'May SitePrefixLength be 255?', 'The documents leave the question open', 'accepted or refused'));

test('rules and readings link to their differences', async () => {
  await shows('compared.html', '/rule/route.lifetimes', 'Where the implementations differ');
  await shows('compared.html', '/reading/site-prefix-sentinel', 'Where the implementations differ');
});

test('differences are filtered by kind, by implementation and by words', async () => {
  const tab = await open(browser, 'compared.html', '/differences');
  assert.equal(await lines(tab), 3);
  await tab.getByRole('button', { name: /another order/ }).click();
  assert.equal(await lines(tab), 1);
  await tab.go('/differences?by=2');
  assert.equal(await lines(tab), 1);
  await tab.go('/differences?q=255');
  assert.equal(await lines(tab), 1);
  await tab.done();
});

test('two clicks lead to a script that shows the broken rule', async () => {
  const tab = await open(browser, 'compared.html');
  await tab.getByRole('link', { name: /A preferred lifetime above the valid one is refused.*gave success/s }).click();
  await tab.getByRole('tab', { name: 'Script' }).click();
  assert.match(await tab.getByRole('tabpanel', { name: 'Script' }).innerText(), /operations \{\s+create_route/);
  await tab.done();
});

test('a difference has every form that repeats it, and names what a form cannot express', async () => {
  const tab = await open(browser, 'diff/index.html', '/difference/route.lifetimes/CreateIpForwardEntry2/1');
  const forms = [
    ['Command', /^netioconf diff|\/netioconf diff/],
    ['Script', /operations \{\s+create_route/],
    ['C', /#include <netioapi\.h>[^]*\bmain\(/],
    ['GoogleTest', /\bTEST\(RouteLifetimes,/],
    ['PowerShell', /Add-Type/],
  ];
  await tab.evaluate(() => {
    window.copied = '';
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => void (window.copied = text) } });
  });
  for (const [name, words] of forms) {
    await tab.getByRole('tab', { name, exact: true }).click();
    await tab.getByRole('tabpanel', { name, exact: true }).getByRole('button', { name: 'Copy' }).click();
    await tab.waitForFunction((pattern) => new RegExp(pattern).test(window.copied), words.source);
  }
  await tab.getByRole('tab', { name: 'ip', exact: true }).click();
  assert.match(await tab.getByRole('tabpanel', { name: 'ip', exact: true }).innerText(), /can’t express the script: .*preferred/);
  await tab.done();
});

test('changes between two reports show what was added, changed, is gone and unchanged', async () => {
  await shows('changed.html', '/', 'New or changed deviations', '1 added', '1 gone', 'exited instead of', 'Scripts with a different verdict', 'Readings answered differently');
  const tab = await open(browser, 'changed.html');
  const all = await lines(tab);
  await tab.getByRole('button', { name: /gone/ }).click();
  assert.ok((await lines(tab)) < all);
  await tab.done();
});

test('a matrix shows rules, readings, and the trend of an implementation', async () => {
  await shows(
    'matrix.html', '/', '3 reports beside each other', 'Trend of library:libacme.so', 'library:…/libacme.so 1.10', 'follows prefix → follows prefix + next hop',
    'Rules that not all follow', 'Questions that they answer differently', 'netioconf matrix new emulated old',
  );
  const tab = await open(browser, 'matrix.html');
  const broken = tab.getByRole('grid', { name: 'Rules and implementations' }).locator('tr[data-row]');
  for (const row of await broken.all()) assert.match(await row.innerText(), /deviates|known/);
  await tab.done();
});

test('every link of a comparison leads somewhere', async () => {
  for (const page of ['compared.html', 'changed.html', 'matrix.html']) {
    const tab = await open(browser, page);
    const left = await tab.locator('a[href^="#/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(1)));
    for (const view of new Set(left)) {
      await tab.go(view);
      assert.ok(!/^No such/.test(await text(tab, 'h1')), view);
    }
    await tab.done();
  }
});
