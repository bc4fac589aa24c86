import { code, isBlank, joinLength, lineEnd } from './characters.ts';
import {
  atEnd,
  type Cursor,
  canNest,
  deepest,
  isAwaited,
  mostStatements,
  peek,
  report,
  sayRun,
  sayStray,
} from './cursor.ts';
import { hasFences, readFenced } from './fences.ts';
import { KnownWords } from './known-words.ts';
import { makeSource, type Source, type SourcePart } from './lines.ts';
import type { Problem } from './problem.ts';
import type { Said } from './said.ts';
import { readStatement } from './statement.ts';
import type { Block, Part, Script, Value } from './tree.ts';
import { readOperand, sayUnclosed } from './value.ts';

/** A parsed text: every character of `source.text` lies in `script` or in a gap between its parts. */
export interface Tree {
  readonly source: Source;
  readonly script: Script;
  readonly problems: readonly Problem[];
}

/** Parses any text; never throws. What cannot be read is a problem and parsing goes on with the next statement. */
export function parse(text: string, file: string, files: readonly SourcePart[] = []): Tree {
  const cursor: Cursor = {
    text,
    at: 0,
    problems: [],
    known: new KnownWords(),
    open: [],
    scripting: 0,
    left: { statements: mostStatements },
    script: readScript,
  };
  const parts = hasFences(text) ? readFenced(cursor, readScript) : [...readScript(cursor, 0).parts];
  const script: Script = { start: 0, end: text.length, parts };
  return {
    source: makeSource(file, text, files),
    script,
    problems: mergeSkipped(mergeWraps(cursor.problems)),
  };
}

/** The string, variable or `[ … ]` that begins at an offset, as in an expression. */
export function operandAt(text: string, at: number): Value {
  return readOperand({
    text,
    at,
    problems: [],
    known: new KnownWords(),
    open: [],
    scripting: 1,
    left: { statements: mostStatements },
    script: readScript,
  });
}

/** A text that was wrapped once was wrapped throughout: said at the first place, with the number of all. */
function mergeWraps(problems: readonly Problem[]): readonly Problem[] {
  const [first, ...others] = problems.filter(({ id }) => id === 'rsc/wrapped-line');
  if (!first || others.length === 0) return problems;
  const count = others.length + 1;
  const what: Said = {
    en: `Here and at ${others.length} more places lines break without a \`\\\`; these ${count} are read as one with the next.`,
    id: `Di sini dan di ${others.length} tempat lain baris terputus tanpa \`\\\`; ${count} baris ini dibaca bersambung dengan baris berikutnya.`,
  };
  return [{ ...first, what }, ...problems.filter(({ id }) => id !== 'rsc/wrapped-line')];
}

/** What was skipped is said once, with the number of places. */
function mergeSkipped(problems: readonly Problem[]): readonly Problem[] {
  const [first, ...others] = problems.filter(({ id }) => id === 'rsc/skipped-markup');
  if (!first || others.length === 0) return problems;
  const what: Said = {
    en: `Markup of a page, here and at ${others.length} more places; it is skipped.`,
    id: `Markup halaman web, di sini dan di ${others.length} tempat lain; dilewati.`,
  };
  return [...problems.filter(({ id }) => id !== 'rsc/skipped-markup'), { ...first, what }];
}

/** Reads parts up to `closer`, which is left standing. An unfinished `[` ends with its line (no scripting). */
function readScript(cursor: Cursor, closer: number): Script {
  const start = cursor.at;
  const parts: Part[] = [];
  while (skipSeparators(cursor, closer)) {
    const before = cursor.at;
    parts.push(cursor.left.statements-- > 0 ? readPart(cursor, closer) : readTooMany(cursor));
    if (cursor.at === before) cursor.at++;
  }
  return { start, end: cursor.at, parts };
}

/** Skips blanks, line ends and `;`; false where the script ends. */
function skipSeparators(cursor: Cursor, closer: number): boolean {
  for (;;) {
    const c = peek(cursor);
    if (atEnd(cursor) || isAwaited(cursor, c)) return false;
    if (c === code.newline && closer === code.closeBracket && cursor.scripting === 0) return false;
    const join = joinLength(cursor.text, cursor.at);
    if (join > 0) cursor.at += join;
    else if (c === code.newline || c === code.semicolon || isBlank(c)) cursor.at++;
    else return true;
  }
}

