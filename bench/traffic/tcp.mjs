// TCP connections of the client, as its programs have them: each connects again as soon as it hears of an error.
import { monotonicMs, tcpConnect } from '../../dist/sys/index.js';
import { ports } from './servers.mjs';

/** How often a sender speaks, and how soon a program tries again where it could not connect, ms. */
const speakMs = 100;
const againMs = 50;

/**
 * Opens a connection and keeps it. `kind`: `sender` (speaks, and is answered), `receiver` (only hears), `idle` (heard one
 * word at its start).
 */
export function openConnection({ ns, address }, server, kind) {
  const port = { sender: ports.echo, receiver: ports.stream, idle: ports.silent }[kind];
  const one = { kind, server, line: undefined, endedMs: [], openedMs: [], heardMs: undefined };
  let socket;
  let again;
  let isClosed = false;
  const speaking = kind === 'sender' ? setInterval(() => socket?.write('.'), speakMs) : undefined;
  const connect = () => {
    socket = tcpConnect({ ns, address: server, port, localAddress: address });
    const own = socket;
    socket.on('connect', () => one.openedMs.push(monotonicMs()));
    socket.on('data', data => {
      one.line ??= Number(`${data}`[0]);
      one.heardMs = monotonicMs();
    });
    // `close` follows an error.
    socket.on('error', () => {});
    socket.on('close', () => {
      if (isClosed || own !== socket) return;
      const wasOpen = one.openedMs.length > one.endedMs.length;
      if (wasOpen) one.endedMs.push(monotonicMs());
      if (wasOpen) connect();
      else again = setTimeout(connect, againMs);
    });
  };
  connect();
  return Object.assign(one, {
    close() {
      isClosed = true;
      clearTimeout(again);
      clearInterval(speaking);
      socket.destroy();
    },
  });
}
