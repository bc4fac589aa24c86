import type { ControlValues } from '../../gateway/index.ts';
import { byLineChain } from '../../linux/index.ts';
import type { RuleRow } from '../thread/index.ts';

type Counter = ControlValues['counters']['rules'][number];
type Count = Pick<Counter, 'packets' | 'bytes'>;

const placeOf = ({ place }: Pick<RuleRow, 'place'>): string => (place ? `${place.file}:${place.line}` : '');

/**
 * What the kernel counted of each rule of a table. One statement may have become several rules of the kernel, and then counts by all
 * of them. One key of an intent stands for several rules: those are told apart by their chain and their order in it, where both
 * sides have as many; else what each of them counted is not known.
 */
export function ruleCounts(
  table: string,
  tables: Readonly<Record<string, readonly RuleRow[]>>,
  counters: readonly Counter[],
): ReadonlyMap<RuleRow, Count> {
  const all = Object.entries(tables).flatMap(([name, rows]) => rows.map(row => ({ name, row })));
  const byPlace = grouped(
    all.filter(({ row }) => row.place && !row.disabled),
    ({ row }) => placeOf(row),
  );
  const counted = grouped(counters, ({ place }) => place);
  const counts = new Map<RuleRow, Count>();
  for (const [place, sharing] of byPlace) {
    const own = counted.get(place) ?? [];
    const [only] = sharing;
    if (sharing.length === 1 && only) {
      if (only.name === table && own.length > 0) counts.set(only.row, sumOf(own));
      continue;
    }
    const rows = sharing.filter(({ name }) => name === table).map(({ row }) => row);
    for (const [chain, inChain] of grouped(rows, row => row.chain)) {
      const name = `${table}_${chain}`;
      const itself = own.filter(one => one.chain === name);
      const byLine = own.filter(one => one.chain.startsWith(byLineChain(name)));
      const [alone] = inChain;
      // In which order lines ask is not that of the rules.
      if (alone && inChain.length === 1 && byLine.length > 0)
        counts.set(alone, sumOf([...itself, ...byLine]));
      else for (const [row, count] of inOrder(inChain, itself)) counts.set(row, count);
    }
  }
  return counts;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function inOrder(rows: readonly RuleRow[], counters: readonly Counter[]): readonly [RuleRow, Count][] {
  // Elements of a set are in an order of their own.
  if (rows.length !== counters.length || counters.some(({ isElement }) => isElement)) return [];
  return rows.flatMap((row, index) => {
    const count = counters[index];
    return count ? [[row, sumOf([count])] as [RuleRow, Count]] : [];
  });
}

function sumOf(counters: readonly Counter[]): Count {
  const sum = (of: (one: Counter) => number): number => counters.reduce((total, one) => total + of(one), 0);
  return { packets: sum(({ packets }) => packets), bytes: sum(({ bytes }) => bytes) };
}
