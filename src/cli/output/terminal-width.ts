import type { Sink } from './colour.ts';

/** Columns that a text may take: what COLUMNS asks for (environ(7)), else the terminal's, else `otherwise`. */
export function terminalWidth({ columns }: Pick<Sink, 'columns'>, otherwise: number): number {
  const { COLUMNS } = process.env;
  const asked = Number(COLUMNS);
  return Number.isInteger(asked) && asked > 0 ? asked : columns || otherwise;
}
