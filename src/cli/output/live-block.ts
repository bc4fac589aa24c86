import { stripVTControlCharacters } from 'node:util';
import type { Sink } from './colour.ts';
import { writeControls } from './keep-safe.ts';
import { sendable } from './signature.ts';

/** Cuts a coloured line to what fits; colours never break off because a cut line loses them. */
export function fit(line: string, columns: number): string {
  const plain = stripVTControlCharacters(line);
  return [...plain].length <= columns ? line : `${[...plain].slice(0, columns - 1).join('')}…`;
}

/**
 * A few lines at the end of a terminal that are redrawn in place, below text that scrolls (ECMA-48: CUU, EL, DECTCEM).
 * Only for a terminal: elsewhere print lines.
 */
export class LiveBlock {
  readonly #sink: Sink;
  #lines: readonly string[] = [];

  constructor(sink: Sink) {
    this.#sink = sink;
    writeControls(sink, '\u001b[?25l');
  }

  /** Replaces the block. */
  draw(lines: readonly string[]): void {
    this.#write('', lines);
  }

  /** Prints a line above the block that stays. */
  print(line: string): void {
    this.#write(`${sendable(line)}\u001b[K\n`, this.#lines);
  }

  /** Removes the block and gives the cursor back. */
  end(): void {
    this.#write('', []);
    writeControls(this.#sink, '\u001b[?25h');
  }

  #write(above: string, lines: readonly string[]): void {
    const columns = this.#sink.columns || 80;
    const back = this.#lines.length > 0 ? `\u001b[${this.#lines.length}A\r` : '';
    const drawn = lines.map(line => `${sendable(fit(line, columns))}\u001b[K\n`).join('');
    // One write for each picture, and what is left of a taller picture is erased after it: no flicker.
    writeControls(this.#sink, `${back}${above}${drawn}\u001b[J`);
    this.#lines = lines;
  }
}
