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
  const [byWan, byMark] = [new Map<string, number>(), new Map<string, number>()];
  const found: number[] = [];
  for (let at = 0; at < columns.count; at++) {
    if (!fits(at)) continue;
    found.push(at);
    const { wan, mark = '' } = meaning(at);
    byMark.set(mark, (byMark.get(mark) ?? 0) + 1);
    if (wan !== undefined) byWan.set(wan, (byWan.get(wan) ?? 0) + 1);
  }
  const key = keyOf({ columns, rates }, query.sort);
  if (key) found.sort((a, b) => key(b) - key(a) || a - b);
  const { offset, limit } = query;
  return {
    ...{ total: found.length, tracked: columns.count },
    items: found.slice(offset, offset + limit).map(at => rowOf(columns, at, meaning(at), rates)),
    ...{ byWan: Object.fromEntries(byWan), byMark: Object.fromEntries(byMark) },
  };
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

/** Marks are few, so each is understood once; addresses of WANs are compared as bytes. */
function meaningOf(columns: Columns, { marks, markMask, lines, addresses }: TrackedQuery): MeaningAt {
  const byMark = new Map<number, Pick<Meaning, 'mark' | 'wan'>>();
  const ofMark = (value: number): Pick<Meaning, 'mark' | 'wan'> => {
    const own = (value & markMask) >>> 0;
    const number = (value & lineField.number.mask) >>> lineField.number.shift;
    return {
      mark: own === 0 ? '' : marks.find(one => one.value === own)?.name,
      wan: lines.find(one => one.number === number)?.name,
    };
  };
  const own = addresses.map(({ name, address }) => ({ name, bytes: addressBytes(address) }));
  return at => {
    const value = columns.mark[at] ?? 0;
    const known = byMark.get(value) ?? ofMark(value);
    byMark.set(value, known);
    if (known.wan !== undefined) return { ...known, wanBy: 'line' };
    const wan = own.find(
      ({ bytes }) => hasAddress(columns, at, bytes, 1) || hasAddress(columns, at, bytes, 3),
    )?.name;
    return { mark: known.mark, wan, wanBy: wan === undefined ? undefined : 'address' };
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
  return bytes.every((byte, i) => addresses[begin + i] === byte);
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
  return at => asked.every(fits => fits(at));
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
