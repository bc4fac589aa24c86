import {
  type DhcpClientHandle,
  type LeaseEvent,
  type ServiceHooks,
  startDhcpClient,
} from '../../dhcp/index.ts';
import type { DhcpClientService } from '../../linux/index.ts';
import type { Lease } from '../../rib/index.ts';

/** The DHCP clients that run now, one per interface. */
export interface ClientSet {
  /** Starts what is missing and ends what is not wanted. */
  set(wanted: readonly DhcpClientService[]): Promise<void>;
  /** Clients that are started from now on ask for these first. */
  askFor(leases: readonly Lease[]): void;
  /** Asks the server of this interface again, if it has a client. */
  renew(name: string): void;
}

export function clientSet(
  onEvent: (event: LeaseEvent) => void,
  hooks: Omit<ServiceHooks, 'onLine'>,
): ClientSet {
  const running = new Map<
    string,
    { readonly service: DhcpClientService; readonly handle: DhcpClientHandle }
  >();
  let known: readonly Lease[] = [];
  return {
    async set(wanted) {
      const gone = [...running.values()].filter(({ service }) => !wanted.some(one => same(one, service)));
      await Promise.all(gone.map(({ handle }) => handle.stop()));
      for (const { handle } of gone) running.delete(handle.interface);
      for (const service of wanted) {
        if (running.has(service.interface)) continue;
        const held = known.find(lease => lease.interface === service.interface);
        running.set(service.interface, { service, handle: startDhcpClient(service, onEvent, hooks, held) });
      }
    },
    askFor(leases) {
      known = leases;
    },
    renew: name => running.get(name)?.handle.renew(),
  };
}

function same(a: DhcpClientService, b: DhcpClientService): boolean {
  return a.interface === b.interface && a.hostname === b.hostname;
}
