// Joins the compiled modules into few files. Node takes about 0.2 ms to open and link a module, and a command has some
// four hundred of them: joined, `jalur plan` starts in half the time, and so does the gateway in every lab.
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const dist = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist');

/** What a process or a worker starts with; `entryPoint` in src/files finds them by these names. */
const entries = [
  'cli/main',
  'gateway/main',
  'gateway/confined',
  'kernel/watch/watch-worker',
  'probe/probe-worker',
  'lab/orchestrate/runner-main',
  'lab/cable/worker',
];

const out = join(dist, 'bundle');
const bundle = await rolldown({
  input: Object.fromEntries(entries.map(name => [name, join(dist, `${name}.js`)])),
  platform: 'node',
  external: ['koffi'],
});
const { output } = await bundle.write({
  dir: out,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  sourcemap: false,
  minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
});

// Chunks of earlier builds have other hashes in their names.
const current = new Set(output.map(({ fileName }) => fileName));
const old = readdirSync(out).filter(name => name.endsWith('.js') && !current.has(name));
for (const name of old) rmSync(join(out, name));

// The manual page, which npm links where `man` finds it when the package is installed.
const page = execFileSync(process.execPath, [join(dirname(dist), 'bin/jalur'), 'man']);
writeFileSync(join(dist, 'jalur.1'), page);
