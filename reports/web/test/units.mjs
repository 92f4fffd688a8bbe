// Runs the tests of the page's pure functions: node test/units.mjs
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const bundled = mkdtempSync(join(tmpdir(), 'netioconf-units-'));
try {
  await build({
    absWorkingDir: here,
    entryPoints: readdirSync(join(here, 'data')).filter((file) => file.endsWith('.test.js')).map((file) => `data/${file}`),
    outdir: bundled,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const files = readdirSync(bundled).map((file) => join(bundled, file));
  process.exitCode = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(bundled, { recursive: true });
}
