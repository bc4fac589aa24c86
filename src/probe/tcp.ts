import type { Ipv4 } from '../net/index.ts';
import { monotonicMs, type SocketPlace, tcpConnect } from '../sys/index.ts';
import type { Link } from './link.ts';

/** Where connections are opened from; `source`: their address, default as routing chooses. */
export interface TcpPlace extends SocketPlace {
  readonly source?: Ipv4 | undefined;
}

/** How an attempt to connect is judged. */
export interface TcpJudgement {
  /** Being refused is an answer, too: whoever refuses stands at the other end of the line. Default: only being accepted is. */
  readonly isRefusalAnswer?: boolean | undefined;
  /** By then an attempt is over, ms; default 30 s, whatever its check waits for. */
  readonly longestMs?: number | undefined;
}

/** Opens connections to a port, and closes them at once. */
export function tcpLink(
  { source, ...place }: TcpPlace,
  port: number,
  { isRefusalAnswer = false, longestMs = 30_000 }: TcpJudgement = {},
): Link {
  const open = new Set<{ destroy(): unknown }>();
  return {
    send(address: Ipv4, answered) {
      const sentMs = monotonicMs();
      const socket = tcpConnect({ ...place, address, port, localAddress: source });
      open.add(socket);
      const end = (): void => {
        clearTimeout(timer);
        open.delete(socket);
        socket.destroy();
      };
      const timer = setTimeout(end, longestMs);
      timer.unref();
      socket.once('connect', () => {
        answered(monotonicMs() - sentMs);
        end();
      });
      // Unreachable: no answer, which is what the check has to see.
      socket.once('error', error => {
        if (isRefusalAnswer && isRefusal(error)) answered(monotonicMs() - sentMs);
        end();
      });
    },
    close() {
      for (const socket of open) socket.destroy();
      open.clear();
    },
  };
}

/** A reset in answer to a SYN, or that there is nobody at that port (ICMP); a host or network that cannot be reached is another errno. */
export const isRefusal = (error: NodeJS.ErrnoException): boolean => error.code === 'ECONNREFUSED';
