import type { Socket } from 'node:net';
import type { Ipv4 } from '../../net/index.ts';
import { type Namespace, tcpConnect } from '../../sys/index.ts';
import { drop } from './drop.ts';
import { servicePort } from './ports.ts';

/** Clients that use the Internet until `stop`. */
export interface Browsing {
  stop(): void;
}

/** Connections that a client has at a time, at most. */
const atOnce = 3;
/** Who waits longer than this gives up, and asks for something else. */
const patienceMs = 4000;

const between = (least: number, most: number): number => least + Math.random() * (most - least);

/** Clients that fetch pages and keep a connection now and then, as people in an office do: something to see, not a load. */
export function startBrowsing(clients: readonly Namespace[], servers: readonly Ipv4[]): Browsing {
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
    let wanted = between(10e3, 200e3);
    socket.on('data', data => {
      wanted -= data.length;
      if (wanted <= 0) drop(socket);
    });
    socket.on('error', () => {}); // a line that is down: tried again by and by
    socket.setTimeout(patienceMs, () => drop(socket));
    if (isKept) later(between(5000, 20_000), () => drop(socket));
    socket.on('close', () => {
      open.delete(socket);
      later(between(300, 1800), () => fetch(ns));
    });
  };
  for (const ns of clients)
    for (let slot = 0; slot < atOnce; slot += 1) later(between(0, 1500), () => fetch(ns));
  return {
    stop() {
      over = true;
      for (const timer of timers) clearTimeout(timer);
      for (const socket of open) drop(socket);
    },
  };
}
