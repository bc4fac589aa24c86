import {
  applyEdits,
  type EditedText,
  editIn,
  formatRouterOs,
  type OutlineStatement,
  quote,
  type TextEdit,
  wrapsLines,
} from '../rsc/index.ts';
import type { Work } from './work.ts';

/** The text with everything changed that a conversion has found; what was not changed stands as it stood. */
export function assemble(work: Work, header: TextEdit): EditedText {
  const { text } = work.outline.source;
  const edits: TextEdit[] = [header];
  const wraps = wrapsLines(text);
  const inside = new Map<OutlineStatement, TextEdit[]>();
  for (const { edit, of, inside: isInside } of work.edits()) {
    const top = isInside ? work.topOf(of) : undefined;
    if (!top) edits.push(edit);
    else inside.set(top, [...(inside.get(top) ?? []), edit]);
  }
  for (const [one] of work.copies) if (!inside.has(one)) inside.set(one, []);
  for (const [one, changes] of inside)
    if (!work.commented.has(one)) edits.push(rewritten(work, one, changes, wraps));
  for (const [one, why] of work.commented) edits.push(commentedOut(text, one, why));
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  return applyEdits(
    text,
    edits.map(edit => ({ ...edit, text: edit.text.replaceAll(/\r?\n/g, lineEnd) })),
  );
}

function rewritten(
  work: Work,
  one: OutlineStatement,
  changes: readonly TextEdit[],
  wraps: boolean,
): TextEdit {
  const { statement } = one;
  const { text } = work.outline.source;
  const copy = work.copies.get(one);
  const versions = copy
    ? copy.values.map(value => [editIn(one.frame, copy.argument.value, quote(value))])
    : [[]];
  const slice = text.slice(statement.start, statement.end);
  const lines = versions.map(more => {
    const shifted = [...changes, ...more].map(edit => ({
      ...edit,
      start: edit.start - statement.start,
      end: edit.end - statement.start,
    }));
    return tidy(applyEdits(slice, shifted).text, slice, wraps);
  });
  return { start: statement.start, end: statement.end, text: lines.join('\n') };
}

/** Wrapped again where the statement was wrapped, or is too long now in a text that wraps. */
function tidy(text: string, before: string, wraps: boolean): string {
  const isWrapped = /\\\r?\n/.test(text) && !text.includes('{');
  const grows = wraps && text.length > 80 && before.length <= 80 && !text.includes('\n');
  return isWrapped || grows ? formatRouterOs(text, '', wraps).text.trimEnd() : text;
}

/** Every line of it stays, as a comment that says why. */
function commentedOut(text: string, { statement: { start, end } }: OutlineStatement, why: string): TextEdit {
  const rest = /^[ \t]*;?[ \t]*/.exec(text.slice(end))?.[0] ?? '';
  const isAlone = /^(?:\r?\n|$)/.test(text.slice(end + rest.length));
  const lines = text.slice(start, end).split(/\r?\n/);
  const written = lines.map((line, i) => (i === 0 ? `# ${why}: ${line}` : `#   ${line.trim()}`));
  return { start, end: end + (isAlone ? 0 : rest.length), text: written.join('\n') + (isAlone ? '' : '\n') };
}
