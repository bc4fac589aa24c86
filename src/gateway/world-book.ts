import type { KernelAddress, Link } from '../kernel/index.ts';
import type { InterfaceState, Lease, World } from '../rib/index.ts';

/** What the gateway knows of the world, put together from the kernel, the DHCP clients and the prober. */
export interface WorldBook {
  world(unreachable: readonly string[]): World;
  /** Takes the kernel's word as a whole; returns the interfaces whose `running` changed. */
  observe(links: readonly Link[], addresses: readonly KernelAddress[]): readonly InterfaceState[];
  bind(lease: Lease): void;
  /** Returns whether there was a lease. */
  unbind(name: string): boolean;
  readonly leases: Readonly<Record<string, Lease>>;
}

export function worldBook(): WorldBook {
  let interfaces: Record<string, InterfaceState> = {};
  let leases: Record<string, Lease> = {};
  return {
    world: unreachable => ({ interfaces, leases, unreachable }),
    observe(links, addresses) {
      const before = interfaces;
      interfaces = Object.fromEntries(
        links.filter(isOrdinary).map(link => [link.name, stateOf(link, addresses)]),
      );
      return changed(before, interfaces);
    },
    bind(lease) {
      leases = { ...leases, [lease.interface]: lease };
    },
    unbind(name) {
      const { [name]: gone, ...rest } = leases;
      leases = rest;
      return gone !== undefined;
    },
    get leases() {
      return leases;
    },
  };
}

/** RouterOS shows no loopback. */
const isOrdinary = ({ name }: Link): boolean => name !== 'lo';

function stateOf({ name, running }: Link, addresses: readonly KernelAddress[]): InterfaceState {
  const own = addresses.filter(item => item.interface === name).map(({ address }) => address);
  return { name, running, addresses: own };
}

/** New interfaces count as changed when they run; vanished ones as no longer running. */
function changed(
  before: Readonly<Record<string, InterfaceState>>,
  after: Readonly<Record<string, InterfaceState>>,
): InterfaceState[] {
  const gone = Object.values(before)
    .filter(({ name, running }) => running && !after[name])
    .map(state => ({ ...state, running: false }));
  const turned = Object.values(after).filter(
    ({ name, running }) => running !== (before[name]?.running ?? false),
  );
  return [...gone, ...turned];
}
