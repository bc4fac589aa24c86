import { readFileSync } from 'node:fs';
import { type DhcpClientHandle, startDhcpClient } from '../dhcp/index.ts';
import type { Lease } from '../health/index.ts';
import { noOrigin } from '../model/index.ts';
import { type InterfaceAddress, prefixRange, printIpv4, splitPrefix } from '../net/index.ts';
import { inNamespace, monotonicMs, type Namespace, sleep } from '../sys/index.ts';
import { onNetwork } from './build-network.ts';
import type { LabClient } from './lab.ts';
import { clientPort } from './names.ts';
import type { Topology } from './topology.ts';

/** Clients with addresses, and what keeps their leases. */
export interface Clients {
  readonly clients: readonly LabClient[];
  readonly handles: readonly DhcpClientHandle[];
}

/**
 * Gives every client its address: all at once by DHCP, or static ones. Resolves when the last one has it; rejects, with
 * everything stopped, where one has none after `timeoutMs`.
 */
export async function addressClients(
  topology: Topology,
  namespaces: readonly Namespace[],
  timeoutMs = 15_000,
): Promise<Clients> {
  const started = namespaces.map((ns, index) => addressClient(topology, ns, index));
  const handles = started.flatMap(({ handle }) => handle ?? []);
  try {
    const all = Promise.all(started.map(({ client }) => client));
    return { clients: await inTime(all, timeoutMs, topology.router.lan), handles };
  } catch (error) {
    await Promise.all(handles.map(handle => handle.stop()));
    throw error;
  }
}

function inTime<T>(work: Promise<T>, timeoutMs: number, port: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`nobody gave the clients on ${port} addresses in ${timeoutMs} ms`));
    const timer = setTimeout(late, timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Started {
  readonly client: Promise<LabClient>;
  readonly handle?: DhcpClientHandle;
}

function addressClient(topology: Topology, ns: Namespace, index: number): Started {
  const name = `c${index + 1}`;
  const toClient = (lease: Lease): LabClient => ({
    name,
    ns,
    interface: clientPort,
    address: lease.address.address,
    gateway: lease.gateway,
    dns: lease.dns,
  });
  const fixed = staticLease(topology, index);
  if (fixed) {
    use(ns, fixed, topology.congestion);
    return { client: Promise.resolve(toClient(fixed)) };
  }
  let bound = (_: LabClient): void => {};
  const client = new Promise<LabClient>(resolve => {
    bound = resolve;
  });
  let held: Lease | undefined;
  const handle = startDhcpClient(
    { origin: noOrigin, interface: clientPort, hostname: name },
    event => {
      if (event.kind !== 'bound') return;
      use(ns, event.lease, topology.congestion, held);
      held = event.lease;
      bound(toClient(event.lease));
    },
    { ns },
  );
  return { client, handle };
}

/** Addresses .101 and on, where the topology states a static LAN. */
function staticLease({ clients }: Topology, index: number): Lease | undefined {
  if (!clients.static) return undefined;
  const { network, gateway } = clients.static;
  const address = printIpv4(prefixRange(network).from + 101 + index);
  const { length } = splitPrefix(network);
  return { interface: clientPort, address: { address, length }, gateway, dns: [], leaseTime: 0 };
}

const text = ({ address, length }: InterfaceAddress): string => `${address}/${length}`;

/** The client does as its lease says; the old address goes when another one comes. */
function use(ns: Namespace, lease: Lease, congestion: string, held?: Lease): void {
  onNetwork(ns, network => {
    if (held && text(held.address) !== text(lease.address)) {
      network.removeAddress(clientPort, text(held.address));
    }
    if (!held || text(held.address) !== text(lease.address)) {
      network.addAddress(clientPort, text(lease.address));
    }
    if (lease.gateway === undefined) return;
    network.setRoute({ destination: '0.0.0.0/0', gateway: lease.gateway, interface: clientPort, congestion });
  });
}

const serverPort = '0043'; // 67, as /proc/net/udp prints it
const lookEveryMs = 5;
const looksInARow = 5;

/**
 * Waits until something in `ns` listens for DHCP clients and goes on doing so: a DISCOVER that nobody hears costs a
 * second. Gives up waiting after `timeoutMs`; the clients then ask until somebody answers.
 */
export async function dhcpServed(ns: Namespace, timeoutMs = 3000): Promise<void> {
  const sockets = () => inNamespace(ns, () => readFileSync('/proc/thread-self/net/udp', 'utf8'));
  const end = monotonicMs() + timeoutMs;
  for (let heard = 0; heard < looksInARow && monotonicMs() < end; await sleep(lookEveryMs)) {
    heard = sockets().includes(`:${serverPort} `) ? heard + 1 : 0;
  }
}
