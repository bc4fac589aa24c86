import type { Figure, Table } from '../experiments/result.ts';

/** A figure with its number in the page. Runs of one measurement share a number; `id` is unique. */
export interface NumberedFigure {
  readonly number: number;
  /** `figure-4`, `figure-4-run-2`. */
  readonly id: string;
  readonly figure: Figure;
}

/** Is it drawn openly? Of several runs of a line over time only the one with the median is. */
export const isUsual = ({ figure }: NumberedFigure): boolean =>
  figure.kind === 'bars' || figure.run === undefined || figure.run.usual;

export interface NumberedTable {
  readonly number: number;
  readonly id: string;
  readonly table: Table;
}

/** Counts the figures and tables of one page, in the order of the page. */
export class Numbering {
  #figures = 0;
  #tables = 0;

  figure(figure: Figure): NumberedFigure {
    const run = figure.kind === 'timeline' ? figure.run : undefined;
    if (run === undefined || run.usual) this.#figures += 1;
    const of = run === undefined || run.usual ? '' : `-run-${run.index}`;
    return { number: this.#figures, id: `figure-${this.#figures}${of}`, figure };
  }

  table(table: Table): NumberedTable {
    this.#tables += 1;
    return { number: this.#tables, id: `table-${this.#tables}`, table };
  }
}
