import type { Ipv4 } from '../net/index.ts';
import { monotonicMs, tcpConnect } from '../sys/index.ts';
import type { Link, RoutedOptions } from './link.ts';

/** Opens connections to a port by ordinary routing, and closes them at once: only an accepted one is an answer. */
export function tcpLink({ ns, source }: RoutedOptions, port: number): Link {
  const open = new Set<{ destroy(): unknown }>();
  return {
    send(address: Ipv4, answered) {
      const sentMs = monotonicMs();
      const socket = tcpConnect({ ns, address, port, localAddress: source });
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
