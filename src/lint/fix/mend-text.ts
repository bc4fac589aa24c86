import { defectText, type Mended, type Proof, violationText, worsenedBy } from '../../prove/index.ts';
import { applyEdits, type TextEdit } from '../../rsc/index.ts';
import type { Diagnostic, Fix, Language, Severity } from '../../text/index.ts';

/** Which fixes are applied: those that cannot make anything worse, or all. */
export type FixLevel = 'safe' | 'all';

export const fixLevels: readonly FixLevel[] = ['safe', 'all'];

/** What is found in a text, and what holds of its packets in every state of the lines. */
export interface Judged {
  readonly diagnostics: readonly Diagnostic[];
  readonly proof: Proof;
}

/** Undefined: it cannot be read. */
export type Judge = (text: string) => Judged | undefined;

/** Why a fix was left out. `worse`: other mistakes come of it; `useless`: the finding stays; `no-time`: too many were tried. */
export type LeftOutWhy = 'worse' | 'useless' | 'no-time';

/** A finding whose fix was applied. */
export interface AppliedFix {
  readonly finding: Diagnostic;
  /** The line where it stood in the text before anything was changed. */
  readonly line: number;
}

export interface LeftOutFix extends AppliedFix {
  readonly why: LeftOutWhy;
  /** What would be wrong then. */
  readonly because?: string | undefined;
}

/** A text with fixes applied, each of which was linted and proved to make it better. */
export interface MendedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  readonly leftOut: readonly LeftOutFix[];
  /** What is found in it then. */
  readonly judged: Judged;
}

/** How often a text may be linted and proved: fixes that are refused are looked for one by one. */
const most = 60;

type Candidate = Diagnostic & { readonly fix: Fix };

const isCandidate = (one: Diagnostic): one is Candidate => one.fix !== undefined && one.fix.edits.length > 0;

/** Applies fixes of findings, in passes until nothing changes. Undefined where the text cannot be read. */
export function mendText(
  text: string,
  level: FixLevel,
  language: Language,
  judge: Judge,
): MendedText | undefined {
  const judged = judge(text);
  if (!judged) return undefined;
  const mending = new Mending(text, judged, { level, language, judge });
  mending.run();
  return mending;
}

interface Given {
  readonly level: FixLevel;
  readonly language: Language;
  readonly judge: Judge;
}

class Mending implements MendedText {
  text: string;
  judged: Judged;
  readonly applied: AppliedFix[] = [];
  readonly leftOut: LeftOutFix[] = [];
  readonly #original: string;
  readonly #given: Given;
  readonly #refused = new Set<string>();
  #tries = 0;
  /** Where an offset of the present text was in the first one. */
  #origin: (offset: number) => number = offset => offset;

  constructor(text: string, judged: Judged, given: Given) {
    this.text = text;
    this.#original = text;
    this.judged = judged;
    this.#given = given;
  }

  run(): void {
    for (let open = this.#candidates(); open.length > 0; open = this.#candidates()) {
      if (this.#tries >= most) {
        for (const one of open) this.#refuse(one, { why: 'no-time' });
        return;
      }
      this.#try(apart(open));
    }
  }

