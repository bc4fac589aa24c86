/**
 * Are two values of plain data the same: primitives by `Object.is`, lists in order, records by their keys. A key whose
 * value is undefined is as good as absent. Not for values with behaviour (maps, sets, classes).
 */
export function equal<T>(a: T, b: T): boolean {
  return same(a, b);
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameList(a, b);
  return sameRecord(a as Plain, b as Plain);
}

type Plain = Readonly<Record<string, unknown>>;

const sameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => same(item, b[i]));

function sameRecord(a: Plain, b: Plain): boolean {
  for (const key in a) if (!same(a[key], b[key])) return false;
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
}
