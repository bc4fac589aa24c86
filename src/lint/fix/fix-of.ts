import type { Fix, Language } from '../../text/index.ts';
import type { Mend } from './change.ts';
import { commandsOf } from './commands.ts';
import { editsFor } from './edits.ts';
import { Sheet } from './sheet.ts';

/** Writes what mends findings, for one text. Its statements are read again when the first finding asks. */
export class FixWriter {
  readonly #texts: ReadonlyMap<string, string>;
  #sheet: Sheet | undefined;

  /** `texts` by the names of their files: where there are several, places of one are not those of the whole. */
  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** Undefined where neither the text nor the router can be told. */
  fixOf({ changes, isSafe, note }: Mend, language: Language): Fix | undefined {
    const sheet = this.#sheetOf();
    if (!sheet) return undefined;
    const commands = allOf(commandsOf(sheet, changes));
    const edits = editsFor(sheet, changes) ?? [];
    if (commands.length === 0 && edits.length === 0) return undefined;
    return { commands, edits, isSafe, ...(note && { note: note[language] }) };
  }

  #sheetOf(): Sheet | undefined {
    const [only, ...more] = this.#texts;
    if (!only || more.length > 0) return undefined;
    this.#sheet ??= new Sheet(...only);
    return this.#sheet;
  }
}

/** All of them or none: half of a mend may be worse than the mistake. */
const allOf = <T>(parts: readonly (T | undefined)[]): readonly T[] => {
  const known = parts.flatMap(part => (part === undefined ? [] : [part]));
  return known.length === parts.length ? known : [];
};
