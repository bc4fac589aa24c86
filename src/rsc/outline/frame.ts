import { type Range, type TextValue, unquoted } from '../syntax/index.ts';
import { escapeText } from '../write/quote.ts';

/** One replacement in a text; an insertion where `start` is `end`. */
export interface TextEdit extends Range {
  readonly text: string;
}

/** A text, or a script in a string of it: what is read at an offset there, and where that stands in the whole text. */
export interface Frame {
  readonly text: string;
  /** 0: the text itself. */
  readonly depth: number;
  readonly at: (offset: number) => number;
  /** A piece as it has to be written there. */
  readonly written: (text: string) => string;
}

export const wholeText = (text: string): Frame => ({
  text,
  depth: 0,
  at: offset => offset,
  written: piece => piece,
});

/** The script that a quoted value is; undefined where its escapes cannot be told apart. */
export function quotedScript(value: TextValue, outer: Frame): Frame | undefined {
  const places = unquoted(outer.text, value);
  if (!places || places.length !== value.text.length + 1) return undefined;
  return {
    text: value.text,
    depth: outer.depth + 1,
    at: offset => outer.at(places[offset] ?? value.end),
    written: piece => outer.written(escapeText(piece)),
  };
}

/** An edit of the whole text, for one of a frame. */
export const editIn = ({ at, written }: Frame, { start, end }: Range, text: string): TextEdit => ({
  start: at(start),
  end: start === end ? at(start) : at(end),
  text: written(text),
});

/** A text with edits carried out, and where in the text before each of its offsets was. */
export interface EditedText {
  readonly text: string;
  readonly before: (offset: number) => number;
}

/** Carries out edits; of those that overlap the first, of insertions at one place in the order given. */
export function applyEdits(text: string, edits: readonly TextEdit[]): EditedText {
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.order - b.order);
  const places: { readonly after: number; readonly before: number }[] = [{ after: 0, before: 0 }];
  let result = '';
  let from = 0;
  for (const { edit } of sorted) {
    if (edit.start < from) continue;
    result += text.slice(from, edit.start);
    places.push({ after: result.length, before: edit.start });
    result += edit.text;
    places.push({ after: result.length, before: edit.end });
    from = edit.end;
  }
  const before = (offset: number): number => {
    const place = places.findLast(({ after }) => after <= offset) ?? { after: 0, before: 0 };
    const next = places.find(({ after }) => after > offset);
    return Math.min(place.before + offset - place.after, next?.before ?? text.length);
  };
  return { text: result + text.slice(from), before };
}
