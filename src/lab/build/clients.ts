import { defaultPrefix, type Ipv4Interface, prefixRange, printIpv4, splitPrefix } from '../../net/index.ts';
import type { Lease } from '../../rib/index.ts';
import type { Namespace } from '../../sys/index.ts';
import type { Topology } from '../topology/topology.ts';
import { keepLease } from './dhcp/client.ts';
import type { LabClient } from './lab.ts';
import { clientMac } from './lan.ts';
import { clientPort } from './names.ts';
import { onNetwork } from './network.ts';

/** Clients with addresses. */
export interface Clients {
  readonly clients: readonly LabClient[];
  /** Ends what keeps their leases. */
  stop(): void;
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
  const stop = () => {
    for (const { end } of started) end();
  };
  try {
    const all = Promise.all(started.map(({ client }) => client));
    return { clients: await inTime(all, timeoutMs, topology.router.lan), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function inTime<T>(work: Promise<T>, timeoutMs: number, port: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () =>
      reject(
        new Error(
          `no DHCP lease for the clients on ${port} after ${timeoutMs} ms: the configuration needs a DHCP server there, or give clients.network and clients.gateway in topology.yaml`,
        ),
      );
    const timer = setTimeout(late, timeoutMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

interface Started {
  readonly client: Promise<LabClient>;
  end(): void;
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
    return { client: Promise.resolve(toClient(fixed)), end() {} };
  }
  let held: Lease | undefined;
  let end = (): void => {};
  const client = new Promise<LabClient>(resolve => {
    end = keepLease({ ns, interface: clientPort, mac: clientMac(index), hostname: name }, lease => {
      use(ns, lease, topology.congestion, held);
      held = lease;
      resolve(toClient(lease));
    });
  });
  return { client, end };
}

/** Addresses .101 and on, where the topology states a static LAN. */
function staticLease({ clients }: Topology, index: number): Lease | undefined {
  if (!clients.static) return undefined;
  const { network, gateway } = clients.static;
  const address = printIpv4(prefixRange(network).from + 101 + index);
  const { length } = splitPrefix(network);
  return { interface: clientPort, address: { address, length }, gateway, dns: [], leaseTime: 0 };
}

const text = ({ address, length }: Ipv4Interface): string => `${address}/${length}`;

/** Configures the client as its lease says; the old address goes when another one comes. */
function use(ns: Namespace, lease: Lease, congestion: string, held?: Lease): void {
  onNetwork(ns, network => {
    const moved = !held || text(held.address) !== text(lease.address);
    if (held && moved) network.removeAddress(clientPort, text(held.address));
    if (moved) network.addAddress(clientPort, text(lease.address));
    if (lease.gateway === undefined) return;
    network.setRoute({
      destination: defaultPrefix('ipv4'),
      gateway: lease.gateway,
      interface: clientPort,
      congestion,
    });
  });
}
