import type { Range as LspRange, Position } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from '../../rsc/index.ts';
import type { Span } from '../../text/index.ts';

/**
 * Places of a text as an editor counts them: lines and UTF-16 units from 0, where a carriage return alone ends a line
 * too (LSP 3.17, Text Documents).
 */
export class Places {
  readonly #document: TextDocument;
  readonly #lineStarts: readonly number[];

  constructor(document: TextDocument, text: string) {
    this.#document = document;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  offsetAt(position: Position): number {
    return this.#document.offsetAt(position);
  }

  rangeOf({ start, end }: Range): LspRange {
    return { start: this.#document.positionAt(start), end: this.#document.positionAt(end) };
  }

  /** By line and column, which findings in scripts have as well. */
  rangeOfSpan({ start, end }: Span): LspRange {
    const range = { start: this.#offsetOf(start), end: this.#offsetOf(end) };
    return this.rangeOf({ start: range.start, end: Math.max(range.start, range.end) });
  }

  #offsetOf({ line, column }: Pick<Span['start'], 'line' | 'column'>): number {
    return (this.#lineStarts[line - 1] ?? 0) + column - 1;
  }
}
