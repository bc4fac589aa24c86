import type { Socket } from 'node:net';
import type { Ipv4 } from '../net/index.ts';
import { monotonicMs, tcpConnect } from '../sys/index.ts';
import type { Link, LinkOptions } from './link.ts';
import { isRefusal } from './tcp.ts';

/** What is asked of a web server. */
export interface HttpPlace extends LinkOptions {
  readonly port: number;
  readonly isSecure: boolean;
  /** By then an attempt is over, ms. */
  readonly longestMs: number;
}

/**
 * Asks web servers with HEAD (RFC 9110 §9.3.2); whatever they answer is an answer, also an alert of TLS or a refusal to be
 * connected. A certificate is not looked at: this is about the line.
 */
export function httpLink({ port, isSecure, longestMs, ...place }: HttpPlace): Link {
  const open = new Set<{ destroy(): unknown }>();
  return {
    send(address, answered) {
      const sentMs = monotonicMs();
      const plain = tcpConnect({ ...place, address, port });
      const socket = isSecure ? secured(plain) : plain;
      const end = (): void => {
        clearTimeout(timer);
        open.delete(plain);
        socket.destroy();
        plain.destroy();
      };
      const timer = setTimeout(end, longestMs);
      timer.unref();
      const answer = (): void => {
        if (open.has(plain)) answered(monotonicMs() - sentMs);
        end();
      };
      open.add(plain);
      socket.once(isSecure ? 'secureConnect' : 'connect', () => socket.write(headRequest(address)));
      socket.once('data', answer);
      for (const one of [socket, plain]) {
        one.on('error', error => (hasHeard([socket, plain]) || isRefusal(error) ? answer() : end()));
      }
    },
    close() {
      for (const socket of open) socket.destroy();
      open.clear();
    },
  };
}

const hasHeard = (sockets: readonly Socket[]): boolean => sockets.some(one => one.bytesRead > 0);

/** TLS is loaded when it is first needed: few lines ask by it, and it takes time and memory in each thread. */
const secured = (socket: Socket): Socket =>
  process.getBuiltinModule('node:tls').connect({ socket, rejectUnauthorized: false });

export const headRequest = (host: Ipv4): string =>
  `HEAD / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
