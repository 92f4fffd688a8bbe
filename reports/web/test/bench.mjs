// Opens $PAGES/large.html and $PAGES/empty.html in turn and filters the large one: node test/bench.mjs
// Prints a line for each sample in milliseconds, as the rows of ci/bench do: NAME VALUE
import { launch, open } from './browser/chromium.js';

const times = Number(process.env.TIMES ?? 7);
const queries = ['r', 'rule-49', 'idea_77777', 'status_3 getip', 'promise number 12 is kept', ''];

// The time from the first keystroke until the list is drawn.
async function filtered(tab, query) {
  return tab.evaluate(async (words) => {
    const field = document.querySelector('[data-search]');
    const begin = performance.now();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return performance.now() - begin;
  }, query);
}

// The times until the browser painted any text, and until the list was drawn.
async function opened(page, ready) {
  const tab = await open(browser, page, '/deviations');
  await tab.waitForSelector(ready);
  const drawn = await tab.evaluate(() => performance.getEntriesByName('shown')[0].startTime);
  const paint = await tab.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  return { tab, drawn, paint: paint ?? drawn };
}

const browser = await launch();
for (let time = 0; time <= times; ++time) {
  const samples = [];
  for (const [name, ready] of [['large', '.rows li'], ['empty', 'main h1']]) {
    const { tab, drawn, paint } = await opened(`${name}.html`, ready);
    samples.push(`paint_${name} ${paint}`, `drawn_${name} ${drawn}`);
    if (name === 'large') {
      await tab.waitForTimeout(500);
      const taken = [];
      for (const query of queries) taken.push(await filtered(tab, query));
      samples.push(`filtered ${Math.max(...taken)}`);
    }
    await tab.done();
  }
  // The first round fills caches.
  if (time > 0) console.log(samples.join('\n'));
}
await browser.close();