/** The rest of a text that is longer than a configuration can be. */
function readTooMany(cursor: Cursor): Part {
  const [start, end] = [cursor.at, cursor.text.length];
  const id = 'rsc/too-many-statements';
  const what: Said = {
    en: `More than ${mostStatements} statements; from here on the text is not read.`,
    id: `Lebih dari ${mostStatements} perintah; mulai dari sini teks tidak dibaca.`,
  };
  if (cursor.left.statements === -1)
    report(cursor, { id, severity: 'error', what, range: { start, end: start } });
  cursor.at = end;
  return { kind: 'noise', start, end, what: 'stray' };
}

function readPart(cursor: Cursor, closer: number): Part {
  switch (peek(cursor)) {
    case code.hash:
      return readComment(cursor);
    case code.less:
      return readMarkup(cursor);
    case code.openBrace:
      return canNest(cursor) ? readBlock(cursor) : readTooDeep(cursor);
    case code.openBracket:
      if (tagEnd(cursor) !== undefined) return readMarkup(cursor);
      return readPrompt(cursor) ?? readStatement(cursor, closer);
    case code.closeBrace:
    case code.closeBracket:
    case code.closeParen:
      return readStray(cursor);
    default:
      return readStatement(cursor, closer);
  }
}

function readComment(cursor: Cursor): Part {
  const start = cursor.at;
  const end = lineEnd(cursor.text, start);
  cursor.at = end;
  return { kind: 'comment', start, end };
}

/** A tag of HTML, or one of those that forums write in brackets. */
const tag = /<[!/]?[A-Za-z][^<>\n]*>|\[\/?(?:code|quote|pre|spoiler|list|url|img|b|i|u)(?:=[^\]\n]*)?\]/y;

/** Where the tag at the cursor ends; undefined where none stands there. */
function tagEnd({ text, at }: Cursor): number | undefined {
  tag.lastIndex = at;
  return tag.test(text) ? tag.lastIndex : undefined;
}

/** No statement begins with `<`: a page was pasted with its tags, or a placeholder stands there. */
function readMarkup(cursor: Cursor): Part {
  const start = cursor.at;
  cursor.at = tagEnd(cursor) ?? lineEnd(cursor.text, start);
  const end = cursor.at;
  const what: Said = { en: 'Markup of a page; it is skipped.', id: 'Markup halaman web; dilewati.' };
  report(cursor, { id: 'rsc/skipped-markup', severity: 'info', what, range: { start, end } });
  return { kind: 'noise', start, end, what: 'markup' };
}

/** Braces around lines: what is inside are ordinary statements. */
function readBlock(cursor: Cursor): Block {
  const start = cursor.at++;
  cursor.open.push(code.closeBrace);
  const script = readScript(cursor, code.closeBrace);
  cursor.open.pop();
  if (peek(cursor) === code.closeBrace) cursor.at++;
  else sayUnclosed(cursor, start, code.closeBrace);
  return { kind: 'block-statement', start, end: cursor.at, script };
}

const prompt = /\[[^\]\s@[]+@[^\]\n]*\]([^>\n]*)>[ \t]?/y;

function readPrompt(cursor: Cursor): Part | undefined {
  prompt.lastIndex = cursor.at;
  const match = prompt.exec(cursor.text);
  if (!match) return undefined;
  const start = cursor.at;
  cursor.at += match[0].length;
  return { kind: 'prompt', start, end: cursor.at, path: (match[1] ?? '').trim() };
}

function readStray(cursor: Cursor): Part {
  sayStray(cursor, { en: 'Remove it.', id: 'Hapus.' });
  return skipOne(cursor);
}

/** More braces inside of each other than are read. */
function readTooDeep(cursor: Cursor): Part {
  sayRun(cursor, 'nested-too-deep', {
    en: `Brackets stand inside of each other more than ${deepest} deep.`,
    id: `Kurung bersarang lebih dari ${deepest} tingkat.`,
  });
  return skipOne(cursor);
}

function skipOne(cursor: Cursor): Part {
  const start = cursor.at++;
  return { kind: 'noise', start, end: cursor.at, what: 'stray' };
}
