import { queueDevice } from '../../compile/index.ts';
import {
  clientSpec,
  dnsmasqServices,
  type LeaseEvent,
  pppoeLines,
  pppoeSpec,
  readServedLeases,
  serviceRecords,
  serviceSet,
} from '../../dhcp/index.ts';
import {
  applyProgram,
  classCounts,
  closeAtOnce,
  connectionLister,
  family,
  forgetUnresolved,
  hasSeen,
  type KernelAddress,
  type KernelEvents,
  type KernelWatch,
  moveFlows,
  noteClosed,
  openGuard,
  openHost,
  openNetlink,
  ownMtu,
  ownsAddress,
  rehearse,
  undo,
  watchKernel,
} from '../../kernel/index.ts';
import { gatewayLock, markLayout, nftTable, type ProgramSysctl, pokeMark } from '../../linux/index.ts';
import { noOrigin } from '../../model/index.ts';
import { type ProbeReport, startProber } from '../../probe/index.ts';
import {
  lockNamespace,
  monotonicMs,
  type Namespace,
  namespaceIdentity,
  readSysctl,
  runAsync,
  unlessRefused,
} from '../../sys/index.ts';
import type { Saved } from '../core/index.ts';
import { clientSet } from './clients.ts';
import { foreignWatch } from './foreign.ts';
import { interfacesOf } from './interfaces.ts';
import { managerWatch } from './managers.ts';
import type { GatewayPort, PortEvent } from './port.ts';
import { kernelEvents, leaseEvent, probeEvent, serviceHooks } from './port-events.ts';
import { watchedSettings } from './settings.ts';
import { trackedOf, trafficOf } from './traffic.ts';

export interface MachineOptions {
  readonly stateDir: string;
  /** What outlives a reboot: leases that our servers gave. */
  readonly durableDir: string;
  /** Network namespace to be the gateway of; default: the one we are in. */
  readonly ns?: Namespace | undefined;
  readonly save: (saved: Saved) => void;
  readonly saveForced: (lines: readonly string[]) => void;
  readonly settleTrial: GatewayPort['settleTrial'];
}

/**
 * The port to the real machine: one network namespace with its services, which nobody else has then. Throws
 * EnvironmentError, `ALREADY_RUNNING` where another gateway has it.
 */
