import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** What GitHub puts in for `${{ … }}`. */
const filled = (text: string, inputs: Readonly<Record<string, string>>, path: string): string =>
  text.replaceAll(/\$\{\{ (\S+) \}\}/g, (_, name: string) => {
    if (name === 'github.action_path') return path;
    const input = name.replace('inputs.', '');
    const value = inputs[input] ?? action.inputs[input]?.default;
    if (value === undefined) throw new Error(`action.yml asks for ${name}`);
    return value;
  });

describe.skipIf(!hasGit)(
  'action.yml, its steps as plain shell on a clean clone (skipped without git)',
  () => {
    const clone = hasGit ? checkout() : '';
    const site = join(dirname(clone), 'site');
    let refused = '';

    function step(one: Step | undefined, inputs: Readonly<Record<string, string>> = {}) {
      if (!one) throw new Error('a step is missing in action.yml');
      const said = Object.entries(one.env ?? {}).map(([name, value]) => [name, filled(value, inputs, clone)]);
      const cwd =
        one['working-directory'] === undefined ? site : filled(one['working-directory'], inputs, clone);
      return shell(one.run, cwd, { ...Object.fromEntries(said), GITHUB_OUTPUT: join(site, 'output') });
    }

    beforeAll(() => {
      mkdirSync(join(site, 'configs with blanks'), { recursive: true });
      const paper = readFileSync(packagePath('examples/paper/paper.rsc'));
      writeFileSync(join(site, 'configs with blanks/paper.rsc'), paper);
      expect(existsSync(join(clone, 'dist'))).toBe(false);
      const built = step(build);
      if (built.status !== 0 && cannotInstall(built.said)) refused = built.said;
      else expect(built, built.said).toMatchObject({ status: 0 });
    }, 300_000);

    afterAll(() => rmSync(dirname(clone), { recursive: true, force: true }));

    it('is a composite action whose steps are shell', () => {
      expect(action.runs.using).toBe('composite');
      expect(action.runs.steps.map(one => one.shell)).toEqual(['bash', 'bash']);
    });

    it('a file with errors → annotations at their lines, and the step fails', context => {
      context.skip(refused !== '', 'npm has neither a registry nor a cache');
      const { status, stdout } = step(lint);
      expect(stdout).toMatch(/^::error file=configs with blanks\/paper\.rsc,line=\d+/m);
      expect(status).toBe(1);
    });

    it('format: sarif, fail-on: never → a file, and the step goes on', context => {
      context.skip(refused !== '', 'npm has neither a registry nor a cache');
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
  },
);
