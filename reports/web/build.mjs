// Bundles the page into one self-contained file: node build.mjs OUT.html
// reports/writers/html.cc inserts the report's data later.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

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
  legalComments: 'none',
  charset: 'ascii',
  logLevel: 'warning',
});

function content(extension) {
  const text = bundled.outputFiles.find((file) => file.path.endsWith(extension)).text.trim();
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${extension}: would end its element`);
  return text;
}

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

const parts = { policy, style, script };
const page = readFileSync(`${here}source/index.html`, 'utf8').replace(/@(policy|style|script)@/g, (_, part) => parts[part]);
writeFileSync(out, page);
