import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './chromium.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const shown = (tab) => tab.locator('.shown [aria-hidden]').innerText();
const address = (tab) => tab.evaluate(() => decodeURIComponent(location.hash));

test('deviations are filtered by words, standing and call, and the address contains the filter', async () => {
  const tab = await open(browser, 'sample.html', '/deviations');
  assert.equal(await shown(tab), '5 kinds of deviation');
  await tab.getByRole('searchbox').fill('metric GETip');
  assert.equal(await shown(tab), '1 of 5 kinds of deviation');
  assert.equal(await address(tab), '#/deviations?q=metric+GETip');
  await tab.getByRole('searchbox').press('Escape');
  await tab.getByRole('button', { name: 'known' }).click();
  assert.equal(await shown(tab), '1 of 5 kinds of deviation');
  await tab.getByRole('button', { name: 'known' }).click();
  await tab.getByLabel('Call').selectOption('DeleteIpForwardEntry2');
  assert.equal(await shown(tab), '1 of 5 kinds of deviation');
  assert.equal(await address(tab), '#/deviations?function=DeleteIpForwardEntry2');
  await tab.done();
});

test('a link to a filtered list opens it filtered', async () => {
  const tab = await open(browser, 'sample.html', '/rules?q=lifetime&standing=deviates');
  assert.equal(await shown(tab), '1 of 6 rules');
  assert.equal(await tab.getByRole('searchbox').inputValue(), 'lifetime');
  assert.equal(await tab.getByRole('button', { name: 'deviates' }).getAttribute('aria-pressed'), 'true');
  await tab.done();
});

test('the differences between several implementations can be selected', async () => {
  const tab = await open(browser, 'several.html', '/rules');
  await tab.getByRole('button', { name: 'they differ' }).click();
  assert.match(await shown(tab), /^[1-6] of 6 rules$/);
  await tab.go('/readings?state=differ');
  assert.equal(await shown(tab), '1 of 3 questions');
  await tab.go('/deviations?of=2');
  assert.equal(await shown(tab), '4 of 9 kinds of deviation');
  await tab.done();
});

test('scripts, readings and coverage have their own filters', async () => {
  const tab = await open(browser, 'sample.html', '/scripts');
  await tab.getByRole('button', { name: 'skipped' }).click();
  assert.equal(await shown(tab), '1 of 8 scripts');
  await tab.go('/readings');
  await tab.getByRole('button', { name: 'answered inconsistently' }).click();
  assert.equal(await shown(tab), '1 of 3 questions');
  await tab.go('/coverage');
  await tab.getByRole('button', { name: 'not tested' }).click();
  assert.equal(await shown(tab), '1 of 4 rules');
  await tab.getByLabel('Call').selectOption('CreateIpForwardEntry2');
  await tab.done();
});

test('the number of results is announced when typing pauses', async () => {
  const tab = await open(browser, 'sample.html', '/deviations');
  await tab.getByRole('searchbox').fill('crashed');
  await tab.waitForFunction(() => document.querySelector('[role=status]').textContent === '1 of 5 kinds of deviation');
  await tab.done();
});
