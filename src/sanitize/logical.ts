/** A text without the places where a line goes on in the next one, which may lie inside of words. */
export interface Logical {
  readonly text: string;
  /** What was left out, and before which offset of the text it stood. */
  readonly joins: readonly { readonly at: number; readonly text: string }[];
}

const join = /\\\r?\n[ \t]*/g;

export function unwrapped(written: string): Logical {
  const joins: { at: number; text: string }[] = [];
  let text = '';
  let from = 0;
  for (const match of written.matchAll(join)) {
    text += written.slice(from, match.index);
    joins.push({ at: text.length, text: match[0] });
    from = match.index + match[0].length;
  }
  return { text: text + written.slice(from), joins };
}

/** A piece of the logical text, and what stands for it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with its pieces exchanged, wrapped where it was; a line goes on behind a piece, not inside. */
export function rewrapped({ text, joins }: Logical, pieces: readonly Piece[]): string {
  let result = '';
  let next = 0;
  const copy = (start: number, end: number): void => {
    let from = start;
    for (let one = joins[next]; one && one.at <= end; one = joins[next]) {
      result += text.slice(from, one.at) + one.text;
      from = Math.max(from, one.at);
      next++;
    }
    result += text.slice(from, end);
  };
  let at = 0;
  for (const piece of pieces) {
    copy(at, piece.start);
    result += piece.text;
    at = piece.end;
    for (let one = joins[next]; one && one.at < at; one = joins[next]) {
      result += one.text;
      next++;
    }
  }
  copy(at, text.length);
  return result;
}
