import type { Service } from '../../dhcp/index.ts';
import type { Pace } from '../../gateway/index.ts';
import type { KernelPort } from '../../kernel/index.ts';
import type { Ipv4 } from '../../net/index.ts';
import { monotonicMs, type Namespace } from '../../sys/index.ts';
import { inject } from '../faults/index.ts';
import type { RouterProcess } from '../router/process.ts';
import type { IspTopology, Topology } from '../topology/topology.ts';
import type { Cables } from './cables.ts';
import type { Clients } from './clients.ts';
import type { DownList } from './down-list.ts';
import { limit, serveLeases } from './isp.ts';
import type { InterfaceCounters, Lab, LabIsp, LabMachine, LabTimings } from './lab.ts';
import { cablePort, ispPorts, plugsOf, serverAddresses } from './names.ts';
import type { LabNamespaces } from './namespaces.ts';
import { onNetwork } from './network.ts';
import { machinePort } from './router.ts';

/** The DHCP server of an ISP's router, which a fault may replace. */
export interface LeaseServer {
  readonly folder: string;
  service: Service | undefined;
}

/** Everything that the builder made. */
export interface LabParts {
  readonly topology: Topology;
  readonly namespaces: LabNamespaces;
  readonly cables: Cables;
  readonly servers: Readonly<Record<string, LeaseServer>>;
  readonly router: RouterProcess;
  readonly clients: Clients;
  readonly timings: LabTimings;
  readonly pace: Pace;
  /** Of the router's namespace, and of the Internet's. */
  readonly kernel: KernelPort;
  readonly internetKernel: KernelPort;
  readonly down: DownList;
}

/** The lab as its users see it. */
export function assembleLab(parts: LabParts): Lab {
  const { topology, namespaces, router, clients, timings, pace, down } = parts;
  const isps = topology.isps.flatMap((isp, index) => {
    const ns = namespaces.isps[isp.name];
    return ns ? [labIsp(parts, index, ns)] : [];
  });
  const ispNamed = (name: string): LabIsp => {
    const found = isps.find(isp => isp.name === name);
    if (!found) throw new RangeError(`no ISP ${name}: ${isps.map(isp => isp.name).join(', ')}`);
    return found;
  };
  const servers = serverAddresses(topology.internet.servers);
  return {
    topology,
    clients: clients.clients,
    machines: machines(topology, namespaces),
    internet: { ns: namespaces.internet, servers, hosts: topology.internet.hosts },
    isps,
    router,
    timings,
    pace,
    isp: ispNamed,
    counters: () => readCounters(parts.kernel, router.interfaces),
    arrived: () => arrived(parts, isps),
    async fault(kind, name, options = {}) {
      const isp = ispNamed(name);
      return inject(kind, { isp, serveGateway: gateway => serveAgain(parts, isp, gateway) }, options);
    },
    down: () => down.run(),
  };
}

function machines({ router: { ports } }: Topology, namespaces: LabNamespaces): readonly LabMachine[] {
  return ports.flatMap(({ end }, place) => {
    const ns = end.kind === 'machine' ? namespaces.machines[end.on] : undefined;
    return ns && end.kind === 'machine' ? [{ on: end.on, ns, ...machinePort(place) }] : [];
  });
}

function labIsp({ topology, cables, namespaces }: LabParts, cable: number, ns: Namespace): LabIsp {
  const isp = topology.isps[cable];
  if (!isp) throw new RangeError(`no ISP ${cable}`);
  return {
    name: isp.name,
    topology: isp,
    ns,
    ports: ispPorts,
    plugs: plugsOf(topology, isp.name),
    line: lineOf(isp, namespaces.router),
    internetPort: cablePort(isp.name),
    cable: {
      settings: () => cables.table.settings(cable),
      change: change => cables.table.change(cable, change),
      counts: () => cables.table.counts(cable),
    },
    limit: limits => onNetwork(ns, network => limit(network, limits)),
  };
}

function arrived({ internetKernel }: LabParts, isps: readonly LabIsp[]) {
  const ports = readCounters(
    internetKernel,
    isps.map(({ internetPort }) => internetPort),
  );
  return Object.fromEntries(
    isps.flatMap(({ name, internetPort }) => {
      const counters = ports[internetPort];
      return counters ? [[name, counters]] : [];
    }),
  );
}

function lineOf({ interface: name, dialled, lease, gateway }: IspTopology, ns: Namespace): LabIsp['line'] {
  const [address] = lease;
  return dialled && address !== undefined ? { ns, interface: name, address, peer: gateway } : undefined;
}

async function serveAgain({ servers }: LabParts, isp: LabIsp, gateway: Ipv4): Promise<void> {
  const server = servers[isp.name];
  if (!server) return;
  await server.service?.stop();
  server.service = serveLeases(isp.ns, isp.topology, gateway, server.folder);
}

/** Counters of the named interfaces of a kernel, by name. */
function readCounters(
  kernel: KernelPort,
  names: readonly string[],
): Readonly<Record<string, InterfaceCounters>> {
  const links = kernel.links().filter(({ name }) => names.includes(name));
  const atMs = monotonicMs();
  return Object.fromEntries(
    links.map(({ name, mtu, running, counters: { rxBytes, rxPackets, txBytes, txPackets } }) => [
      name,
      { atMs, mtu, running, rxBytes, rxPackets, txBytes, txPackets },
    ]),
  );
}
