import type { Router } from '../model/index.ts';
import type { Known, KnownWorld, LeaseRoutes, World, WorldAssumption } from '../rib/index.ts';
import { openInText } from '../rsc/index.ts';
import type { Diagnostic, Language, Severity } from '../text/index.ts';
import { type Context, contextOf } from './context.ts';
import { withDoubts } from './doubts.ts';
import { FixWriter } from './fix/fix-of.ts';
import { fixOfAll, withNote } from './fix/reading.ts';
import { type Levels, withLevels } from './levels.ts';
import { type Own, ownFindings } from './own/judge.ts';
import { groupOf, type Rule, type Said } from './rule.ts';
import { rules } from './rules/index.ts';
import { Subject } from './subject.ts';
import { suppressionsIn, withoutSuppressed } from './suppress.ts';
import { restingOn, toDiagnostic } from './to-diagnostic.ts';
import { isWanted } from './wanted.ts';

/** A configuration, read, in the world that is assumed for it. */
export interface LintInput {
  readonly router: Router;
  readonly world: World;
  readonly assumptions: readonly WorldAssumption[];
  /** What is not assumed: leases and addresses that a user states, lines that are unplugged; and the sentences for it. */
  readonly known?: KnownWorld | undefined;
  readonly said?: readonly Known[] | undefined;
  readonly leaseRoutes: LeaseRoutes;
  /** What its reader found in the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Its texts by the names of their files. */
  readonly texts: ReadonlyMap<string, string>;
  /** It was made of another text (an intent): no lines of RouterOS can be put into its texts. */
  readonly isMade?: boolean | undefined;
  /** The same read as RouterOS 6, where nothing in the text shows that it is for 7. */
  readonly asOlder?: Omit<LintInput, 'asOlder'> | undefined;
}

export interface LintOptions {
  readonly language: Language;
  /** Ids of rules, or groups of them; undefined: all. */
  readonly only?: readonly string[] | undefined;
  /** Nothing below this. */
  readonly severity?: Severity | undefined;
  /** Severities by rule or group, instead of what a rule itself says. */
  readonly levels?: Levels | undefined;
  /** What the user states of his configuration. */
  readonly own?: Own | undefined;
}

/** What is wrong with a configuration, worst first, and what that rests on. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  readonly context: Context;
  /** How many findings comments of the text suppress. */
  readonly suppressed: number;
  /** Two statements of a page that cannot be of one router: it was only read. */
  readonly isSeveral: boolean;
  /** Statements that only the router can carry out: nothing is said of what they make. */
  readonly open: number;
}

/** Severities from the worst on. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(least);

/** Asks every rule, of both readings where there are two. Pure; never throws for a text that could be read. */
export function lint(input: LintInput, options: LintOptions): Linted {
  const steps = lintSteps(input, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same rule by rule: between two of them whoever asks may do something else, or ask no further. */
export function* lintSteps(input: LintInput, options: LintOptions): Generator<undefined, Linted> {
  const { language, severity = 'info' } = options;
  const fixes = new FixWriter(input.isMade ? new Map() : input.texts);
  const newer = yield* lintReading(input, options, fixes);
  const linted = input.asOlder
    ? ofBoth(newer, yield* lintReading(input.asOlder, options, fixes), language)
    : newer;
  const wanted = linted.diagnostics.filter(one => isAtLeast(one.severity, severity));
  return { ...linted, diagnostics: wanted.toSorted(worstFirst) };
}

function* lintReading(
  input: LintInput,
  { language, only, levels, own }: LintOptions,
  fixes: FixWriter,
): Generator<undefined, Linted> {
  const subject = new Subject(input);
  const isSeveral = subject.proof.doubts.some(({ why }) => why.kind === 'several');
  const found: Diagnostic[] = [];
  for (const rule of isSeveral ? [] : rules) {
    yield;
    found.push(...findingsOf(rule, subject, language, fixes));
  }
  const stated = isSeveral || !own ? [] : ownFindings(subject, own, language);
  const wanted = withLevels([...ofReading(input.diagnostics, language), ...found, ...stated], levels).filter(
    ({ id }) => isWanted(id, only),
  );
  const comments = [...input.texts].flatMap(([file, text]) => suppressionsIn(file, text));
  // Of rules that were not asked, nobody knows whether a comment is for nothing.
  const asked = only ? comments.filter(({ ids }) => ids.every(id => isWanted(id, only))) : comments;
  const { kept, suppressed } = withoutSuppressed(wanted, isSeveral ? [] : asked, language);
  return {
    diagnostics: kept,
    context: contextOf(input, language),
    suppressed,
    isSeveral,
    open: openInText(input.router).length,
  };
}

/**
 * Findings of a text that was read as RouterOS 7 and as 6: what only one of them has rests on that version. Remarks of 6
 * alone are left out, and what its reader found: the text has been read as 7.
 */
function ofBoth(newer: Linted, older: Linted, language: Language): Linted {
  const [keys, olderKeys] = [newer, older].map(({ diagnostics }) => new Set(diagnostics.map(keyOf)));
  const shared = newer.diagnostics
    // A comment may be for what is found in the other reading.
    .filter(one => one.id !== 'lint/unused-suppression' || olderKeys?.has(keyOf(one)))
    .map(one =>
      olderKeys?.has(keyOf(one)) || groupOf(one.id) === undefined
        ? one
        : restingOn(one, asVersion[7], language),
    );
  const more = older.diagnostics.filter(
    one => one.severity !== 'info' && groupOf(one.id) !== undefined && !keys?.has(keyOf(one)),
  );
  return { ...newer, diagnostics: [...shared, ...more.map(one => restingOn(one, asVersion[6], language))] };
}

const keyOf = ({ id, span }: Diagnostic): string => `${id} ${span.start.offset}`;

const asVersion: Readonly<Record<6 | 7, Said>> = {
  7: {
    en: 'the text is for RouterOS 7; --dialect v6 says otherwise.',
    id: 'teks ini untuk RouterOS 7; --dialect v6 menyatakan lain.',
  },
  6: {
    en: 'the text is for RouterOS 6; --dialect v7 says otherwise.',
    id: 'teks ini untuk RouterOS 6; --dialect v7 menyatakan lain.',
  },
};

const findingsOf = (rule: Rule, subject: Subject, language: Language, fixes: FixWriter): Diagnostic[] =>
  rule.check(subject).map(found => toDiagnostic(rule, withDoubts(subject, found), language, fixes));

/** Remarks of the reader (kept, not evaluated) are about jalur, not about the configuration; all but what a listing is read as. */
const ofReading = (diagnostics: readonly Diagnostic[], language: Language): Diagnostic[] =>
  together(
    diagnostics.filter(
      ({ severity, id }) => (severity !== 'info' || id === 'rsc/print-read') && !id.startsWith('config/'),
    ),
  ).map(one => withNote(one, language));

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
    return [{ ...first, notes: [...(first.notes ?? []), ...notes], fix: fixOfAll(own) }];
  });
}

function worstFirst(a: Diagnostic, b: Diagnostic): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    a.span.start.offset - b.span.start.offset
  );
}
