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

await picture('overview', '/', 860);
await picture('comparison', '/', 860, 'light', 'diff/index.html');
await picture('difference', '/difference/route.lifetimes/CreateIpForwardEntry2/1', 800, 'light', 'diff/index.html');
await browser.close();
