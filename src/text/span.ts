/** A point in a text. `line` and `column` count from 1, `offset` from 0; columns and offsets in UTF-16 units. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A stretch of a named text, end exclusive. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** `office.rsc:12:34`, the form editors and terminals link. */
export function printPlace(span: Span): string {
  return `${span.file}:${span.start.line}:${span.start.column}`;
}

/** `office.rsc:12`, for the middle of a sentence. */
export function printLine(span: Span): string {
  return `${span.file}:${span.start.line}`;
}

const zero: Position = { offset: 0, line: 1, column: 1 };

/** Where there is no text: values made by a program. */
export const nowhere: Span = { file: '<none>', start: zero, end: zero };
