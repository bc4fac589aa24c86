import type { Socket } from 'node:net';
import { connect } from 'node:tls';
import type { Ipv4 } from '../net/index.ts';
import { monotonicMs, tcpConnect } from '../sys/index.ts';
import type { Link, LinkOptions } from './link.ts';

/**
 * Asks web servers with HEAD (RFC 9110 §9.3.2); whatever they answer is an answer. A certificate is not looked at: this
 * is about the line.
 */
export function httpLink(place: LinkOptions, port: number, isSecure: boolean): Link {
  const open = new Set<{ destroy(): unknown }>();
  return {
    send(address, answered) {
      const sentMs = monotonicMs();
      const plain = tcpConnect({ ...place, address, port });
      const socket = isSecure ? secured(plain) : plain;
      const end = (): void => {
        open.delete(plain);
        socket.destroy();
        plain.destroy();
      };
      open.add(plain);
      socket.once(isSecure ? 'secureConnect' : 'connect', () => socket.write(headRequest(address)));
      socket.once('data', () => {
        answered(monotonicMs() - sentMs);
        end();
      });
      // Refused or unreachable: no answer, which is what the check has to see.
      for (const one of [socket, plain]) one.on('error', end);
      setTimeout(end, longestMs).unref();
    },
    close() {
      for (const socket of open) socket.destroy();
      open.clear();
    },
  };
}

const secured = (socket: Socket): Socket => connect({ socket, rejectUnauthorized: false });

export const headRequest = (host: Ipv4): string =>
  `HEAD / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;

/** By then an attempt is over. */
const longestMs = 10_000;
