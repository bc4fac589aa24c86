import { visible } from './visible.ts';

/** Gives the text of a file by the name that spans carry; undefined where it is not at hand. */
export type TextOf = (file: string) => string | undefined;

const secret = /((?:pass(?:word|phrase)|secret|[a-z\d]-key(?:-\d)?|\bpin)=)("(?:[^"\\]|\\.)*"?|[^\s;]+)/g;

/** The same of a key in YAML: a quoted value, else all up to the end of the group or of the line. */
const yamlSecret =
  /((?:pass(?:word|phrase)|secret|token|[a-z\d]-key)["']?:\s+)("(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|(?<=\{.*)[^,{}[\]\s][^,{}[\]]*|[^\s].*)/g;

/** Values of passwords and keys as stars, at their full length so that columns stay. */
export function hideSecrets(line: string): string {
  const stars = (_: string, name: string, value: string): string => name + '*'.repeat(value.length);
  return line.replaceAll(secret, stars).replaceAll(yamlSecret, stars);
}

/**
 * Lines of the texts that findings point into, as they are shown: controls visible, secrets hidden. Texts are split
 * once and the last line is kept, since many findings may lie in one.
 */
export class SourceLines {
  readonly #textOf: TextOf;
  readonly #lines = new Map<string, readonly string[]>();
  #last: { readonly file: string; readonly line: number; readonly text: string } | undefined;

  constructor(textOf: TextOf) {
    this.#textOf = textOf;
  }

  /** A line, counted from 1. */
  line(file: string, line: number): string | undefined {
    if (this.#last?.file === file && this.#last.line === line) return this.#last.text;
    const written = this.#linesOf(file)[line - 1];
    if (written === undefined) return undefined;
    const text = visible(hideSecrets(written.replace(/\r$/, '')));
    this.#last = { file, line, text };
    return text;
  }

  #linesOf(file: string): readonly string[] {
    const known = this.#lines.get(file);
    if (known) return known;
    const lines = this.#textOf(file)?.split('\n') ?? [];
    this.#lines.set(file, lines);
    return lines;
  }
}
