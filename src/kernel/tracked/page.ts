import { lineField } from '../../linux/index.ts';
import { carriesPorts, protocolName } from '../../net/index.ts';
import { addressBytes } from '../netlink/bytes.ts';
import type { Columns } from './columns.ts';
import { addressOf, type Meaning, type Rates, rowOf, stateOf } from './row.ts';
import type { ConnectionSort, TrackedFilter, TrackedPage, TrackedQuery } from './tracked.ts';

/** A reading with what each connection carries. */
export interface Rated {
  readonly columns: Columns;
  readonly rates: Rates | undefined;
}

/** The connections that fit, some of them as objects. */
export function pageOf(
  { columns, rates }: Rated,
  query: TrackedQuery,
): Omit<TrackedPage, 'atMs' | 'ratesOverMs'> {
  const meaning = meaningOf(columns, query);
  const fits = filterOf(columns, query.filter, meaning);
  // Few mean something else than others, so these are counted first.
  const counts = new Map<Meaning, number>();
  const found: number[] = [];
  for (let at = 0; at < columns.count; at++) {
    if (!fits(at)) continue;
    found.push(at);
    const means = meaning(at);
    counts.set(means, (counts.get(means) ?? 0) + 1);
  }
  const key = keyOf({ columns, rates }, query.sort);
  if (key) found.sort((a, b) => key(b) - key(a) || a - b);
  const { offset, limit } = query;
  return {
    ...{ total: found.length, tracked: columns.count },
    items: found.slice(offset, offset + limit).map(at => rowOf(columns, at, meaning(at), rates)),
    ...{ byWan: summed(counts, ({ wan }) => wan), byMark: summed(counts, ({ mark = '' }) => mark) },
  };
}

/** `name`: what it is counted under; undefined: nothing. */
function summed(
  counts: ReadonlyMap<Meaning, number>,
  name: (meaning: Meaning) => string | undefined,
): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [meaning, count] of counts) {
    const under = name(meaning);
    if (under !== undefined) sums.set(under, (sums.get(under) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

function keyOf({ columns: { counts, timeoutS }, rates }: Rated, sort: ConnectionSort) {
  const sum = (a: number | undefined, b: number | undefined): number => (a || 0) + (b || 0);
  switch (sort) {
    case 'order':
      return undefined;
    case 'rate':
      return (at: number) => sum(rates?.[2 * at], rates?.[2 * at + 1]);
    case 'bytes':
      return (at: number) => sum(counts[4 * at + 1], counts[4 * at + 3]);
    case 'timeout':
      return (at: number) => timeoutS[at] ?? 0;
  }
}

type MeaningAt = (at: number) => Meaning;

/** Marks are few, so each is understood once; addresses of WANs are compared as bytes. The same object stands for the same. */
function meaningOf(columns: Columns, { marks, markMask, lines, addresses }: TrackedQuery): MeaningAt {
  const own = addresses.map(({ name, address }) => ({ name, bytes: addressBytes(address) }));
  const ofMark = (value: number): { readonly byLine?: Meaning; readonly byAddress: readonly Meaning[] } => {
    const ownMark = (value & markMask) >>> 0;
    const number = (value & lineField.number.mask) >>> lineField.number.shift;
    const mark = ownMark === 0 ? '' : marks.find(one => one.value === ownMark)?.name;
    const wan = lines.find(one => one.number === number)?.name;
    if (wan !== undefined) return { byLine: { mark, wan, wanBy: 'line' }, byAddress: [] };
    const ofOwn = own.map(({ name }): Meaning => ({ mark, wan: name, wanBy: 'address' }));
    return { byAddress: [...ofOwn, { mark, wan: undefined, wanBy: undefined }] };
  };
  const byMark = new Map<number, ReturnType<typeof ofMark>>();
  const placeOf = (at: number): number => {
    const found = own.findIndex(
      ({ bytes }) => hasAddress(columns, at, bytes, 1) || hasAddress(columns, at, bytes, 3),
    );
    return found < 0 ? own.length : found;
  };
  let [lastValue, last] = [-1, undefined as ReturnType<typeof ofMark> | undefined];
  return at => {
    const value = columns.mark[at] ?? 0;
    if (!last || value !== lastValue) {
      last = byMark.get(value) ?? ofMark(value);
      byMark.set(value, last);
      lastValue = value;
    }
    return last.byLine ?? (last.byAddress[placeOf(at)] as Meaning);
  };
}

function hasAddress(
  { isV6, addresses, addressAt }: Columns,
  at: number,
  bytes: Uint8Array,
  which: number,
): boolean {
  const size = isV6[at] === 0 ? 4 : 16;
  if (bytes.length !== size) return false;
  const begin = (addressAt[at] ?? 0) + size * which;
  for (let i = 0; i < size; i++) if (addresses[begin + i] !== bytes[i]) return false;
  return true;
}

type Fits = (at: number) => boolean;

/** The cheap questions first. */
function filterOf(columns: Columns, filter: TrackedFilter, meaning: MeaningAt): Fits {
  const { protocol, port, client, wan, text } = filter;
  const asked: Fits[] = [
    ...(protocol === undefined ? [] : [(at: number) => columns.protocol[at] === protocol]),
    ...(port === undefined ? [] : [(at: number) => hasPort(columns, at, port)]),
    ...(client === undefined ? [] : [isWithin(columns, client)]),
    ...(wan === undefined ? [] : [(at: number) => (meaning(at).wan ?? null) === wan]),
    ...(text === undefined ? [] : [holds(columns, text.toLowerCase(), meaning)]),
  ];
  return asked.length === 0 ? () => true : at => asked.every(fits => fits(at));
}

const hasPort = ({ ports, protocol }: Columns, at: number, port: number): boolean =>
  carriesPorts(protocol[at] ?? 0) && [0, 1, 2, 3].some(which => ports[4 * at + which] === port);

function isWithin(
  { isV6, addresses, addressAt }: Columns,
  { address, length }: NonNullable<TrackedFilter['client']>,
): Fits {
  const wanted = addressBytes(address);
  const bits = length ?? 8 * wanted.length;
  return at => {
    if (wanted.length !== (isV6[at] === 0 ? 4 : 16)) return false;
    const begin = addressAt[at] ?? 0;
    for (let bit = 0; bit < bits; bit += 8) {
      const mask = 0xff & (0xff00 >> Math.min(8, bits - bit));
      const place = bit >> 3;
      if (((addresses[begin + place] ?? 0) & mask) !== ((wanted[place] ?? 0) & mask)) return false;
    }
    return true;
  };
}

function holds(columns: Columns, text: string, meaning: MeaningAt): Fits {
  return at => {
    const { mark = '', wan = '' } = meaning(at);
    const protocol = columns.protocol[at] ?? 0;
    const words = [protocolName(protocol), stateOf(columns, at), mark, wan];
    if (words.some(word => word.toLowerCase().includes(text))) return true;
    return [0, 1, 2, 3].some(which => {
      const address = addressOf(columns, at, which);
      return `${address}${carriesPorts(protocol) ? `:${columns.ports[4 * at + which]}` : ''}`.includes(text);
    });
  };
}
