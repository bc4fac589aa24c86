import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packagePath } from '../../src/sys/index.ts';
import { cannotInstall } from './checkout.ts';

// The file of the Debian package itself; deb.kernel.test.ts installs it.

const folder = mkdtempSync(join(tmpdir(), 'jalur-deb-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;
const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Its path; undefined where npm has not got the Node.js to carry. */
function build(name: string): string | undefined {
  // At the least level, as compressing takes four times as long as all the rest.
  const words = ['tools/package.mjs', '--compress', 'gzip', '--level', '1', '--out', join(folder, name)];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    ...{ cwd: packagePath('.'), encoding: 'utf8' },
  });
  if (status !== 0 && cannotInstall(stderr)) return undefined;
  expect(status, stderr).toBe(0);
  return stdout.trim().split(' ')[0];
}

it.skipIf(!has('dpkg-deb'))(
  'built twice → the same bytes, and lintian finds no error (skipped: no dpkg)',
  context => {
    const first = build('first');
    context.skip(first === undefined, 'npm has neither a registry nor a cache with the Node.js to carry');
    expect(hash(build('second') ?? '')).toBe(hash(first ?? ''));
    context.skip(!has('lintian'), 'the bytes are the same; lintian is not installed');
    const { status, stdout } = spawnSync(
      'lintian',
      ['--fail-on', 'error', '--tag-display-limit', '0', first ?? ''],
      {
        encoding: 'utf8',
      },
    );
    expect([status, stdout.split('\n').filter(line => line.startsWith('E:'))], stdout).toEqual([0, []]);
  },
  900_000,
);
