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
  /** Lets them run on without us: they keep their leases. */
  leave(): Promise<void>;
}

export function clientSet(
  onEvent: (event: LeaseEvent) => void,
  hooks: Omit<ServiceHooks, 'onLine'>,
  stateDir: string,
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
        const handle = startDhcpClient(service, onEvent, hooks, { held, stateDir });
        running.set(service.interface, { service, handle });
      }
    },
    askFor(leases) {
      known = leases;
    },
    renew: name => running.get(name)?.handle.renew(),
    async leave() {
      await Promise.all([...running.values()].map(({ handle }) => handle.leave()));
      running.clear();
    },
  };
}

function same(a: DhcpClientService, b: DhcpClientService): boolean {
  return a.interface === b.interface && a.hostname === b.hostname;
}
