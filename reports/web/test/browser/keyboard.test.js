import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './chromium.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const focused = (tab) => tab.evaluate(() => document.activeElement.getAttribute('href') ?? document.activeElement.tagName);
const press = async (tab, ...keys) => {
  for (const key of keys) await tab.keyboard.press(key);
};

test('the first stop skips to the content', async () => {
  const tab = await open(browser, 'sample.html');
  await press(tab, 'Tab');
  assert.equal(await tab.evaluate(() => document.activeElement.textContent), 'Skip to content');
  await press(tab, 'Enter');
  assert.equal(await focused(tab), 'MAIN');
  await tab.done();
});

test('a slash focuses the search field and is not typed', async () => {
  const tab = await open(browser, 'sample.html', '/deviations');
  await press(tab, '/');
  assert.equal(await focused(tab), 'INPUT');
  await press(tab, 'a', '/');
  assert.equal(await tab.getByRole('searchbox').inputValue(), 'a/');
  await tab.go('/');
  await tab.locator('h1').focus();
  await press(tab, '/');
  await tab.waitForFunction(() => location.hash === '#/rules' && document.activeElement.tagName === 'INPUT');
  await tab.done();
});

test('arrow keys move in the matrix, and the tab key skips it in one step', async () => {
  const tab = await open(browser, 'several.html', '/rules');
  await tab.locator('[data-cell]').first().focus();
  await press(tab, 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown');
  assert.equal(await focused(tab), '#/deviation/route.duplicate/CreateIpForwardEntry2/success/duplicate-key?of=2');
  await press(tab, 'Home', 'End', 'ArrowLeft', 'PageUp', 'ArrowUp', 'ArrowDown');
  assert.equal(await focused(tab), '#/rule/route.age?of=1');
  assert.equal(await tab.locator('[data-cell][tabindex="0"]').count(), 1);
  await press(tab, 'Tab');
  assert.equal(await tab.evaluate(() => document.activeElement.closest('table')), null);
  await tab.done();
});

test('arrow keys move in the map of rules', async () => {
  const tab = await open(browser, 'sample.html');
  await tab.locator('.tile').first().focus();
  await press(tab, 'ArrowDown', 'ArrowRight', 'Enter');
  await tab.waitForFunction(() => location.hash === '#/rule/route.duplicate');
  await tab.done();
});

test('arrow keys move in a long list, also to rows that are not rendered yet', async () => {
  const tab = await open(browser, 'mutant/index.html', '/scripts');
  await tab.locator('.rows a').first().focus();
  await press(tab, 'ArrowDown', 'ArrowDown');
  assert.equal(await tab.evaluate(() => document.activeElement.closest('li').dataset.at), '2');
  await press(tab, 'End');
  await tab.waitForFunction(() => {
    const item = document.activeElement.closest('li');
    return item && item.ariaPosInSet === item.ariaSetSize;
  });
  await press(tab, 'Home');
  await tab.waitForFunction(() => document.activeElement.closest('li')?.dataset.at === '0');
  await tab.done();
});

test('arrow keys change the tab', async () => {
  const tab = await open(browser, 'sample.html', '/deviation/route.lifetimes/CreateIpForwardEntry2/success');
  await tab.getByRole('tab', { name: 'Command' }).focus();
  await press(tab, 'ArrowRight', 'ArrowRight');
  assert.equal(await tab.getByRole('tab', { selected: true }).innerText(), 'C');
  assert.ok(await tab.getByRole('tabpanel', { name: 'C' }).isVisible());
  await press(tab, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  assert.equal(await tab.getByRole('tab', { selected: true }).innerText(), 'Command');
  await tab.done();
});

test('a new view focuses its heading, and going back restores the position', async () => {
  const tab = await open(browser, 'mutant/index.html', '/rules');
  await tab.evaluate(() => scrollTo(0, 3000));
  await tab.locator('[data-cell]').nth(120).click();
  await tab.waitForFunction(() => document.activeElement.tagName === 'H1');
  assert.equal(await tab.evaluate(() => scrollY), 0);
  await tab.goBack();
  await tab.waitForFunction(() => scrollY > 2000);
  await tab.done();
});

test('the focused element is visibly marked', async () => {
  const tab = await open(browser, 'sample.html', '/deviations');
  for (let stop = 0; stop < 14; ++stop) {
    await press(tab, 'Tab');
    const outline = await tab.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, 'none', await tab.evaluate(() => document.activeElement.outerHTML.slice(0, 100)));
  }
  await tab.done();
});
