import { ApiProblem } from './problem.ts';

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A part of a list that is at hand whole. */
export function pageOf<T>(
  all: readonly T[],
  { limit, cursor }: Asked,
): { total: number; items: T[]; next?: string } {
  const from = cursor === undefined ? 0 : Number(/^o(\d{1,9})$/.exec(cursor)?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) throw badCursor();
  const items = all.slice(from, from + limit);
  const end = from + items.length;
  return { total: all.length, items, ...(end < all.length && items.length > 0 && { next: `o${end}` }) };
}

export const badCursor = (): ApiProblem =>
  new ApiProblem(
    400,
    'web/bad-cursor',
    'The cursor is of no page.',
    'Give `next` of the page before, as it is.',
  );
