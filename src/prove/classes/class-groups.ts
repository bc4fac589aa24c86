/** Classes that are made one by one when asked for: all of them may be more than memory holds. */
export interface ClassGroup<Class extends { readonly direction: unknown }> {
  readonly direction: Class['direction'];
  readonly size: number;
  readonly at: (index: number) => Class | undefined;
}

/** Each value with each other value, the others innermost. */
export function crossed<Class extends { readonly direction: unknown }, One, Other>(
  direction: Class['direction'],
  ones: readonly One[],
  others: readonly Other[],
  make: (one: One, other: Other) => Class,
): ClassGroup<Class> {
  const at = (index: number): Class | undefined => {
    const one = ones[Math.floor(index / others.length)];
    const other = others[index % others.length];
    return one === undefined || other === undefined ? undefined : make(one, other);
  };
  return { direction, size: ones.length * others.length, at };
}

/** A group of one for each class. */
export const listed = <Class extends { readonly direction: unknown }>(
  classes: readonly Class[],
): ClassGroup<Class>[] => classes.map(one => ({ direction: one.direction, size: 1, at: () => one }));

/**
 * All classes of the groups in order, or `most` of them: small groups whole, and of large ones as many as are left for
 * each, so that no group is missed unless there are more groups than that.
 */
export function someOf<Class extends { readonly direction: unknown }>(
  groups: readonly ClassGroup<Class>[],
  most: number,
): { readonly classes: readonly Class[]; readonly leftOut: number } {
  const total = groups.reduce((sum, { size }) => sum + size, 0);
  const asked = spreadOver(
    groups.filter(({ size }) => size > 0),
    most,
  );
  const quotas = quotasOf(
    asked.map(({ size }) => size),
    most,
  );
  const classes = asked.flatMap((group, i) => takenFrom(group, quotas[i] ?? 0));
  return { classes, leftOut: total - classes.length };
}

/** How many of each group: what small ones leave of an equal share goes to the larger ones. */
function quotasOf(sizes: readonly number[], most: number): number[] {
  const quotas: number[] = [];
  let left = most;
  const ascending = [...sizes.entries()].sort(([, a], [, b]) => a - b);
  for (const [i, [group, size]] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - i));
    quotas[group] = Math.min(size, share);
    left -= Math.min(size, share);
  }
  return quotas;
}

function takenFrom<Class extends { readonly direction: unknown }>(
  { size, at }: ClassGroup<Class>,
  quota: number,
): Class[] {
  const wanted = spread(size, quota);
  return Array.from({ length: quota }, (_, i) => at(wanted(i))).flatMap(one => one ?? []);
}

/** As many of a list as that, from all over it. */
export function spreadOver<T>(all: readonly T[], most: number): readonly T[] {
  const wanted = spread(all.length, most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[wanted(i)]).filter(
    one => one !== undefined,
  );
}

/** Fractions of its multiples are spread evenly, and in step with nothing. */
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/**
 * Which of `total` things comes as number `i` of `most`: one of each of `most` equal stretches, not always at the same
 * place of its stretch, so that things which recur at equal intervals are not all missed.
 */
function spread(total: number, most: number): (i: number) => number {
  if (total <= most) return i => i;
  const step = total / most;
  const start = (i: number) => Math.floor(i * step);
  const place = (i: number) => Math.floor(((i * goldenRatio) % 1) * (start(i + 1) - start(i)));
  return i => (i < most ? start(i) + place(i) : total);
}
