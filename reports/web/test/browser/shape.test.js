// Narrow screens, paper and very long lists.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, views } from './chromium.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const overflow = (tab) => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('no view is wider than a narrow screen', async () => {
  for (const page of ['sample.html', 'several.html', 'matrix.html', 'mutant/index.html']) {
    const tab = await open(browser, page, '/', { viewport: { width: 320, height: 640 } });
    for (const view of views) {
      await tab.go(view);
      assert.ok((await overflow(tab)) <= 0, `${page}#${view} is ${await overflow(tab)} wider`);
    }
    await tab.done();
  }
});

// Whether it is inside of the window from left to right, and in sight.
const isInSight = (box) => box !== null && box.width > 0 && box.x >= 0 && box.x + box.width <= 390;

test('on a phone every view can be reached from every view', async () => {
  const tab = await open(browser, 'several.html', '/', { viewport: { width: 390, height: 844 } });
  for (const view of ['/', '/rules', '/coverage', '/campaign']) {
    await tab.go(view);
    const links = await tab.locator('nav a').all();
    assert.ok(links.length > 6);
    for (const link of links) assert.ok(isInSight(await link.boundingBox()), `${await link.innerText()} in ${view}`);
    assert.equal(await tab.locator('nav a[aria-current]').count(), 1);
  }
  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  for (const link of await tab.locator('nav a').all()) assert.ok((await link.boundingBox()).y >= 0, 'the links stay while the view scrolls');
  await tab.done();
});

test('on a phone every column of every table is in sight, with its head', async () => {
  for (const [page, seen] of [
    ['several.html', ['/', '/rules', '/readings', '/coverage', '/rule/route.lifetimes', '/reading/duplicate-key']],
    ['compared.html', ['/', '/difference/route.lifetimes/CreateIpForwardEntry2/1']],
    ['mutant/index.html', ['/rules', '/coverage', '/deviation/route.lifetimes/CreateIpForwardEntry2/success']],
    ['matrix.html', ['/', '/rules', '/readings']],
    ['mutation_score.html', ['/']],
  ]) {
    const tab = await open(browser, page, '/', { viewport: { width: 390, height: 844 } });
    for (const view of seen) {
      await tab.go(view);
      const cells = await tab.locator('.stacked td').evaluateAll((all) =>
        all.filter((cell) => cell.checkVisibility()).slice(0, 400).map((cell) => {
          const { left, right } = cell.getBoundingClientRect();
          return { in: left >= 0 && right <= innerWidth && cell.scrollWidth <= cell.clientWidth + 1, head: cell.dataset.head, words: cell.innerText };
        }),
      );
      assert.ok(cells.length > 1, `${page}#${view}`);
      for (const cell of cells) assert.ok(cell.in && cell.head, `${page}#${view}: ${JSON.stringify(cell)}`);
    }
    await tab.done();
  }
});

test('on paper there are no controls, command and script but no programs, and every row', async () => {
  const tab = await open(browser, 'mutant/index.html', '/deviation/route.lifetimes/CreateIpForwardEntry2/success');
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

test('deviations by the thousand are listed, scrolled, filtered and opened', async () => {
  const findings = Number(process.env.FINDINGS);
  const count = findings.toLocaleString('en-US');
  const some = Math.floor((findings * 7) / 9);
  const tab = await open(browser, 'large.html', '/deviations');
  const shown = () => tab.locator('.shown [aria-hidden]').innerText();
  assert.equal(await shown(), `${count} kinds of deviation`);
  assert.ok((await tab.locator('.rows li').count()) < 100);
  await tab.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await tab.waitForSelector(`[data-at="${findings - 1}"]`);
  await tab.getByRole('searchbox').fill(`idea_${some}`);
  await tab.waitForFunction(() => document.querySelectorAll('.rows li').length === 1);
  assert.equal(await shown(), `1 of ${count} kinds of deviation`);
  await tab.locator('.rows a').click();
  await tab.getByText(`create route 10.${some >> 16}.${(some >> 8) & 255}.${some & 255}/32`).first().waitFor();
  for (const view of ['/', '/rules', '/coverage', '/scripts', '/rule/family-0.rule-0']) await tab.go(view);
  await tab.done();
});
