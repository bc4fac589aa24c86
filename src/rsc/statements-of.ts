import type { Position } from '../text/index.ts';
import { collect, statementPlace } from './commands/index.ts';
import { parse, spanOf } from './syntax/index.ts';

/** A statement of a text, as one line. */
export interface StatedStatement {
  /** The menu it stands in or names; empty at the root. */
  readonly menu: string;
  /** Without its menu; wrapped lines joined and blanks single, strings as written. */
  readonly text: string;
  readonly start: Position;
  readonly end: Position;
}

/** All statements of a text in order, those inside blocks as well. */
export function statementsOf(text: string, file: string): readonly StatedStatement[] {
  const { source, script } = parse(text, file);
  return collect(script).statements.map(resolved => {
    const { menu, start, end, from } = statementPlace(resolved);
    const span = spanOf(source, { start, end });
    return { menu, text: onOneLine(source.text.slice(from, end)), start: span.start, end: span.end };
  });
}

/** Joins wrapped lines; blanks between words count as one. */
export function onOneLine(statement: string): string {
  const joined = statement.replaceAll(/\\\r?\n[ \t]*/g, '');
  return joined.replaceAll(/"(?:[^"\\]|\\[\s\S])*"|\s+/g, part => (part.startsWith('"') ? part : ' ')).trim();
}
