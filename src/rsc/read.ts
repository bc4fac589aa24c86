import { type Dialect, type Kept, makeRouter, type Router, type RouterOsVersion } from '../model/index.ts';
import type { Diagnostic, Language, Span } from '../text/index.ts';
import { type Built, build } from './build.ts';
import { type Collected, collect, statementPlace } from './commands/index.ts';
import { unknownNames } from './names/unknown-names.ts';
import { ProblemList } from './problems/problem-list.ts';
import { diagnosticsOf } from './problems/say.ts';
import { wrongStatements } from './problems/wrong-statements.ts';
import { type UncertainScript, uncertainScripts } from './script/index.ts';
import { fencesOf } from './source/page.ts';
import { detectVersion } from './source/version.ts';
import {
  lostBytes,
  type Problem,
  parse,
  type Range,
  type Said,
  type Source,
  type SourcePart,
  spanOf,
} from './syntax/index.ts';

export interface ReadOptions {
  /** Name of the text for places in diagnostics. */
  readonly file: string;
  /** Overrides what the text says about its version. */
  readonly dialect?: Dialect | undefined;
  /** Language of what is said of the text; English where not given. */
  readonly language?: Language | undefined;
  /** The files that the text was put together from (`joinTexts`), in order. */
  readonly parts?: readonly SourcePart[] | undefined;
}

/** Where every statement went: each is in exactly one of the four. `lost` in bytes, always 0. */
interface Counts {
  readonly statements: number;
  readonly modelled: number;
  readonly kept: number;
  /** Those that show or compute something, and those whose scripts are not carried out though the model holds them. */
  readonly notEvaluated: number;
  /** How many of `notEvaluated` the model holds all the same: items with scripts. */
  readonly heldScripts: number;
  /** Those with an error, which a router refuses, and those that are no RouterOS text. */
  readonly notUnderstood: number;
  readonly lost: number;
}

export interface ReadResult {
  readonly router: Router;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly version: RouterOsVersion;
  readonly counts: Counts;
  /** Values that the router holds masked, by place; only for writing the text back. Never print it. */
  readonly secrets: ReadonlyMap<string, string>;
}

/**
 * Reads RouterOS text of any kind (export, script, snippet, listing) into a Router. Never throws: what is not
 * understood is said in `diagnostics` and kept in `router.kept`.
 */
export function readRouterOs(text: string, options: ReadOptions): ReadResult {
  const first = statementsOf(text, options);
  const { source, lost } = first;
  const { version, starts, built, problems } = buildWhatIsRight(first, text, options);
  const fences = first.fences.map(range => spanOf(source, range));
  const router = makeRouter({ ...built.draft, version, ...(fences.length > 1 && { fences }) });
  const { language = 'en' } = options;
  const said = diagnosticsOf(source, problems.all(), language);
  const scripts = uncertainScripts(router);
  const writtenAt = ({ start, end }: Span): string | undefined =>
    source.parts.length > 0 ? undefined : text.slice(start.offset, end.offset);
  const diagnostics = [
    ...said,
    ...unknownNames(router, language, writtenAt),
    ...scripts.map(script => notCarriedOut(script, language)),
  ].sort(byPlace);
  const holding = new Set(scripts.map(({ item }) => item.origin.span.start.offset));
  // What a function makes is no statement of the text.
  const held = starts.filter(start => holding.has(start)).length;
  const counts = count(built.kept, starts.length, held, lost);
  return { router, diagnostics, version, counts, secrets: built.secrets };
}

/** The statements of a text. The tree they come from is not held: it is ten times the text. */
interface Statements {
  readonly source: Source;
  readonly collected: Collected;
  readonly problems: ProblemList;
  readonly lost: number;
  /** Of a page. */
  readonly fences: readonly Range[];
}

function statementsOf(text: string, { file, parts }: ReadOptions): Statements {
  const { source, script, problems } = parse(text, file, parts);
  const collected = collect(script);
  return {
    source,
    collected,
    problems: problemsOf(problems, collected.problems),
    lost: lostBytes(source, script),
    // Files that the user passes together are one configuration.
    fences: (parts ?? []).length > 0 ? [] : fencesOf(script),
  };
}

function problemsOf(syntax: readonly Problem[], commands: readonly Problem[]): ProblemList {
  const list = new ProblemList(syntax);
  for (const problem of commands) list.push(problem);
  return list;
}

interface Right {
  readonly version: RouterOsVersion;
  /** Where each statement begins. */
  readonly starts: readonly number[];
  readonly built: Built;
  readonly problems: ProblemList;
}

/**
 * What a router would hold: statements with an error are left out. Only the first look, at all of them, tells which
 * those are; what is not an error is said of what is left.
 */
function buildWhatIsRight(
  { source, collected, problems: found }: Statements,
  text: string,
  options: ReadOptions,
): Right {
  const version = detectVersion(source, collected.statements, options.dialect);
  const places = collected.statements.map(statementPlace);
  const starts = places.map(({ start }) => start);
  // What is not even a sentence says nothing about its words: one broken quote is one error.
  const broken = wrongStatements(places, found.errorsAt);
  const { built: good, problems, wrong } = firstLook();
  found.take(problems, severity => good !== undefined || severity === 'error');
  if (good) return { version, starts, built: good, problems: found };
  const built = build(source, statementsOf(text, options).collected, places, version, wrong);
  found.take(built.problems, severity => severity !== 'error');
  return { version, starts, built, problems: found };

  /** What it built goes before the second look begins, unless it is good as it is. */
  function firstLook() {
    const all = build(source, collected, places, version, broken);
    const wrong = wrongStatements(places, [...found.errorsAt, ...all.problems.errorsAt]);
    return { built: wrong.size === broken.size ? all : undefined, problems: all.problems, wrong };
  }
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start.offset - b.span.start.offset;
}

/** A script that is stored is not one that is understood. */
function notCarriedOut({ item, at }: UncertainScript, language: Language): Diagnostic {
  const where: Said = at
    ? { en: `line ${at.start.line} is not certain`, id: `baris ${at.start.line} tidak pasti` }
    : { en: 'nothing that is carried out runs it', id: 'tidak ada yang menjalankannya' };
  const what: Said = {
    en: `The script of this item is kept and not evaluated: ${where.en}.`,
    id: `Skrip item ini disimpan dan tidak dievaluasi: ${where.id}.`,
  };
  return {
    id: 'rsc/script-not-evaluated',
    severity: 'info',
    what: what[language],
    span: item.origin.span,
  };
}

function count(kept: readonly Kept[], statements: number, held: number, lost: number): Counts {
  const shown = kept.filter(({ reason }) => reason === 'not-evaluated').length;
  const notEvaluated = shown + held;
  const notUnderstood = kept.filter(({ reason }) => reason === 'not-understood').length;
  return {
    statements,
    modelled: statements - kept.length - held,
    kept: kept.length - shown - notUnderstood,
    notEvaluated,
    heldScripts: held,
    notUnderstood,
    lost,
  };
}
