// Bundles the page into one self-contained file: node build.mjs OUT.html
// reports/writers/page inserts the report's data later.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const out = process.argv[2];
if (!out) throw new Error('node build.mjs OUT.html');
const here = new URL('.', import.meta.url).pathname;

const bundled = await build({
  absWorkingDir: here,
  entryPoints: ['source/main.tsx'],
  outfile: 'page.js',
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'eof',
  metafile: true,
  charset: 'ascii',
  logLevel: 'warning',
});

function content(extension) {
  const text = bundled.outputFiles.find((file) => file.path.endsWith(extension)).text.trim();
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${extension}: would end its element`);
  return text;
}

// The licences of the packages whose code is in the page ask to be with it.
const packages = new Set(Object.keys(bundled.metafile.inputs).flatMap((file) => file.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []));
const licences = [...packages].sort().map((name) => {
  const folder = `${here}node_modules/${name}/`;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name}: has no licence`);
  return `${name}:\n${readFileSync(folder + file, 'utf8').trim()}`;
}).join('\n\n');
if (licences.includes('--')) throw new Error('a licence would end its comment');

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const script = content('.js');
const style = content('.css');
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)}`,
  `style-src ${hash(style)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const parts = { policy, style, script, licences };
const page = readFileSync(`${here}source/index.html`, 'utf8').replace(/@(policy|style|script|licences)@/g, (_, part) => parts[part]);
writeFileSync(out, page);
