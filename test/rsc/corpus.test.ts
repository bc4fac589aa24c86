import { describe, expect, it } from 'vitest';
import { convertRouterOs } from '../../src/convert/index.ts';
import type { Router, RouterOsVersion } from '../../src/model/index.ts';
import { formatRouterOs, parse, printTree, readRouterOs, writeRouterOs } from '../../src/rsc/index.ts';
import { comparable } from './comparable.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

const files = corpusFiles();
const read = (text: string, file: string, version?: RouterOsVersion) =>
  readRouterOs(text, { file, dialect: version?.dialect });

// Skipped by name: the public configurations (../shared/corpus) have no licence and are not in this repository.
describe.skipIf(!hasCorpus)('public configurations (skipped where ../shared/corpus is absent)', () => {
  it.each(files.map(({ name, text }) => [name, text] as const))(
    '%s: nothing lost, everything counted',
    (name, text) => {
      const tree = parse(text, name);
      const { counts, router } = read(text, name);
      expect(printTree(tree.source, tree.script)).toBe(text);
      expect(counts.lost).toBe(0);
      expect(counts.modelled + counts.kept + counts.notEvaluated + counts.notUnderstood).toBe(
        counts.statements,
      );
      const held = counts.notEvaluated - counts.heldScripts;
      expect(router.kept).toHaveLength(counts.kept + held + counts.notUnderstood);
    },
  );

  it('models at least 85 % of the statements of multi-WAN files', () => {
    const all = files.filter(({ multiWan }) => multiWan).map(({ name, text }) => read(text, name).counts);
    const statements = all.reduce((sum, counts) => sum + counts.statements, 0);
    const modelled = all.reduce((sum, counts) => sum + counts.modelled, 0);
    expect(modelled / statements).toBeGreaterThanOrEqual(0.85);
  });

  it.each(files.filter(({ kind }) => kind === 'export').map(({ name, text }) => [name, text] as const))(
    '%s: written and read again it is the same',
    (name, text) => {
      const first = read(text, name);
      const second = read(writeRouterOs(first.router, { secrets: first.secrets }), name, first.version);
      expect(comparable(second.router)).toEqual(comparable(first.router));
    },
  );

  it('exports are tidy as they are: at least 41 of the 52, the others were edited or have listings in them', () => {
    const exports = files.filter(({ kind }) => kind === 'export');
    const tidy = exports.filter(({ text, name }) => formatRouterOs(text, name).text === text);
    expect(exports).toHaveLength(52);
    expect(tidy.length).toBeGreaterThanOrEqual(41);
  });

  it('converts at least ten PCC configurations of v6 to v7 and back without a difference', () => {
    const same = files.filter(({ pcc, text, name }) => pcc && survivesConversion(text, name));
    expect(same.length).toBeGreaterThanOrEqual(10);
  });

  it.each(files.map(({ name, text }) => [name, text] as const))(
    '%s: tidying changes layout only',
    (name, text) => {
      const tidy = formatRouterOs(text, name);
      expect(formatRouterOs(tidy.text, name).text).toBe(tidy.text);
      expect(withoutKept(tidy.text, name)).toEqual(withoutKept(text, name));
    },
  );
});

// What is kept is kept as written, layout included.
function withoutKept(text: string, name: string): unknown {
  return comparable({ ...read(text, name).router, kept: [] });
}

function survivesConversion(text: string, name: string): boolean {
  const first = read(text, name);
  if (first.version.dialect !== 'v6') return false;
  const target: RouterOsVersion = { dialect: 'v7', text: '', evidence: [] };
  const there = convertRouterOs(text, first, { file: name, target });
  const again = read(there.text, name, target);
  const back = convertRouterOs(there.text, again, { file: name, target: first.version });
  return JSON.stringify(settled(back.after)) === JSON.stringify(settled(first.router));
}

/** Without what a conversion adds and need not take back: v7's settings that v6 has as well. */
const settled = (router: Router) =>
  comparable({
    ...router,
    kept: [],
    version: { dialect: 'v6', text: '', evidence: [] },
    routes: router.routes.map(route => ({ ...route, checkGateway: 'none' as const, targetScope: 10 })),
  });