export function openMachinePort(options: MachineOptions): GatewayPort {
  const { stateDir, durableDir, ns, save, saveForced, settleTrial } = options;
  const lock = lockNamespace(gatewayLock, ns);
  const host = openHost({ ns, stateDir });
  const ping = pingSetting(ns);
  let hear: (event: PortEvent) => void = () => {};
  let watch: KernelWatch | undefined;
  let probing: Promise<void> | undefined;
  const records = serviceRecords(stateDir, namespaceIdentity(ns));
  const hooks = { ns, records, ...serviceHooks(event => hear(event)) };
  const servers = serviceSet(hooks);
  const clients = clientSet((event: LeaseEvent) => hear(leaseEvent(event, monotonicMs())), hooks, stateDir);
  const place = {
    stateDir,
    hasDevice: (name: string) => host.port.links().some(link => link.name === name),
  };
  const dialled = pppoeLines(event => hear(leaseEvent(event, monotonicMs())), hooks, place);
  const onReport = (report: ProbeReport): void => hear(probeEvent(report, monotonicMs()));
  const prober = startProber({ ns, mark: markLayout.probe, onReport });
  const lister = connectionLister(ns);
  const guard = openGuard(nftTable);
  const onEvents = ({ atMs, events, closed }: KernelEvents): void => {
    // What cannot be written down now is with the next change.
    if (closed !== undefined) unlessRefused(() => noteClosed(host, closed));
    const news = events.filter(event => event.kind !== 'ruleset' || !hasSeen(host, event.generation));
    if (news.some(event => event.kind === 'ruleset' && event.reduced.includes(nftTable))) closeAtOnce(host);
    if (news.some(({ kind }) => kind === 'ruleset' || kind === 'overflow')) foreign.look();
    for (const event of kernelEvents({ atMs, events: news }, host.port.number)) hear(event);
  };
  const foreign = foreignWatch(ns, drops => hear({ kind: 'foreign', atMs: monotonicMs(), drops }));
  const managers = managerWatch(
    () => host.port.links(),
    found => hear({ kind: 'managers', atMs: monotonicMs(), managers: found }),
  );
  const settings = watchedSettings(ns, reason => hear({ kind: 'drift', atMs: monotonicMs(), reason }));
  return {
    nowMs: monotonicMs,
    listen(listener) {
      hear = listener;
      watch = watchKernel(host.port.links(), onEvents, ns, guard);
      foreign.look();
    },
    interfaces() {
      const ledger = host.marksAddresses ? [] : host.ledger.now.addresses;
      const isOurs = (row: KernelAddress): boolean => ownsAddress(row, ledger);
      return interfacesOf(host.port.links(), host.port.addresses(), isOurs, link =>
        ownMtu(link, host.ledger.now),
      );
    },
    rehearse: nft => rehearse(nft, { ns: host.ns }),
    apply(program) {
      const sysctls = [...program.sysctls, ping];
      settings.set(sysctls);
      managers.set(program.up);
      guard.pause();
      try {
        return applyProgram(host, { ...program, sysctls });
      } finally {
        guard.resume(host.memory.nft?.generation);
      }
    },
    setProbes: watched => prober.set(watched),
    forget(connections) {
      for (const one of connections) host.port.deleteConnections(one);
    },
    moveFlows: flows => moveFlows(flows, { ns: host.ns, mark: pokeMark }),
    async setServices({ dhcpClients, dhcpServers, dns, pppoe = [] }) {
      const wanted = dnsmasqServices({ dhcpServers, dns }, stateDir, durableDir);
      await records.endOthers([
        ...wanted,
        ...dhcpClients.map(client => clientSpec(client, stateDir)),
        ...pppoe.map(line => pppoeSpec(line, place)),
      ]);
      await dialled.set(pppoe);
      await servers.set(wanted);
      await clients.set(dhcpClients);
      records.check();
    },
    askFor: leases => clients.askFor(leases),
    renew: name => clients.renew(name),
    askNeighbours: name => forgetUnresolved(host.port, name),
    save,
    saveForced,
    settleTrial,
    traffic: () => trafficOf(host.port),
    tracked: () => trackedOf(ns),
    measured: () => prober.measured(),
    async endServices(leave) {
      hear = () => {};
      settings.stop();
      foreign.stop();
      managers.stop();
      const services = leave
        ? [clients.leave(), servers.leave(), dialled.leave()]
        : [clients.set([]), servers.set([]), dialled.set([]), records.endOthers([])];
      // Sockets of probes take the kernel its time, which nothing else has to wait for.
      probing = prober.close();
      await Promise.all([watch?.close(), ...services]);
    },
    undo: () => undo(host),
    routes: () => host.port.routes(),
    links: () => host.port.links(),
    addresses: () => (['ipv4', 'ipv6'] as const).flatMap(family => host.port.addresses(family)),
    connectionPage: query => lister.ask(query),
    accounts: () => readSysctl('net.netfilter.nf_conntrack_acct', ns) === '1',
    queueCounts: () => queueCounts(ns),
    servedLeases: name => readServedLeases(durableDir, name),
    nftListing: async () => (await runAsync(['nft', '-j', 'list', 'table', 'inet', nftTable], { ns })).stdout,
    async close() {
      await Promise.all([probing, lister.close()]);
      host.close();
      lock.release();
    },
  };
}

/** By a socket of its own, as few ask for it. */
function queueCounts(ns: Namespace | undefined): ReturnType<GatewayPort['queueCounts']> {
  const socket = openNetlink(family.ROUTE, ns);
  try {
    return classCounts(socket, queueDevice);
  } finally {
    socket.close();
  }
}

/** Probes are ICMP datagram sockets, which a new namespace forbids (icmp(7)); a range that allows us stays as it is. */
function pingSetting(ns: Namespace | undefined): ProgramSysctl {
  const key = 'net.ipv4.ping_group_range';
  const group = process.getegid?.() ?? 0;
  const now = readSysctl(key, ns) ?? '';
  const [low = 1, high = 0] = now.split(' ').map(Number);
  return { key, value: low <= group && group <= high ? now : `${group} ${group}`, origin: noOrigin };
}
