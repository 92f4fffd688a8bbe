import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { comparisonViews, launch, open, views } from './chromium.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

async function errors(tab) {
  const { violations } = await tab.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join('\n    ')}`);
}

for (const [colorScheme, width] of [['light', 1280], ['dark', 390]]) {
  test(`axe reports no problem in ${colorScheme} at ${width} px`, async () => {
    for (const [page, seen] of [['sample.html', views], ['several.html', ['/', '/rules', '/readings']], ['compared.html', comparisonViews], ['changed.html', ['/']], ['matrix.html', ['/', '/rules', '/readings']], ['mutation_score.html', ['/']]]) {
      const tab = await open(browser, page, '/', { colorScheme, bypassCSP: true, viewport: { width, height: 900 } });
      await tab.evaluate(axe);
      for (const view of seen) {
        await tab.go(view);
        assert.deepEqual(await errors(tab), [], `${page}#${view} in ${colorScheme} at ${width} px`);
      }
      await tab.done();
    }
  });
}

test('the theme follows the system until the user chooses, and is remembered', async () => {
  const tab = await open(browser, 'sample.html', '/', { colorScheme: 'dark' });
  const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await tab.emulateMedia({ colorScheme: 'light' });
  const light = await ground();
  assert.notEqual(light, dark);
  const button = tab.getByRole('button', { name: /^Colours/ });
  await button.click();
  await button.click();
  // The click returns before the page is drawn again.
  await tab.waitForFunction((colour) => getComputedStyle(document.body).backgroundColor === colour, dark);
  await tab.reload();
  await tab.waitForSelector('main h1');
  assert.equal(await ground(), dark);
  await tab.done();
});

test('every verdict has a word next to its symbol', async () => {
  const tab = await open(browser, 'several.html', '/rules');
  const words = await tab.locator('td .cell').allInnerTexts();
  assert.ok(words.every((word) => /^(conforms|deviates|known|undecided|skipped|not reached)/.test(word.trim())), words.join());
  await tab.done();
});
