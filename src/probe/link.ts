import type { Ipv4 } from '../net/index.ts';
import type { GatewayCheck } from '../rib/index.ts';
import type { Namespace } from '../sys/index.ts';

/** Where probes of one kind leave. */
export interface LinkOptions {
  readonly ns?: Namespace | undefined;
  /** SO_BINDTODEVICE. */
  readonly device: string;
  /** SO_MARK: the reserved bit that exempts probes from marking. */
  readonly mark: number;
}

/** Where probes leave that follow ordinary routing, like any packet of the router. */
export interface RoutedOptions {
  readonly ns?: Namespace | undefined;
  readonly source?: Ipv4 | undefined;
}

/** A means to ask whether an address answers, on one interface. */
export interface Link {
  /** Sends one probe; `answered` is called at most once, with the round trip in ms. */
  send(address: Ipv4, answered: (rttMs: number) => void): void;
  close(): void;
}

/** Opens what a check probes by. Throws EnvironmentError. */
export type OpenLink = (check: Pick<GatewayCheck, 'method' | 'interface'>) => Link;

/** One link per interface and method, opened when first needed. */
export interface LinkPool {
  of(check: GatewayCheck): Link;
  /** Closes those that none of these checks needs. */
  keep(checks: readonly GatewayCheck[]): void;
}

export function linkPool(openLink: OpenLink): LinkPool {
  const open = new Map<string, Link>();
  return {
    of(check) {
      const link = open.get(keyOf(check)) ?? openLink(check);
      open.set(keyOf(check), link);
      return link;
    },
    keep(checks) {
      const wanted = new Set(checks.map(keyOf));
      for (const [key, link] of open) {
        if (wanted.has(key)) continue;
        link.close();
        open.delete(key);
      }
    },
  };
}

const keyOf = ({ method, interface: device }: GatewayCheck): string => `${method} ${device}`;
