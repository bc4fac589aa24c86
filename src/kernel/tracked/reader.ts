import { monotonicMs, type Namespace, readSysctl } from '../../sys/index.ts';
import { family, openNetlink } from '../netlink/socket.ts';
import { type Columns, emptyColumns, withRoom } from './columns.ts';
import { addConnection } from './decode.ts';
import { pageOf, type Rated } from './page.ts';
import { type Reading, ratesBetween } from './rates.ts';
import type { TrackedPage, TrackedQuery } from './tracked.ts';

/** NFNL_SUBSYS_CTNETLINK and IPCTNL_MSG_CT_GET; `struct nfgenmsg` of no family: all of them. */
const getConnections = (1 << 8) | 1;
const anyFamily = Buffer.from([0, 0, 0, 0]);

/** All that the kernel tracks. Throws EnvironmentError. */
export function readTracked(ns?: Namespace): Columns {
  const socket = openNetlink(family.NETFILTER, ns);
  try {
    let columns = emptyColumns(64 + Number(readSysctl('net.netfilter.nf_conntrack_count', ns) ?? 0));
    const request = { type: getConnections, payload: [anyFamily] };
    const add = ({ payload }: { readonly payload: Buffer }): undefined => {
      columns = withRoom(columns);
      addConnection(columns, payload);
    };
    for (const _ of socket.dumpSlices(request, 'list connections', add)) {
      // Each slice is in the columns already.
    }
    return columns;
  } finally {
    socket.close();
  }
}

/** Readings of connections: the last one is kept, for whoever asks for more of it and for what connections carry. */
export interface TrackedReader {
  page(query: TrackedQuery): TrackedPage;
}

interface Latest extends Rated {
  readonly reading: Reading;
  /** ms since 1970. */
  readonly timeMs: number;
  readonly ratesOverMs: number | undefined;
}

/** Rates of a shorter time would show single packets. */
const shortestMs = 500;

export function trackedReader(read: () => Columns, nowMs: () => number = monotonicMs): TrackedReader {
  let latest: Latest | undefined;
  const look = (): Latest => {
    const timeMs = Date.now();
    const reading = { atMs: nowMs(), columns: read() };
    const { columns } = reading;
    if (!latest) return { reading, columns, timeMs, rates: undefined, ratesOverMs: undefined };
    const ratesOverMs = reading.atMs - latest.reading.atMs;
    return { reading, columns, timeMs, rates: ratesBetween(latest.reading, reading), ratesOverMs };
  };
  return {
    page(query) {
      const age = latest && nowMs() - latest.reading.atMs;
      if (!latest || age === undefined || age > Math.max(shortestMs, query.freshMs)) latest = look();
      const { timeMs: atMs, ratesOverMs } = latest;
      return { atMs, ratesOverMs, ...pageOf(latest, query) };
    },
  };
}
