import { disableOffloads, runAsync } from '../../sys/index.ts';
import { isPointToPoint } from '../topology/interface-kind.ts';
import type { RouterPort, Topology } from '../topology/topology.ts';
import { ispPorts, plugName } from './names.ts';
import type { LabNamespaces } from './namespaces.ts';
import { type LabNetwork, macOf, onNetwork } from './network.ts';

// The two ends of a veth must not have the same ifindex: the kernel then reports a lost carrier only with its next
// non-urgent round, up to a second later (docs/lab-notes.md#carrier-events). Every router port gets its own far range.
const first = { isp: 100, lan: 190, other: 1000 } as const;
const far = { isp: 200, lan: 300, other: 2000 } as const;

/** The port of a machine at the far end of the router's `place`-th interface. */
export const machinePort = (place: number) =>
  ({ interface: plugName(place), mac: macOf(far.other + place) }) as const;

/** Where a router's interface leads to. */
interface FarEnd {
  readonly name: string;
  readonly index: number;
  readonly ns: LabNamespaces['router'];
}

/** Makes the router's interfaces and plugs them in: into the ISPs' routers, into the switch, or into nothing. */
export async function plugRouter(topology: Topology, namespaces: LabNamespaces): Promise<void> {
  const { ports } = topology.router;
  const cables = ports.flatMap((port, index) =>
    port.made === 'bridge' ? [] : [{ port, ...ends(topology, namespaces, port, index) }],
  );
  onNetwork(namespaces.router, network => {
    for (const { port, index, peer } of cables) {
      const sameMac = isPointToPoint(port.kind);
      network.addVeth({ name: port.name, index, mtu: port.mtu, sameMac, peer });
    }
    for (const port of ports) if (port.made === 'bridge') makeBridge(network, port);
    for (const { name, address, peer } of ports) {
      if (address !== undefined) network.addAddress(name, `${address}/32`, peer);
    }
    network.setUp('lo');
  });
  onNetwork(namespaces.switch, network => {
    for (const { port, peer } of cables) if (port.end.kind === 'nobody') network.setUp(peer.name);
  });
  for (const { port, peer } of cables) {
    if (port.end.kind !== 'machine') continue;
    disableOffloads(peer.name, peer.ns);
    onNetwork(peer.ns, network => network.setUp('lo', peer.name));
  }
  const lines = cables.filter(({ port }) => isPointToPoint(port.kind));
  await Promise.all(
    lines.flatMap(({ port, peer }) => [
      withoutArp(port.name, namespaces.router),
      withoutArp(peer.name, peer.ns),
    ]),
  );
}

function makeBridge(network: LabNetwork, { name, on }: RouterPort): void {
  network.addBridge(name);
  for (const port of on) network.setMaster(port, name);
}

const withoutArp = (name: string, ns: LabNamespaces['router']): Promise<unknown> =>
  runAsync(['ip', 'link', 'set', 'dev', name, 'arp', 'off'], { ns });

function ends(
  { isps }: Topology,
  namespaces: LabNamespaces,
  { end }: RouterPort,
  place: number,
): { readonly index: number; readonly peer: FarEnd } {
  const other = { name: plugName(place), index: far.other + place };
  switch (end.kind) {
    case 'lan':
      return { index: first.lan, peer: { name: 'p0', index: far.lan, ns: namespaces.switch } };
    case 'nobody':
      return { index: first.other + place, peer: { ...other, ns: namespaces.switch } };
    case 'machine':
      return { index: first.other + place, peer: { ...other, ns: machineOn(namespaces, end.on) } };
    case 'isp': {
      const index = isps.findIndex(({ name }) => name === end.isp);
      const peer = { name: ispPorts.lan, index: far.isp + index, ns: routerOf(namespaces, end.isp) };
      return { index: first.isp + index, peer };
    }
    case 'plug':
      return { index: first.other + place, peer: { ...other, ns: routerOf(namespaces, end.isp) } };
  }
}

function machineOn({ machines }: LabNamespaces, name: string): LabNamespaces['router'] {
  const ns = machines[name];
  if (!ns) throw new RangeError(`no machine on ${name}`);
  return ns;
}

function routerOf({ isps }: LabNamespaces, name: string): LabNamespaces['router'] {
  const ns = isps[name];
  if (!ns) throw new RangeError(`no ISP ${name}`);
  return ns;
}
