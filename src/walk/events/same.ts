import type { Router } from '../../model/index.ts';

/** Do two routers say the same? Which scripts have said it, and how often, is left out. What they share costs nothing. */
export const sayTheSame = (one: Router, other: Router): boolean => same(one, other);

const unsaid: ReadonlySet<string> = new Set(['origin', 'stated']);

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => same(one, b[i]))
    );
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every(key => unsaid.has(key) || same(one[key], other[key]));
}
