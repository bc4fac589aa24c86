import type { Socket } from 'node:net';
import type { Ipv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace, sleep, tcpConnect } from '../../sys/index.ts';
import { drop } from './drop.ts';
import { atRegularTimes } from './ping.ts';
import { servicePort } from './ports.ts';
import { mean } from './samples.ts';
import type { Servers } from './servers.ts';

/** One long transfer: which client, which server. */
export interface Flow {
  readonly ns: Namespace;
  readonly address: Ipv4;
}

/** Transfers under way. */
export interface Bulk {
  /** Payload bytes that arrived at their receivers so far. */
  received(): number;
  /** Transfers whose connection is up. */
  connected(): number;
  stop(): void;
}

const block = Buffer.alloc(16_384, 0x6a);

/**
 * Servers send to clients as fast as TCP lets them; counted in the clients. With `reloadAfterMs` a client that gets
 * nothing for so long gives up and requests it again, as a user reloads a page that does not load.
 */
export function startDownloads(flows: readonly Flow[], reloadAfterMs?: number): Bulk {
  let bytes = 0;
  let over = false;
  const sockets = flows.map((flow, index) => {
    const begin = (): Socket => {
      const socket = open(flow, servicePort.source);
      socket.on('data', data => {
        bytes += data.length;
      });
      if (reloadAfterMs === undefined) return socket;
      return socket.setTimeout(reloadAfterMs, () => {
        drop(socket);
        if (!over) sockets[index] = begin();
      });
    };
    return begin();
  });
  const transfers = bulk(sockets, () => bytes);
  return {
    ...transfers,
    stop() {
      over = true;
      transfers.stop();
    },
  };
}

/** Clients send to servers as fast as TCP lets them; counted in the servers. */
export function startUploads(flows: readonly Flow[], servers: Servers): Bulk {
  const before = servers.swallowed();
  const sockets = flows.map(flow => {
    const socket = open(flow, servicePort.sink);
    const fill = (): void => {
      while (!socket.destroyed && socket.write(block)) {
        // the kernel takes more: go on until it does not
      }
    };
    socket.on('connect', fill);
    socket.on('drain', fill);
    return socket;
  });
  return bulk(sockets, () => servers.swallowed() - before);
}

/**
 * Goodput in bit/s of payload, over `windowMs` after `settleMs` of slow start that do not count: the slope of the line
 * that fits the counts best. The two ends alone would not do: what waits behind a lost segment arrives all at once.
 */
export async function goodput(transfers: Bulk, settleMs: number, windowMs: number): Promise<number> {
  await sleep(settleMs);
  const points: [number, number][] = [];
  const stop = atRegularTimes(countEveryMs, () => {
    points.push([monotonicMs(), transfers.received()]);
  });
  await sleep(windowMs);
  stop();
  return slope(points) * 8 * 1000;
}

const countEveryMs = 50;

/** Least squares: y per x. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(points.map(([at]) => at)) ?? 0, mean(points.map(([, value]) => value)) ?? 0];
  const covariance = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  const variance = points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return variance === 0 ? 0 : covariance / variance;
}

function open(flow: Flow, port: number): Socket {
  const socket = tcpConnect({ ns: flow.ns, address: flow.address, port });
  socket.on('error', () => {}); // a broken transfer shows as missing bytes
  return socket;
}

function bulk(sockets: readonly Socket[], received: () => number): Bulk {
  return {
    received,
    connected: () => sockets.filter(socket => socket.readyState === 'open').length,
    stop: () => {
      for (const socket of sockets) drop(socket);
    },
  };
}
