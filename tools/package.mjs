#!/usr/bin/env node
// Builds the Debian package: npm run package [-- --arch amd64|arm64] [--version V] [--out DIR] [--compress xz|gzip|none] [--level N]
// Needs dpkg-deb; asks npm for the Node.js that the package carries (tools/package/carried.mjs), once. The same sources give the same
// bytes (SOURCE_DATE_EPOCH, default: the time of the last commit).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { carried } from './package/carried.mjs';
import { writeControl } from './package/control.mjs';
import { writeTree } from './package/tree.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (tool, ...args) => execFileSync(tool, args, { cwd: root, encoding: 'utf8' }).trim();

function lastCommit() {
  try {
    return run('git', 'log', '-1', '--format=%ct');
  } catch {
    return String(Math.floor(statSync(join(root, 'CHANGELOG.md')).mtimeMs / 1000));
  }
}

const { version: upstream } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { values } = parseArgs({
  options: {
    arch: { type: 'string', default: process.arch === 'arm64' ? 'arm64' : 'amd64' },
    version: { type: 'string', default: `${upstream}-1` },
    out: { type: 'string', default: join(root, 'dist', 'package') },
    compress: { type: 'string', default: 'xz' },
    level: { type: 'string' },
  },
});
const { arch, version, compress, level } = values;
const epoch = process.env.SOURCE_DATE_EPOCH ?? lastCommit();
process.umask(0o022);

const stage = mkdtempSync(join(tmpdir(), 'jalur-deb-'));
try {
  const tree = join(stage, 'root');
  const parts = await carried(root, arch);
  await writeTree({ root, tree, arch, version, epoch, ...parts });
  writeControl({ root, tree, arch, version });
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const file = join(out, `jalur_${version}_${arch}.deb`);
  const compressed = [`-Z${compress}`, ...(level === undefined ? [] : [`-z${level}`])];
  execFileSync('dpkg-deb', [...compressed, '--root-owner-group', '--build', tree, file], {
    env: { ...process.env, SOURCE_DATE_EPOCH: epoch },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.stdout.write(`${file} (${Math.round(statSync(file).size / 1e5) / 10} MB)\n`);
} finally {
  rmSync(stage, { recursive: true, force: true });
}
