import { type Dialect, type Kept, makeRouter, type Router, type RouterOsVersion } from '../model/index.ts';
import type { Diagnostic } from '../text/index.ts';
import { build } from './build.ts';
import { collect } from './commands/index.ts';
import { toDiagnostic } from './say.ts';
import { lostBytes, parse, type Tree } from './syntax/index.ts';
import { unknownNames } from './unknown-names.ts';
import { detectVersion } from './version.ts';

export interface ReadOptions {
  /** Name of the text for places in diagnostics. */
  readonly file: string;
  /** Overrides what the text says about its version. */
  readonly dialect?: Dialect | undefined;
}

/** Where every statement went: each is in exactly one of the three. `lost` in bytes, always 0. */
export interface Counts {
  readonly statements: number;
  readonly modelled: number;
  readonly kept: number;
  readonly notEvaluated: number;
  readonly lost: number;
}

export interface ReadResult {
  readonly router: Router;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly version: RouterOsVersion;
  readonly tree: Tree;
  readonly counts: Counts;
  /** Values that the router holds masked, by place; only for writing the text back. Never print it. */
  readonly secrets: ReadonlyMap<string, string>;
}

/**
 * Reads RouterOS text of any kind (export, script, snippet, listing) into a Router. Never throws: what is not
 * understood is said in `diagnostics` and kept in `router.kept`.
 */
export function readRouterOs(text: string, { file, dialect }: ReadOptions): ReadResult {
  const tree = parse(text, file);
  const collected = collect(tree);
  const version = detectVersion(tree.source, collected.statements, dialect);
  const built = build(tree.source, collected, version);
  const problems = [...tree.problems, ...collected.problems, ...built.problems];
  const router = makeRouter({ ...built.draft, version });
  const said = problems.map(problem => toDiagnostic(tree.source, problem));
  const diagnostics = [...said, ...unknownNames(router)].sort(byPlace);
  const counts = count(built.kept, collected.statements.length, lostBytes(tree.source, tree.script));
  return {
    router,
    diagnostics,
    version,
    tree,
    counts,
    secrets: built.secrets,
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start.offset - b.span.start.offset;
}

function count(kept: readonly Kept[], statements: number, lost: number): Counts {
  const notEvaluated = kept.filter(({ reason }) => reason === 'not-evaluated').length;
  return {
    statements,
    modelled: statements - kept.length,
    kept: kept.length - notEvaluated,
    notEvaluated,
    lost,
  };
}
