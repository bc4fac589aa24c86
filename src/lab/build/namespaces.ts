import {
  allowPing,
  createNamespace,
  deleteNamespace,
  inNamespace,
  killProcessesIn,
  type Namespace,
  writeSysctl,
} from '../../sys/index.ts';
import type { Topology } from '../topology/topology.ts';
import { machinesOf } from './names.ts';

/** The namespaces of a lab by role; the handles are closed, and the names forgotten, by `delete`. */
export interface LabNamespaces {
  readonly internet: Namespace;
  /** By the ISPs' names. */
  readonly isps: Readonly<Record<string, Namespace>>;
  readonly switch: Namespace;
  readonly router: Namespace;
  /** The machine on each further network, by the router's interface. */
  readonly machines: Readonly<Record<string, Namespace>>;
  /** c1 … cN in order. */
  readonly clients: readonly Namespace[];
  /** Holds the VXLAN underlay of all cables: the devices are moved out of it, their packets stay in it. */
  readonly wire: Namespace;
  /** Where the relay's sockets live: VXLAN binds its ports on every address of its own namespace. */
  readonly relay: Namespace;
  delete(): void;
}

/** Makes all namespaces, each with quiet, pinned settings. `prefix` keeps labs of one machine apart. */
export function makeNamespaces(topology: Topology, prefix: string): LabNamespaces {
  const made: Namespace[] = [];
  const remove = () => {
    // A gateway that was killed leaves services behind: dnsmasq has given up root, and with it the signal that tells it
    // of its parent's death (prctl(2), PR_SET_PDEATHSIG).
    killProcessesIn(made);
    for (const ns of made) {
      deleteNamespace(ns.name);
      ns.close();
    }
  };
  const make = (name: string, forwards = false): Namespace => {
    const ns = createNamespace(`${prefix}${name}`);
    made.push(ns);
    settle(ns, forwards);
    return ns;
  };
  try {
    const router = make('router');
    return {
      router,
      internet: make('internet'),
      isps: Object.fromEntries(topology.isps.map(({ name }) => [name, make(name, true)])),
      switch: make('switch'),
      machines: Object.fromEntries(machinesOf(topology).map((on, index) => [on, make(`m${index + 1}`)])),
      clients: Array.from({ length: topology.clients.count }, (_, index) => make(`c${index + 1}`)),
      wire: make('wire'),
      relay: make('relay'),
      delete: remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

// Without IPv6 no neighbour discovery disturbs counters (docs/lab-notes.md#icmp-errors-and-neighbour-discovery); ICMP
// errors are not rationed; what one connection learned about a path must not speed up the next (tcp_no_metrics_save).
// rp_filter differs between distributions.
const settings: readonly (readonly [string, string])[] = [
  ['net.ipv6.conf.all.disable_ipv6', '1'],
  ['net.ipv6.conf.default.disable_ipv6', '1'],
  ['net.ipv4.icmp_ratelimit', '0'],
  ['net.ipv4.tcp_no_metrics_save', '1'],
  ['net.ipv4.conf.all.rp_filter', '0'],
  ['net.ipv4.conf.default.rp_filter', '0'],
];

function settle(ns: Namespace, forwards: boolean): void {
  inNamespace(ns, () => {
    for (const [key, value] of settings) writeSysctl(key, value);
    if (forwards) writeSysctl('net.ipv4.ip_forward', '1');
    allowPing();
  });
}
