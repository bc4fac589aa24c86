import type { Ipv4 } from '../net/index.ts';
import { monotonicMs, type SocketPlace, tcpConnect } from '../sys/index.ts';
import type { Link } from './link.ts';

/** Where connections are opened from; `source`: their address, default as routing chooses. */
export interface TcpPlace extends SocketPlace {
  readonly source?: Ipv4 | undefined;
}

/** Opens connections to a port, and closes them at once: only an accepted one is an answer. */
export function tcpLink({ source, ...place }: TcpPlace, port: number): Link {
  const open = new Set<{ destroy(): unknown }>();
  return {
    send(address: Ipv4, answered) {
      const sentMs = monotonicMs();
      const socket = tcpConnect({ ...place, address, port, localAddress: source });
      open.add(socket);
      const end = (): void => {
        open.delete(socket);
        socket.destroy();
      };
      socket.once('connect', () => {
        answered(monotonicMs() - sentMs);
        end();
      });
      // Refused or unreachable: no answer, which is what the check has to see.
      socket.once('error', end);
      setTimeout(end, longestMs).unref();
    },
    close() {
      for (const socket of open) socket.destroy();
      open.clear();
    },
  };
}

/** By then a connection attempt is over, whatever its check waits for. */
const longestMs = 30_000;
