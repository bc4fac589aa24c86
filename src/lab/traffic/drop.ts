import type { Socket } from 'node:net';

/**
 * Ends a TCP connection at once: by a reset (no TIME_WAIT, nothing left to send), or, where it is still being made, by
 * closing it. `resetAndDestroy` alone would wait for the connection to come about, which on a dead line it never does.
 */
export function drop(socket: Socket): void {
  if (socket.connecting) socket.destroy();
  else socket.resetAndDestroy();
}
