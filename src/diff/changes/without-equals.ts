import type { Entry } from './entry.ts';

/**
 * The entries that are not among the others; two equal ones need two others. Where there are more than others, those
 * that stand where the other one stands, counted from the beginning or the end, are the ones that were there before.
 */
export function withoutEquals(entries: readonly Entry[], others: readonly Entry[]): readonly Entry[] {
  const counts = new Map<string, number>();
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1);
  const shift = others.length - entries.length;
  const staysAt = (index: number): boolean =>
    [index, index + shift].some(other => others[other]?.key === entries[index]?.key);
  const indices = [...entries.keys()];
  const stayFirst = [...indices.filter(staysAt), ...indices.filter(index => !staysAt(index))];
  const left = new Set(
    stayFirst.filter(index => {
      const { key } = entries[index] as Entry;
      const count = counts.get(key) ?? 0;
      counts.set(key, count - 1);
      return count <= 0;
    }),
  );
  return entries.filter((_, index) => left.has(index));
}
