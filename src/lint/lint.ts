import type { Router } from '../model/index.ts';
import type { LeaseRoutes, World, WorldAssumption } from '../rib/index.ts';
import type { Diagnostic, Language, Severity } from '../text/index.ts';
import { type Context, contextOf } from './context.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { Subject } from './subject.ts';
import { suppressionsIn, withoutSuppressed } from './suppress.ts';
import { toDiagnostic } from './to-diagnostic.ts';

/** A configuration, read, in the world that is assumed for it. */
export interface LintInput {
  readonly router: Router;
  readonly world: World;
  readonly assumptions: readonly WorldAssumption[];
  readonly leaseRoutes: LeaseRoutes;
  /** What its reader found in the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Its texts by the names of their files. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface LintOptions {
  readonly language: Language;
  /** Ids of rules, or groups of them; undefined: all. */
  readonly only?: readonly string[] | undefined;
  /** Nothing below this. */
  readonly severity?: Severity | undefined;
}

/** What is wrong with a configuration, worst first, and what that rests on. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly context: Context;
  /** How many findings comments of the text suppress. */
  readonly suppressed: number;
  /** Two statements of a page that cannot be of one router: it was only read. */
  readonly isSeveral: boolean;
}

/** Severities from the worst on. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(least);

/** Asks every rule. Pure; never throws for a text that could be read. */
export function lint(input: LintInput, options: LintOptions): Linted {
  const { language, only, severity = 'info' } = options;
  const subject = new Subject(input);
  const isSeveral = subject.proof.doubts.some(({ why }) => why.kind === 'several');
  const found = isSeveral ? [] : rules.flatMap(rule => findingsOf(rule, subject, language));
  const wanted = [...ofReading(input.diagnostics), ...found].filter(({ id }) => isWanted(id, only));
  const comments = [...input.texts].flatMap(([file, text]) => suppressionsIn(file, text));
  // Of rules that were not asked, nobody knows whether a comment is for nothing.
  const asked = only ? comments.filter(({ ids }) => ids.every(id => isWanted(id, only))) : comments;
  const { kept, suppressed } = withoutSuppressed(wanted, isSeveral ? [] : asked, language);
  return {
    diagnostics: kept.filter(one => isAtLeast(one.severity, severity)).toSorted(worstFirst),
    context: contextOf(input.router, input.assumptions, language),
    suppressed,
    isSeveral,
  };
}

const findingsOf = (rule: Rule, subject: Subject, language: Language): Diagnostic[] =>
  rule.check(subject).map(found => toDiagnostic(rule, found, language));

/** Remarks of the reader (kept, not evaluated) are about jalur, not about the configuration. */
const ofReading = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  together(diagnostics.filter(({ severity, id }) => severity !== 'info' && !id.startsWith('config/')));

/** How often the reader's warning of one kind is said; of more, the first one has the places of all. */
const most = 2;

function together(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const kinds = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const key = `${one.id} ${one.severity}`;
    kinds.set(key, [...(kinds.get(key) ?? []), one]);
  }
  return [...kinds.values()].flatMap(own => {
    const [first, ...more] = own;
    if (!first || own.length <= most || first.severity === 'error') return own;
    const notes = more.map(({ what: text, span }) => ({ text, span }));
    return [{ ...first, notes: [...(first.notes ?? []), ...notes] }];
  });
}

const isWanted = (id: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some(one => id === one || id.startsWith(`${one}/`));

function worstFirst(a: Diagnostic, b: Diagnostic): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    a.span.start.offset - b.span.start.offset
  );
}
