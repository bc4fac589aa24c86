// UDP each 10 ms from the client to a server: by one flow, or by a new flow each time (a socket of its own).
import { monotonicMs, udpSocket } from '../../dist/sys/index.js';
import { ports } from './servers.mjs';

export const everyMs = 10;
/** An answer that comes later than this counts as none. */
const waitMs = 1500;

const range = { first: 10_000, count: 55_000 };
let opened = Math.floor(Math.random() * range.count);

/**
 * Source ports in turn: one that comes again within minutes would meet what the router's tracking still knows of the flow
 * before, and be no new flow.
 */
const nextPort = () => range.first + (opened++ % range.count);

/**
 * Starts one. `sent` grows by `{ sentMs, answeredMs, line }`; `line`: the index of the line that it went by. Times are
 * CLOCK_MONOTONIC.
 */
export function startUdp({ ns, address }, server, { isNew }) {
  const sent = [];
  const hear = data => {
    const [number, line] = `${data}`.split(' ').map(Number);
    const one = sent[number];
    if (one && one.answeredMs === undefined) Object.assign(one, { answeredMs: monotonicMs(), line });
  };
  const open = () => {
    const socket = udpSocket({ ns, address, port: nextPort() });
    socket.on('message', hear);
    return socket;
  };
  const sockets = new Set();
  const fixed = isNew ? undefined : open();
  const send = () => {
    const socket = fixed ?? open();
    socket.send(`${sent.length}`, ports.udp, server, () => {});
    sent.push({ sentMs: monotonicMs() });
    if (fixed) return;
    sockets.add(socket);
    setTimeout(() => sockets.delete(socket) && socket.close(), waitMs);
  };
  send();
  const timer = setInterval(send, everyMs);
  return {
    sent,
    /** The first packet from then on that was answered. */
    answeredSince: (sinceMs, fits = () => true) =>
      sent.find(one => one.sentMs >= sinceMs && one.answeredMs !== undefined && fits(one)),
    /** Packets of that time that nobody answered. */
    lost: (fromMs, toMs) =>
      sent.filter(({ sentMs, answeredMs }) => sentMs >= fromMs && sentMs <= toMs && answeredMs === undefined)
        .length,
    stop() {
      clearInterval(timer);
      fixed?.close();
      for (const socket of sockets) socket.close();
      sockets.clear();
    },
  };
}

/** By which line each server is reached now: index, or undefined where nothing came back. */
export async function askWays({ ns, address }, servers, timeoutMs = 400) {
  const found = new Map();
  const socket = udpSocket({ ns, address });
  socket.on('message', (data, { address: server }) => found.set(server, Number(`${data}`.split(' ')[1])));
  for (const server of servers) socket.send('0', ports.udp, server, () => {});
  const endMs = monotonicMs() + timeoutMs;
  while (found.size < servers.length && monotonicMs() < endMs)
    await new Promise(resolve => setTimeout(resolve, 10));
  socket.close();
  return servers.map(server => ({ server, line: found.get(server) }));
}
