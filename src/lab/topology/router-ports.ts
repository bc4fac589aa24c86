import { isDeviceName } from '../../linux/index.ts';
import { dialledLines, type Interface, type Router, rolesOf } from '../../model/index.ts';
import { assumedLeases, carriersOf, namedInterfaces } from '../../rib/index.ts';
import { kindOf, mtuOf } from './interface-kind.ts';
import type { PortEnd, RouterPort, Topology } from './topology.ts';

/**
 * Every interface of the router that the bench makes: the lines of the ISPs and the LAN, what carries them, and the
 * others that have an address. An Ethernet port is a port, a bridge is the kernel's own with its first port; a veth
 * stands in for every other kind, on every machine alike.
 */
export function routerPorts(router: Router, { isps, router: { lan } }: Topology): readonly RouterPort[] {
  const ports = new Ports(router);
  for (const isp of isps) {
    const dialled = isp.dialled ? { address: isp.lease[0], peer: isp.gateway } : {};
    ports.add(isp.interface, { kind: 'isp', isp: isp.name }, dialled);
  }
  ports.add(lan, { kind: 'lan' });
  for (const isp of isps) ports.addCarriers(isp.interface, { kind: 'plug', isp: isp.name });
  ports.addCarriers(lan, { kind: 'nobody' });
  for (const [name, lease] of addressed(router)) ports.add(name, { kind: 'nobody' }, lease);
  for (const name of networksOf(router)) ports.addMachine(name);
  return ports.all();
}

/** Interfaces, no WANs, with a network that others can be on. */
function networksOf(router: Router): readonly string[] {
  const { wans } = rolesOf(router);
  return router.addresses
    .filter(
      ({ disabled, address, interface: name }) => !disabled && address.length < 31 && !wans.includes(name),
    )
    .map(item => item.interface);
}

type Dialled = Pick<RouterPort, 'address' | 'peer'>;

/** Interfaces with an address, be it written or given by whom they dial. */
function addressed(router: Router): [string, Dialled][] {
  const present = namedInterfaces(router);
  const lines = dialledLines(router).map(({ interface: { name } }) => name);
  const dialled = assumedLeases(router).filter(lease => lines.includes(lease.interface));
  const named = [...router.addresses, ...router.dhcpServers]
    // The router refuses an address on what is no interface of it.
    .filter(({ disabled, interface: name }) => !disabled && present.includes(name))
    .map((item): [string, Dialled] => [item.interface, {}]);
  return [
    ...named,
    ...dialled.map(({ interface: name, address, gateway }): [string, Dialled] => [
      name,
      { address: address.address, peer: gateway },
    ]),
  ];
}

/** Collects them, each once: who comes first decides what is at the other end. */
class Ports {
  readonly #made = new Map<string, RouterPort>();
  readonly #items: ReadonlyMap<string, Interface>;
  readonly #carriers: ReadonlyMap<string, readonly string[]>;

  constructor(router: Router) {
    this.#items = new Map(router.interfaces.map(item => [item.name, item]));
    this.#carriers = carriersOf(router);
  }

  all(): readonly RouterPort[] {
    return [...this.#made.values()];
  }

  add(name: string, end: PortEnd, dialled: Dialled = {}): void {
    const item = this.#items.get(name);
    const kind = kindOf(item);
    if (this.#made.has(name) || !isDeviceName(name) || kind === 'loopback' || item?.disabled) return;
    const port = kind === 'bridge' ? this.#firstPort(name) : undefined;
    const common = { name, kind, mtu: mtuOf(item) };
    if (port === undefined) {
      const made = kind === 'ethernet' ? 'port' : 'stand-in';
      this.#made.set(name, { ...common, made, on: this.#carriersOf(name), end, ...dialled });
      return;
    }
    this.#made.set(name, { ...common, made: 'bridge', on: [port], end: { kind: 'nobody' } });
    this.add(port, end);
  }

  /** Puts a machine at the far end of an interface that leads to nobody. */
  addMachine(name: string): void {
    const made = this.#made.get(name);
    const port = made?.made === 'bridge' ? this.#made.get(made.on[0] ?? '') : made;
    if (port?.end.kind !== 'nobody') return;
    this.#made.set(port.name, { ...port, end: { kind: 'machine', on: name } });
  }

  /** What carries an interface, and what carries that: with the far end `end`, or nobody's where several need it. */
  addCarriers(name: string, end: PortEnd, above: readonly string[] = []): void {
    const carriers = this.#made.get(name)?.on ?? [];
    for (const carrier of carriers.filter(one => !above.includes(one))) {
      const made = this.#made.get(carrier);
      if (made?.end.kind === 'plug' && (end.kind !== 'plug' || made.end.isp !== end.isp)) {
        this.#made.set(carrier, { ...made, end: { kind: 'nobody' } });
      }
      this.add(carrier, end);
      this.addCarriers(carrier, end, [...above, name]);
    }
  }

  #carriersOf(name: string): readonly string[] {
    return (this.#carriers.get(name) ?? []).filter(carrier => carrier !== name);
  }

  /** One port is enough to carry a bridge; one that already leads elsewhere cannot. */
  #firstPort(bridge: string): string | undefined {
    return this.#carriersOf(bridge).find(port => !this.#made.has(port));
  }
}
