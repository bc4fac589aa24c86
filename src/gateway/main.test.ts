import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { entryPoint } from '../sys/index.ts';

const start = (...args: string[]) =>
  spawnSync(process.execPath, [entryPoint('gateway/main.ts'), ...args], {
    encoding: 'utf8',
    timeout: 20_000,
  });

it('gateway process: an error that is none of the environment → its stack, exit code 70', () => {
  const { status, stderr } = start('--config', 'unused.rsc', '--control-fd', 'no number');
  expect(status).toBe(70);
  expect(stderr).toMatch(/^\s+at .+main\.cjs/m);
});

it('gateway process: a configuration that cannot be run → exit code 1, no folder made', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-main-'));
  const state = join(folder, 'state');
  expect(start('--config', join(folder, 'nowhere.rsc'), '--state', state).status).toBe(1);
  expect(existsSync(state)).toBe(false);
  rmSync(folder, { recursive: true });
});

it('gateway process: a state folder that cannot be made → what helps, exit code 2', () => {
  const { status, stderr } = start('--config', 'examples/paper-fixed', '--state', '/proc/nowhere/state');
  expect(status).toBe(2);
  expect(stderr).toContain('--state');
});
