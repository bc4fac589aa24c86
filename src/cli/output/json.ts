import { visibleJson } from '../../text/index.ts';

/** A value as JSON in lines, as people and diff tools like it; no control stands in it as itself. */
export function jsonText(value: unknown): string {
  return `${visibleJson(JSON.stringify(value, null, 2))}\n`;
}

/** Prints a value as `jsonText` gives it, in pieces: of a long text it may be longer than a string can be. */
export function printJson(value: unknown): void {
  let text = '';
  for (const piece of pieces(value, '\n')) {
    text += piece;
    if (text.length < 1 << 16) continue;
    process.stdout.write(visibleJson(text));
    text = '';
  }
  process.stdout.write(`${visibleJson(text)}\n`);
}

/** `line`: a line end and the indent of the value. */
function* pieces(value: unknown, line: string): Iterable<string> {
  const inner = `${line}  `;
  if (Array.isArray(value) && value.length > 0) {
    for (const [index, item] of value.entries()) {
      yield `${index === 0 ? '[' : ','}${inner}`;
      yield* pieces(item, inner);
    }
    yield `${line}]`;
  } else if (holdsLists(value)) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    for (const [index, [name, one]] of entries.entries()) {
      yield `${index === 0 ? '{' : ','}${inner}${JSON.stringify(name)}: `;
      yield* pieces(one, inner);
    }
    yield `${line}}`;
  } else yield (JSON.stringify(value, null, 2) ?? 'null').replaceAll('\n', line);
}

/** All other values are short enough to be made at once. */
function holdsLists(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some(Array.isArray)
  );
}
