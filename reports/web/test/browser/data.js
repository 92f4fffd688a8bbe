// A page with other data.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { pages } from './chromium.js';

const begin = '<script type="application/gzip" id="data">';

// Writes the page `to`: like `from`, but its data, as text, are changed.
export function changeText(from, to, change) {
  const page = readFileSync(join(pages, from), 'utf8');
  const first = page.indexOf(begin) + begin.length;
  const last = page.indexOf('</script>', first);
  const data = change(gunzipSync(Buffer.from(page.slice(first, last), 'base64')).toString());
  writeFileSync(join(pages, to), page.slice(0, first) + gzipSync(data).toString('base64') + page.slice(last));
}

// The same for the message.
export function changeData(from, to, change) {
  changeText(from, to, (text) => {
    const data = JSON.parse(text);
    change(data);
    return JSON.stringify(data);
  });
}
