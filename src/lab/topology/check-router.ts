import { type Router, referencesOf } from '../../model/index.ts';
import { networkOf } from '../../net/index.ts';
import { overlap, type TopologyFault } from './check.ts';
import { knownPort } from './known-ports.ts';
import type { StatedTopology } from './schema.ts';
import type { IspTopology, Topology } from './topology.ts';

/**
 * What of a topology its configuration cannot do: ports that it has not, leases that nobody asks for, networks that it has
 * elsewhere. `stated` is what the file says.
 */
export function checkAgainstRouter(
  topology: Topology,
  stated: StatedTopology,
  router: Router,
): readonly TopologyFault[] {
  const names = interfacesOf(router);
  const known = (name: string): boolean => names.has(name);
  return [
    ...topology.isps.flatMap((isp, index) => {
      const path = ['isps', index] as const;
      if (!known(isp.interface)) return [noInterface([...path, 'interface'], isp.interface, names)];
      return [...unasked(isp, stated.isps[index]?.lease, router), ...taken(isp, topology, router)].map(
        fault => ({
          ...fault,
          path: [...path, ...fault.path],
        }),
      );
    }),
    ...(known(topology.router.lan) ? [] : [noInterface(['router', 'lan'], topology.router.lan, names)]),
  ];
}

/** Every interface that the text makes or speaks of: an export leaves out ports of which nothing is set. */
function interfacesOf(router: Router): ReadonlySet<string> {
  const spoken = referencesOf(router).of('interface');
  return new Set([...router.interfaces, ...spoken].map(({ name }) => name));
}

function noInterface(path: readonly PropertyKey[], name: string, names: ReadonlySet<string>): TopologyFault {
  return {
    path,
    message: `the configuration has no interface ${name}`,
    next: `Name one that it has: ${[...names].sort().join(', ')}.`,
  };
}

function unasked(
  { interface: port, dialled }: IspTopology,
  stated: readonly string[] | undefined,
  router: Router,
): TopologyFault[] {
  if (dialled || stated === undefined || stated.length === 0) return [];
  const kind = knownPort(router, port)?.kind;
  if (kind === 'dhcp') return [];
  const why = kind === 'static' ? `${port} has a static address` : `${port} has no DHCP client`;
  return [
    {
      path: ['lease'],
      message: `nobody asks for this lease: ${why}`,
      next: 'Write lease: [], or give the configuration an /ip dhcp-client on that port.',
    },
  ];
}

/** The ISP's network, where the router has the same on a port that leads elsewhere. */
function taken(
  { network, interface: port }: IspTopology,
  { isps }: Topology,
  router: Router,
): TopologyFault[] {
  const lines = new Set(isps.map(isp => isp.interface));
  const other = router.addresses.find(
    one => !one.disabled && !lines.has(one.interface) && overlap(network, networkOf(one.address)),
  );
  if (!other) return [];
  return [
    {
      path: ['network'],
      message: `${network} behind ${port} overlaps ${networkOf(other.address)}, which the configuration has on ${other.interface}`,
      next: 'Give the ISP another network.',
    },
  ];
}
