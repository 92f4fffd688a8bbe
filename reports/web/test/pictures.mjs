// Takes pictures of $PAGES/run/index.html and of $PAGES/diff/index.html: node test/pictures.mjs FOLDER
import { join } from 'node:path';
import { launch, open } from './browser/chromium.js';

const folder = process.argv[2];

const browser = await launch();

async function picture(name, view, height, colorScheme = 'light', page = 'run/index.html') {
  const tab = await open(browser, page, view, { viewport: { width: 1120, height }, colorScheme });
  await tab.screenshot({ path: join(folder, `${name}.png`) });
  await tab.done();
}

const first = await open(browser, 'run/index.html', '/deviations');
const deviations = await first.locator('.rows a').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(1)));
await first.done();
await picture('overview', '/', 860);
await picture('rules', '/rules?family=route', 620, 'dark');
await picture('readings', '/readings', 620);
const accepted = deviations.find((one) => one.endsWith('/success')) ?? deviations[0];
if (accepted) await picture('deviation', accepted, 800);
await picture('comparison', '/', 860, 'light', 'diff/index.html');
await picture('matrix', '/rules?standing=differ', 620, 'dark', 'diff/index.html');
await picture('difference', '/difference/route.lifetimes/CreateIpForwardEntry2/1', 800, 'light', 'diff/index.html');
await browser.close();
