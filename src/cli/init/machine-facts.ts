import type { DefaultRouteFacts, MachineFacts, PortFacts } from '../../intent/index.ts';
import type { KernelAddress, KernelPort, KernelRoute, Link } from '../../kernel/index.ts';
import { isDefault } from '../../net/index.ts';

/** The table that a kernel asks last but one (rt_tables(5)). */
const main = 254;

/** What a kernel shows of its ports. Nothing is changed. */
export function machineFacts(port: Pick<KernelPort, 'links' | 'addresses' | 'routes'>): MachineFacts {
  const [links, addresses] = [port.links(), port.addresses()];
  return {
    ports: links.map(link => factsOf(link, links, addresses)),
    defaults: port.routes().flatMap(defaultsOf),
  };
}

function factsOf(link: Link, links: readonly Link[], addresses: readonly KernelAddress[]): PortFacts {
  const own = addresses.filter(one => one.interface === link.name);
  return {
    name: link.name,
    kind: link.kind,
    running: link.running,
    master: links.find(({ index }) => index === link.master)?.name,
    addresses: own.map(({ address: { address, length } }) => `${address}/${length}`),
  };
}

function defaultsOf({
  table,
  destination,
  type,
  nextHops,
  metric,
  protocol,
}: KernelRoute): DefaultRouteFacts[] {
  if (table !== main || type !== 'unicast' || !isDefault(destination)) return [];
  return nextHops.map(hop => ({ interface: hop.interface, gateway: hop.address, metric, protocol }));
}
