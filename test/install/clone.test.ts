import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { parse } from 'yaml';
import { packagePath } from '../../src/files/index.ts';
import { cannotInstall, checkout, hasGit, shell } from './checkout.ts';

interface Step {
  readonly name: string;
  readonly run: string;
  readonly shell: string;
  readonly 'working-directory'?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action: Action = parse(readFileSync(packagePath('action.yml'), 'utf8'));
const [build, lint] = action.runs.steps;
const [hook] = parse(readFileSync(packagePath('.pre-commit-hooks.yaml'), 'utf8'));

/** What GitHub puts in for `${{ … }}`. */
const filled = (text: string, inputs: Readonly<Record<string, string>>, path: string): string =>
  text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, name: string) => {
    if (name === 'github.action_path') return path;
    const input = name.replace('inputs.', '');
    const value = inputs[input] ?? action.inputs[input]?.default;
    if (value === undefined) throw new Error(`action.yml asks for ${name}`);
    return value;
  });

describe.skipIf(!hasGit)('a clean clone (skipped without git)', () => {
  const clone = hasGit ? checkout() : '';
  const beside = (name: string): string => join(dirname(clone), name);
  const site = beside('site');
  const prefix = beside('environment');
  let refused = '';

  function step(one: Step | undefined, inputs: Readonly<Record<string, string>> = {}) {
    if (!one) throw new Error('a step is missing in action.yml');
    const said = Object.entries(one.env ?? {}).map(([name, value]) => [name, filled(value, inputs, clone)]);
    const folder = one['working-directory'];
    const cwd = folder === undefined ? site : filled(folder, inputs, clone);
    return shell(one.run, cwd, { ...Object.fromEntries(said), GITHUB_OUTPUT: join(site, 'output') });
  }

  const needsNpm = (context: TestContext): void =>
    context.skip(refused !== '', 'npm has neither a registry nor a cache');

  beforeAll(() => {
    mkdirSync(join(site, 'configs with blanks'), { recursive: true });
    mkdirSync(join(prefix, 'lib'), { recursive: true });
    const paper = readFileSync(packagePath('examples/paper/paper.rsc'));
    writeFileSync(join(site, 'configs with blanks/paper.rsc'), paper);
    expect(existsSync(join(clone, 'dist'))).toBe(false);
    const built = step(build);
    if (built.status !== 0 && cannotInstall(built.said)) refused = built.said;
    else expect(built, built.said).toMatchObject({ status: 0 });
  }, 600_000);

  afterAll(() => rmSync(dirname(clone), { recursive: true, force: true }), 120_000);

  describe('action.yml, its steps as plain shell', () => {
    it('is a composite action whose steps are shell', () => {
      expect(action.runs.using).toBe('composite');
      expect(action.runs.steps.map(one => one.shell)).toEqual(['bash', 'bash']);
    });

    it('a file with errors → annotations at their lines, and the step fails', context => {
      needsNpm(context);
      const { status, stdout } = step(lint);
      expect(stdout).toMatch(/^::error file=configs with blanks\/paper\.rsc,line=\d+/m);
      expect(status).toBe(1);
    });

    it('format: sarif, fail-on: never → a file, and the step goes on', context => {
      needsNpm(context);
      const inputs = {
        format: 'sarif',
        'fail-on': 'never',
        paths: '\nconfigs with blanks\n',
        only: 'pcc,marks',
      };
      expect(step(lint, inputs)).toMatchObject({ status: 0, stdout: '' });
      expect(readFileSync(join(site, 'output'), 'utf8')).toBe('file=jalur.sarif\n');
      const { runs } = JSON.parse(readFileSync(join(site, 'jalur.sarif'), 'utf8'));
      expect(runs[0].results.length).toBeGreaterThan(0);
    });
  });

  describe('.pre-commit-hooks.yaml', () => {
    it('names a command of this program, for RouterOS files', () => {
      expect(hook).toMatchObject({ id: 'jalur-lint', language: 'node', entry: 'jalur lint' });
      expect(new RegExp(hook.files).test('configs/office.rsc')).toBe(true);
      expect(new RegExp(hook.files).test('README.md')).toBe(false);
    });

    // What pre-commit does for `language: node` (pre_commit/languages/node.py, install_environment): npm install in the
    // clone, npm pack, whose output is the name of a file and nothing else, and npm install -g of that.
    it('installed as pre-commit does, its entry with staged files → fails where one has an error', {
      timeout: 600_000,
    }, context => {
      needsNpm(context);
      const install = 'npm install --include=dev --include=prod --ignore-prepublish --no-progress --no-save';
      const first = shell(install, clone);
      expect(first, first.said).toMatchObject({ status: 0 });
      const tarball = shell('npm pack', clone).stdout.trim();
      expect(tarball).toMatch(/^jalur-[\d.]+\.tgz$/);
      const whole = shell(`npm install -g '${join(clone, tarball)}'`, clone, { npm_config_prefix: prefix });
      expect(whole, whole.said).toMatchObject({ status: 0 });
      const PATH = `${join(prefix, 'bin')}:${process.env['PATH']}`;
      const [good, bad] = ['paper-fixed/paper-fixed.rsc', 'paper/paper.rsc'].map(name =>
        packagePath(`examples/${name}`),
      );
      expect(shell(`${hook.entry} '${good}'`, site, { PATH }).status).toBe(0);
      const found = shell(`${hook.entry} '${good}' '${bad}'`, site, { PATH });
      expect(found.status).toBe(1);
      expect(found.stdout).toContain('marks/table-empty');
    });
  });
});
