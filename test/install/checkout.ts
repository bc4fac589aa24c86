import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath } from '../../src/files/index.ts';

/** npm asks its cache first and says nothing beside what it does; a registry is asked for what is not there. */
export const npmEnv = {
  ...process.env,
  npm_config_prefer_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  npm_config_progress: 'false',
};

/** What git would give to somebody who clones this: no build, no libraries. A repository of its own. */
export function checkout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jalur-clone-'));
  const clone = join(folder, 'jalur');
  mkdirSync(clone);
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', list, { cwd: packagePath('.'), maxBuffer: 1 << 26 });
  const present = execFileSync('tar', ['--null', '--ignore-failed-read', '-T', '-', '-cf', '-'], {
    cwd: packagePath('.'),
    input: files,
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  execFileSync('tar', ['-xf', '-', '-C', clone], { input: present });
  return clone;
}

/** Is there neither a registry nor a cache that has the package? Then nothing can be installed here. */
export const cannotInstall = (output: string): boolean =>
  /ENOTCACHED|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(output);

export const hasGit = spawnSync('git', ['rev-parse'], { cwd: packagePath('.') }).status === 0;

/** Runs a line as a shell of a CI job does, with what it prints. */
export function shell(line: string, cwd: string, env: Readonly<Record<string, string | undefined>> = {}) {
  const words = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', line];
  const { status, stdout, stderr } = spawnSync('bash', words, {
    cwd,
    encoding: 'utf8',
    env: { ...npmEnv, ...env },
  });
  return { status, stdout, stderr, said: `${stdout}${stderr}` };
}
