import { expect } from 'vitest';
import type { Converted } from '../../src/convert/index.ts';
import { type OutlineStatement, outlineOf } from '../../src/rsc/index.ts';

/** What must be somewhere in the result: its comments, and each statement of the text and of its scripts. */
export function expectNothingLost(before: string, { text, counts }: Converted): void {
  const notes = new Set(comments(text));
  expect(comments(before).filter(line => !notes.has(line) && !line.includes('converted by jalur'))).toEqual(
    [],
  );
  const own = statementsOf(before).filter(({ isTop }) => isTop);
  expect(counts.kept + counts.changed + counts.commented).toBe(own.length);
  const gone = own.filter(one => isCommented(textOf(before, one), notes));
  expect(gone.length).toBeGreaterThanOrEqual(counts.commented);
  expect(lostInScripts(before, text, counts.commented === 0 ? [] : gone)).toEqual([]);
}

/** At the beginning of a line, or behind the prompt of a console. */
const comments = (text: string): readonly string[] =>
  text.split(/\r?\n/).flatMap(line => {
    const [, comment] = /^(?:\[\S+@\S+\] \S*>)?\s*(#.*)$/.exec(line) ?? [];
    return comment === undefined || /\bby RouterOS/.test(comment) ? [] : [comment.trim()];
  });

const statementsOf = (text: string): readonly OutlineStatement[] =>
  outlineOf(text, 'x').statements.filter(({ kind }) => kind !== 'menu');

const textOf = (text: string, { statement: { start, end } }: OutlineStatement): string =>
  text.slice(start, end);

/** Every line of it is in a comment, the first behind the reason. */
function isCommented(statement: string, notes: ReadonlySet<string>): boolean {
  const [first = '', ...more] = statement.split(/\r?\n/).map(line => line.trim());
  const isThere = (line: string): boolean => [...notes].some(note => note.endsWith(line));
  return [...notes].some(note => note.endsWith(`: ${first}`)) && more.every(isThere);
}

/**
 * Commands of scripts, blocks and brackets that neither a comment nor, in their order, the result's scripts have: by what
 * they are called, since their menu and their words may be those of the other version.
 */
function lostInScripts(before: string, after: string, gone: readonly OutlineStatement[]): readonly string[] {
  const kept = statementsOf(after).filter(({ isTop }) => !isTop);
  const lost: string[] = [];
  let at = 0;
  for (const one of statementsOf(before)) {
    if (one.isTop || gone.some(top => isInside(one, top))) continue;
    const found = kept.findIndex(({ kind, name }, i) => i >= at && kind === one.kind && name === one.name);
    if (found < 0) lost.push(one.frame.text.slice(one.statement.start, one.statement.end));
    else at = found + 1;
  }
  return lost;
}

function isInside({ frame, statement }: OutlineStatement, top: OutlineStatement): boolean {
  const at = frame.at(statement.start);
  return at >= top.statement.start && at < top.statement.end;
}
