// Text from an implementation, a path or a script is never interpreted as markup.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open, pages, views } from './chromium.js';
import { changeText } from './data.js';

const attack = `<img src=x onerror="alert(1)"><script>alert(2)</script><!--<script></script>"'\`{{7*7}}javascript:alert(3)`;
// The attack is appended to every text of the data.
function poisoned(data) {
  return JSON.stringify(
    JSON.parse(data, (name, value) => {
      const isChosen = ['outcome', 'verdict', 'profile', 'kind', 'basis', 'origin', 'staleness'].includes(name);
      return typeof value === 'string' && !isChosen ? value + attack : value;
    }),
  );
}

let browser;
before(async () => {
  browser = await launch();
  changeText('sample.html', 'hostile.html', poisoned);
});
after(() => browser.close());

test('markup in any text is shown, not interpreted', async () => {
  const tab = await open(browser, 'hostile.html');
  for (const view of ['/', '/rules', '/deviations', '/readings', '/coverage', '/scripts', '/campaign']) {
    await tab.go(view);
    assert.equal(await tab.locator('img, main script, iframe').count(), 0, view);
    for (const link of await tab.locator('a').evaluateAll((links) => links.map((one) => one.getAttribute('href')))) {
      assert.match(link, /^#/, view);
    }
  }
  await tab.done();
});

test('markup is shown on the page of a deviation, too', async () => {
  const tab = await open(browser, 'hostile.html', '/deviations');
  const found = await tab.locator('.rows a').evaluateAll((links) => links.map((link) => link.getAttribute('href').slice(1)));
  for (const view of found) {
    await tab.go(view);
    assert.doesNotMatch(await tab.locator('h1').innerText(), /^No such/);
    assert.ok((await tab.locator('main').innerText()).includes('<img src=x onerror='), view);
    assert.equal(await tab.locator('img, main script').count(), 0);
  }
  await tab.done();
});

test('control characters in the sample are escaped', async () => {
  const tab = await open(browser, 'sample.html');
  for (const view of views) {
    await tab.go(view);
    assert.doesNotMatch(await tab.locator('body').innerText(), /[\u0000-\u0008\u001b\u202e]/, view);
  }
  await tab.done();
});

test('the policy blocks everything that was not bundled', async () => {
  const tab = await open(browser, 'sample.html');
  const ran = await tab.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<p onclick="window.ran = true" id="p">p</p>');
    document.getElementById('p').click();
    const fetched = await fetch('data:text/plain,1').then(() => true, () => false);
    return [window.ran ?? false, fetched];
  });
  assert.deepEqual(ran, [false, false]);
  await tab.context().close(); // The console reports the blocked script.
});

test('data of another format are refused with a message', async () => {
  changeText('sample.html', 'newer.html', (data) => data.replace(/^\{"format":\d+,/, '{"format":99,'));
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`file://${join(pages, 'newer.html')}`);
  await tab.getByText(/can't be shown: .*format 99/).waitFor();
  await context.close();
});
