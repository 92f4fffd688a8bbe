// Narrow screens, paper and very long lists.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, views } from './chromium.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const overflow = (tab) => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('no view is wider than a narrow screen', async () => {
  for (const page of ['sample.html', 'several.html', 'mutant/index.html']) {
    const tab = await open(browser, page, '/', { viewport: { width: 320, height: 640 } });
    for (const view of views) {
      await tab.go(view);
      assert.ok((await overflow(tab)) <= 0, `${page}#${view} is ${await overflow(tab)} wider`);
    }
    await tab.done();
  }
});

test('on paper there are no controls, command and script but no programs, and every row', async () => {
  const tab = await open(browser, 'mutant/index.html', '/finding/route.lifetimes/CreateIpForwardEntry2/success');
  await tab.emulateMedia({ media: 'print' });
  assert.ok(!(await tab.locator('header.top').isVisible()));
  assert.ok(!(await tab.locator('.copy').first().isVisible()));
  assert.deepEqual(
    await tab.locator('.panel').evaluateAll((panels) => panels.map((panel) => panel.checkVisibility())),
    [true, true, false, false, false, false],
  );
  await tab.go('/scripts');
  await tab.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await tab.waitForFunction(() => document.querySelectorAll('.rows li').length === 500);
  assert.match(await tab.locator('main').innerText(), /more are not printed/);
  const paper = await tab.pdf();
  assert.equal(paper.subarray(0, 5).toString(), '%PDF-');
  await tab.done();
});

test('findings by the thousand are listed, scrolled, filtered and opened', async () => {
  const findings = Number(process.env.FINDINGS);
  const count = findings.toLocaleString('en-US');
  const some = Math.floor((findings * 7) / 9);
  const tab = await open(browser, 'large.html', '/findings');
  const shown = () => tab.locator('.shown [aria-hidden]').innerText();
  assert.equal(await shown(), `${count} findings`);
  assert.ok((await tab.locator('.rows li').count()) < 100);
  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await tab.waitForSelector(`[data-at="${findings - 1}"]`);
  await tab.getByRole('searchbox').fill(`idea_${some}`);
  await tab.waitForFunction(() => document.querySelectorAll('.rows li').length === 1);
  assert.equal(await shown(), `1 of ${count} findings`);
  await tab.locator('.rows a').click();
  await tab.getByText(`create route 10.${some >> 16}.${(some >> 8) & 255}.${some & 255}/32`).first().waitFor();
  for (const view of ['/', '/rules', '/coverage', '/scripts', '/rule/family-0.rule-0']) await tab.go(view);
  await tab.done();
});
