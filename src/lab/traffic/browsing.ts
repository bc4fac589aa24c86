import type { Socket } from 'node:net';
import type { Ipv4 } from '../../net/index.ts';
import { type Namespace, tcpConnect } from '../../sys/index.ts';
import { drop } from './drop.ts';
import { servicePort } from './ports.ts';

/** Clients that use the Internet until `stop`. */
export interface Browsing {
  stop(): void;
}

/** Of what lines carry, so much is used. */
const wantedShare = 0.4;
/** A page, bytes: least and most. */
const page = { least: 4e3, most: 40e3 } as const;
/** So much is on its way when a page is there: TCP's first window. */
const overshoot = 14e3;
/** Connections that a client has at a time, at most. */
const atOnce = 3;
/** Who waits longer than this gives up, and asks for something else. */
const patienceMs = 4000;
/** Between two pages of one connection, where lines are fast. */
const usualPauseMs = 1000;

const between = (least: number, most: number): number => least + Math.random() * (most - least);

/**
 * Clients that fetch pages and keep a connection now and then, as people in an office do: something to see, not a load.
 * `bitsPerSecond`: what all lines together can carry.
 */
export function startBrowsing(
  clients: readonly Namespace[],
  servers: readonly Ipv4[],
  bitsPerSecond: number,
): Browsing {
  const pageBits = ((page.least + page.most) / 2 + overshoot) * 8;
  const pauseMs = (1000 * clients.length * atOnce * pageBits) / (bitsPerSecond * wantedShare);
  const open = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let over = false;
  const later = (ms: number, then: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, ms);
    timers.add(timer);
  };
  const fetch = (ns: Namespace): void => {
    if (over) return;
    const address = servers[Math.floor(Math.random() * servers.length)];
    if (address === undefined) return;
    const isKept = Math.random() < 0.2;
    const port = isKept ? servicePort.trickle : servicePort.source;
    const socket = tcpConnect({ ns, address, port });
    open.add(socket);
    let wanted = between(page.least, page.most);
    socket.on('data', data => {
      wanted -= data.length;
      if (wanted <= 0) drop(socket);
    });
    socket.on('error', () => {}); // a line that is down: tried again by and by
    socket.setTimeout(patienceMs, () => drop(socket));
    if (isKept) later(between(5000, 20_000), () => drop(socket));
    socket.on('close', () => {
      open.delete(socket);
      later(between(0.4, 1.6) * Math.max(usualPauseMs, pauseMs), () => fetch(ns));
    });
  };
  for (const ns of clients)
    for (let slot = 0; slot < atOnce; slot += 1)
      later(between(0, Math.max(usualPauseMs, pauseMs)), () => fetch(ns));
  return {
    stop() {
      over = true;
      for (const timer of timers) clearTimeout(timer);
      for (const socket of open) drop(socket);
    },
  };
}
