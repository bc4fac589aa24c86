import {
  type ApplyProblem,
  applyProgram,
  type Connection,
  type KernelAddress,
  type KernelEvent,
  type KernelRoute,
  type KernelWatch,
  type Link,
  openHost,
  undo,
  watchKernel,
} from '../kernel/index.ts';
import { nftTable, type Program, type ProgramSysctl, routeProtocol } from '../linux/index.ts';
import { assertNever, noOrigin } from '../model/index.ts';
import { type Namespace, readSysctl, run } from '../sys/index.ts';

/** What one apply did and what the machine refused. */
export interface Applied {
  readonly changes: readonly string[];
  readonly problems: readonly ApplyProblem[];
}

/** The kernel as the loop sees it. */
export interface Machine {
  links(): readonly Link[];
  addresses(): readonly KernelAddress[];
  routes(): readonly KernelRoute[];
  connections(): readonly Connection[];
  /** Our nft table as JSON, with counters. */
  nftListing(): string;
  /** Changes only what differs. */
  apply(program: Program): Applied;
  /** Takes back everything that is ours. */
  undo(): Applied;
  /** Hears of links and addresses that change, by anybody; returns the end of that. */
  watch(hear: (reason: string) => void): KernelWatch;
  close(): void;
}

export function openMachine(stateDir: string, ns: Namespace | undefined): Machine {
  const host = openHost({ ns, stateDir });
  const ping = pingSetting(ns);
  return {
    links: () => host.port.links(),
    addresses: () => host.port.addresses(),
    routes: () => host.port.routes(),
    connections: () => host.port.connections(),
    nftListing: () => run(['nft', '-j', 'list', 'table', 'inet', nftTable], { ns }).stdout,
    apply: program => applyProgram(host, { ...program, sysctls: [...program.sysctls, ping] }),
    undo: () => undo(host),
    watch: hear =>
      watchKernel(
        host.port.links(),
        ({ events }) => {
          for (const event of events) hearOf(event, hear);
        },
        ns,
      ),
    close: () => host.close(),
  };
}

/** Probes are ICMP datagram sockets, which a new namespace forbids (icmp(7)); a range that allows us stays as it is. */
function pingSetting(ns: Namespace | undefined): ProgramSysctl {
  const key = 'net.ipv4.ping_group_range';
  const group = process.getegid?.() ?? 0;
  const now = readSysctl(key, ns) ?? '';
  const [low = 1, high = 0] = now.split(' ').map(Number);
  return { key, value: low <= group && group <= high ? now : `${group} ${group}`, origin: noOrigin };
}

function hearOf(event: KernelEvent, hear: (reason: string) => void): void {
  const reason = reasonOf(event);
  if (reason !== undefined) hear(reason);
}

/** Why the loop should look again; undefined for what cannot concern it. Lost routes of ours are put back. */
function reasonOf(event: KernelEvent): string | undefined {
  switch (event.kind) {
    case 'link':
      return event.deleted ? `${event.link.name} is gone` : `${event.link.name} ${stateOf(event.link)}`;
    case 'address':
      return `address of ${event.address.interface}`;
    case 'route':
      return event.deleted && event.route.protocol === routeProtocol ? 'a route went' : undefined;
    case 'overflow':
      return 'many changes at once';
    default:
      return assertNever(event);
  }
}

const stateOf = ({ up, running }: Link): string => {
  if (running) return 'is running';
  return up ? 'has no carrier' : 'is off';
};
