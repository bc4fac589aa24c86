import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// A kind of matcher that does not exist is put into a copy of the sources, to see what the compiler asks for. It reads
// all of src twice, which takes its time on a busy machine.
const slow = 300_000;
const root = fileURLToPath(new URL('..', import.meta.url));
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'jalur-kinds-'));
  cpSync(join(root, 'src'), join(copy, 'src'), {
    recursive: true,
    filter: path => !path.endsWith('.test.ts'),
  });
  for (const name of ['package.json', 'tsconfig.base.json']) cpSync(join(root, name), join(copy, name));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const compilerOptions = {
    noEmit: true,
    composite: false,
    declaration: false,
    skipLibCheck: true,
    types: ['node'],
  };
  const config = {
    extends: './tsconfig.base.json',
    compilerOptions,
    include: ['src/**/*.ts'],
    exclude: ['src/web'],
  };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
}, slow);

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Files that the compiler finds fault with. */
function complaints(): string[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', copy], { cwd: copy, encoding: 'utf8' });
  const files = stdout.split('\n').flatMap(line => /^(src\/\S+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []);
  return [...new Set(files)].sort();
}

/** Puts a line behind the one that matches. */
function behind(file: string, line: RegExp, text: string): void {
  const path = join(copy, file);
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex(one => line.test(one));
  if (at < 0) throw new Error(`${file} has no line like ${line}`);
  writeFileSync(path, lines.toSpliced(at + 1, 0, text).join('\n'));
}

const backends = {
  'src/rsc/matchers': {
    table: /^const syntaxes: /,
    text: `import { holding, nameOf } from './syntax.ts';
export const madeUp = holding('value', nameOf('value', 'x'));
`,
  },
  'src/walk/match': {
    table: /^const tests: /,
    text: `import type { MatcherTest } from './matcher-test.ts';
export const madeUp: MatcherTest<'made-up'> = ({ value }) => ({ packet }) => packet.mac === value;
`,
  },
  'src/compile/nft/matchers': {
    table: /^const conditions: /,
    text: `import { test } from '../condition.ts';
import type { MatcherCondition } from './matcher-condition.ts';
export const madeUp: MatcherCondition<'made-up'> = ({ value, negated }) => test('made up', value, negated);
`,
  },
} as const;

describe('a new kind of matcher', () => {
  it(
    'with its value alone → the compiler names the trait table and one table of each backend, nothing else',
    () => {
      behind(
        'src/model/matcher.ts',
        /^export interface MatcherValues/,
        "  'made-up': { readonly value: string };",
      );
      const tables = Object.keys(backends).map(folder => `${folder}/index.ts`);
      expect(complaints()).toEqual([...tables, 'src/model/matchers.ts'].sort());
    },
    slow,
  );

  it(
    'with one trait and one file of its name in each backend → complete',
    () => {
      const trait = "  'made-up': { ...everyFamily, reads: 'mac', decidedBy: 'header', cost: 3 },";
      behind('src/model/matchers.ts', /^export const matcherTraits/, trait);
      for (const [folder, { table, text }] of Object.entries(backends)) {
        writeFileSync(join(copy, folder, 'made-up.ts'), text);
        behind(`${folder}/index.ts`, table, "  'made-up': madeUp,");
        behind(`${folder}/index.ts`, /^import .* from '\.\//, "import { madeUp } from './made-up.ts';");
      }
      expect(complaints()).toEqual([]);
    },
    slow,
  );
});
