// Opens a report page in Chromium as a local file.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

// Options that keep Chromium from using the network at start-up.
const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export const pages = process.env.PAGES ?? '';
export const url = (page) => pathToFileURL(join(pages, page)).href;

export function findChromium() {
  return ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
    .map((name) => join('/usr/bin', name)).find((path) => existsSync(path));
}

export const launch = () => chromium.launch({ executablePath: findChromium(), args: quiet });

// Opens a view. A request, an error or a console message fails the test.
export async function open(browser, page, view = '/', options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const tab = await context.newPage();
  const errors = [];
  tab.on('request', (request) => request.url() === url(page) || errors.push(`request of ${request.url()}`));
  tab.on('pageerror', (error) => errors.push(error.message));
  tab.on('console', (message) => errors.push(message.text()));
  tab.on('dialog', (dialog) => (errors.push(`dialog ${dialog.message()}`), dialog.dismiss()));
  await tab.goto(`${url(page)}#${view}`);
  await tab.waitForSelector('main h1');
  tab.go = async (next) => {
    await tab.evaluate((hash) => (location.hash = hash), next);
    await tab.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))));
  };
  tab.done = async () => {
    assert.deepEqual(errors, []);
    await context.close();
  };
  return tab;
}

// Every view, with items of the sample report.
export const views = [
  '/', '/rules', '/rule/route.lifetimes', '/deviations', '/deviation/route.metric/GetIpForwardEntry2/success',
  '/deviation/route.duplicate/CreateIpForwardEntry2/success/duplicate-key', '/readings', '/reading/duplicate-key', '/coverage',
  '/scripts', '/script/route.metric/is_kept', '/campaign', '/nowhere',
];

// The views that only a comparison has or that it shows differently.
export const comparisonViews = [
  '/', '/differences', '/difference/route.lifetimes/CreateIpForwardEntry2/1', '/difference/site-prefix-sentinel/CreateIpForwardEntry2/1', '/rules',
  '/rule/route.lifetimes', '/readings', '/reading/site-prefix-sentinel', '/run?of=2',
];
