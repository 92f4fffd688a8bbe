// Opens and filters $PAGES/large.html several times and prints medians: node test/bench.mjs
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open, pages } from './browser/chromium.js';

const times = Number(process.env.TIMES ?? 7);
const load_ms_max = 2000;
const filter_ms_max = 100;
const queries = ['r', 'rule-49', 'idea_77777', 'status_3 getip', 'promise number 12 is kept', ''];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

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

// The time of a small page shows how busy the machine is. On a busy machine, the ratio counts.
async function opened(page, ready) {
  const tab = await open(browser, page, '/deviations');
  await tab.waitForSelector(ready);
  const shown = await tab.evaluate(() => performance.getEntriesByName('shown')[0].startTime);
  return { tab, shown };
}

const browser = await launch();
const loads = [];
const empties = [];
const filters = new Map(queries.map((query) => [query, []]));
for (let time = 0; time < times; ++time) {
  const empty = await opened('empty.html', 'main h1');
  empties.push(empty.shown);
  await empty.tab.done();
  const { tab, shown } = await opened('large.html', '.rows li');
  loads.push(shown);
  await tab.waitForTimeout(500);
  for (const query of queries) filters.get(query).push(await filtered(tab, query));
  await tab.done();
}
await browser.close();

const load = median(loads);
console.log(`size      ${(statSync(join(pages, 'large.html')).size / 1e6).toFixed(1)} MB`);
console.log(`load      ${load.toFixed(0)} ms (most ${load_ms_max}), an empty report ${median(empties).toFixed(0)} ms: ${(load / median(empties)).toFixed(1)} times as long`);
let worst = 0;
for (const [query, taken] of filters) {
  worst = Math.max(worst, median(taken));
  console.log(`filter    ${median(taken).toFixed(0)} ms (most ${filter_ms_max})  “${query}”`);
}
process.exitCode = load < load_ms_max && worst < filter_ms_max ? 0 : 1;