  /** Words first: what else is found depends on what the text is read as. */
  #candidates(): Candidate[] {
    const all = this.judged.diagnostics
      .filter(isCandidate)
      .filter(one => (one.fix.isSafe || this.#given.level === 'all') && !this.#refused.has(this.#keyOf(one)));
    const words = all.filter(isRespelt);
    return words.length > 0 ? words : all;
  }

  /** All at once; of those that together are not better, half of them, down to the one that is refused. */
  #try(group: readonly Candidate[]): void {
    const edits = group.flatMap(({ fix }) => fix.edits.map(toTextEdit));
    const edited = applyEdits(this.text, edits);
    this.#tries += 1;
    const after = this.#given.judge(edited.text);
    const refusal = after
      ? refusalOf(this.judged, after, group, this.#given.language)
      : ({ why: 'worse' } as const);
    const [only] = group;
    if (after && !refusal) {
      for (const finding of group) this.applied.push({ finding, line: this.#lineOf(finding) });
      // What was refused may be right in the text as it is now.
      this.#refused.clear();
      this.leftOut.length = 0;
      const before = this.#origin;
      this.#origin = offset => before(edited.before(offset));
      this.text = edited.text;
      this.judged = after;
    } else if (group.length > 1 && this.#tries < most) this.#try(group.slice(0, Math.ceil(group.length / 2)));
    else if (only) this.#refuse(only, refusal ?? { why: 'worse' });
  }

  #refuse(finding: Candidate, refusal: Refusal): void {
    this.#refused.add(this.#keyOf(finding));
    this.leftOut.push({ finding, line: this.#lineOf(finding), ...refusal });
  }

  /** The same before and after other edits. */
  #keyOf({ id, span, fix }: Candidate): string {
    const stated = this.text.slice(span.start.offset, span.end.offset);
    return JSON.stringify([id, stated, fix.edits.map(({ text }) => text)]);
  }

  #lineOf({ span }: Diagnostic): number {
    return this.#original.slice(0, this.#origin(span.start.offset)).split('\n').length;
  }
}

const toTextEdit = ({ span: { start, end }, text }: Fix['edits'][number]): TextEdit => ({
  start: start.offset,
  end: end.offset,
  text,
});

/** Of fixes that touch the same place the first; the others come in a later pass, if they are needed then. */
function apart(all: readonly Candidate[]): Candidate[] {
  const taken: TextEdit[] = [];
  return all.filter(({ fix }) => {
    const own = fix.edits.map(toTextEdit);
    const isFree = own.every(edit => taken.every(other => edit.end < other.start || edit.start > other.end));
    if (isFree) taken.push(...own);
    return isFree;
  });
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

type Refusal = Pick<LeftOutFix, 'why' | 'because'>;

/** Undefined where these findings are gone, none that is as bad has come, and nothing is violated that held. */
function refusalOf(
  before: Judged,
  after: Judged,
  group: readonly Candidate[],
  language: Language,
): Refusal | undefined {
  const worse = group.every(isRespelt) ? misread(before, after) : worseThan(before, after, group, language);
  if (worse !== undefined) return { why: 'worse', because: worse };
  const [all, left] = [counts(before, 0), counts(after, 0)];
  const isGone = [...new Set(group.map(one => one.id))].every(rule => {
    const mended = group.filter(one => one.id === rule).length;
    return (left.get(rule) ?? 0) <= (all.get(rule) ?? 0) - mended;
  });
  return isGone ? undefined : { why: 'useless' };
}

/** A remark is no mistake: whoever mends one may get others. */
function worseThan(
  before: Judged,
  after: Judged,
  group: readonly Candidate[],
  language: Language,
): string | undefined {
  const least = Math.max(1, Math.min(...group.map(({ severity }) => ranks[severity])));
  const [known, now] = [counts(before, least), counts(after, least)];
  const id = [...now].find(([rule, count]) => count > (known.get(rule) ?? 0))?.[0];
  if (id !== undefined) return newOf(id, before, after);
  const worse = worsenedBy(before.proof, after.proof);
  return worse && textOf(worse, language);
}

/** A word that the reader takes for a slip of the pen. */
const isRespelt = ({ id, fix }: Candidate): boolean => id.startsWith('rsc/') && !fix.isSafe;

/**
 * What a misspelt word has hidden is no fault of its correction: the reader alone must find no more than before, in no
 * statement that it could read.
 */
function misread(before: Judged, after: Judged): string | undefined {
  const [known, now] = [readingOf(before), readingOf(after)];
  const isBefore = (one: Diagnostic): boolean =>
    known.some(({ id, what }) => id === one.id && what === one.what);
  const added = now.find(one => !isBefore(one)) ?? now.at(-1);
  return now.length > known.length && added ? `${added.id}: ${added.what}` : undefined;
}

const readingOf = ({ diagnostics }: Judged): readonly Diagnostic[] =>
  diagnostics.filter(({ id, severity }) => id.startsWith('rsc/') && severity === 'error');

/** How often each rule finds something that is at least so bad. */
function counts({ diagnostics }: Judged, least: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { id, severity } of diagnostics)
    if (ranks[severity] >= least) found.set(id, (found.get(id) ?? 0) + 1);
  return found;
}

const newOf = (id: string, before: Judged, after: Judged): string => {
  const known = before.diagnostics.map(({ what }) => what);
  const found = after.diagnostics.find(one => one.id === id && !known.includes(one.what));
  return found ? `${id}: ${found.what}` : id;
};

const textOf = (worse: Mended, language: Language): string =>
  'flaw' in worse ? defectText(worse, language) : `${worse.invariant}: ${violationText(worse, language)}`;
