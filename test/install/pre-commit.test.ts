import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packagePath } from '../../src/files/index.ts';
import { cannotInstall, checkout, hasGit, shell } from './checkout.ts';

const [hook] = parse(readFileSync(packagePath('.pre-commit-hooks.yaml'), 'utf8'));

describe.skipIf(!hasGit)('.pre-commit-hooks.yaml (skipped without git)', () => {
  const clone = hasGit ? checkout() : '';
  const prefix = join(dirname(clone), 'environment');
  let refused = '';

  // What pre-commit does for `language: node` (pre_commit/languages/node.py, install_environment): npm install in the
  // clone, npm pack, whose output is the name of a file and nothing else, and npm install -g of that.
  beforeAll(() => {
    mkdirSync(join(prefix, 'lib'), { recursive: true });
    const install = 'npm install --include=dev --include=prod --ignore-prepublish --no-progress --no-save';
    const first = shell(install, clone);
    if (first.status !== 0 && cannotInstall(first.said)) {
      refused = first.said;
      return;
    }
    expect(first, first.said).toMatchObject({ status: 0 });
    const packed = shell('npm pack', clone);
    expect(packed.stdout.trim()).toMatch(/^jalur-[\d.]+\.tgz$/);
    const whole = shell(`npm install -g '${join(clone, packed.stdout.trim())}'`, clone, {
      npm_config_prefix: prefix,
    });
    expect(whole, whole.said).toMatchObject({ status: 0 });
  }, 300_000);

  afterAll(() => rmSync(dirname(clone), { recursive: true, force: true }));

  it('names a command of this program, for RouterOS files', () => {
    expect(hook).toMatchObject({ id: 'jalur-lint', language: 'node', entry: 'jalur lint' });
    expect(new RegExp(hook.files).test('configs/office.rsc')).toBe(true);
    expect(new RegExp(hook.files).test('README.md')).toBe(false);
  });

  it('its entry with staged files → fails where one has an error, as jalur lint does', context => {
    context.skip(refused !== '', 'npm has neither a registry nor a cache');
    const path = `${join(prefix, 'bin')}:${process.env['PATH']}`;
    const bad = packagePath('examples/paper/paper.rsc');
    const good = join(dirname(clone), 'good.rsc');
    writeFileSync(good, readFileSync(packagePath('examples/paper-fixed/paper-fixed.rsc')));
    expect(existsSync(join(prefix, 'bin/jalur'))).toBe(true);
    expect(shell(`${hook.entry} '${good}'`, dirname(clone), { PATH: path }).status).toBe(0);
    const found = shell(`${hook.entry} '${good}' '${bad}'`, dirname(clone), { PATH: path });
    expect(found.status).toBe(1);
    expect(found.stdout).toContain('marks/table-empty');
  });
});
