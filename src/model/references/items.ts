import type { DhcpClient, DhcpLease, DhcpServer } from '../items/dhcp.ts';
import type { BridgePort, Interface, InterfaceList } from '../items/interface.ts';
import type { QueueTarget, QueueTree, SimpleQueue } from '../items/queue.ts';
import type { Route, RoutingRule } from '../items/route.ts';
import type { Vrf } from '../items/vrf.ts';
import { type Mention, mentionsBy, statedOne } from './mention.ts';

/** An interface by its name and its factory name; what carries it and what it bundles. */
export function interfaceMentions(item: Interface): readonly Mention[] {
  const { defines, uses } = mentionsBy(item);
  const { defaultName } = item;
  return [
    ...defines('interface', 'name', item.name),
    ...defines('interface', 'default-name', defaultName === item.name ? undefined : defaultName),
    ...(item.kind === 'bridge' ? defines('bridge', 'name', item.name) : []),
    ...uses('interface', 'interface', item.parent),
    ...uses('interface', 'slaves', item.ports),
  ];
}

export function bridgePortMentions(item: BridgePort): readonly Mention[] {
  const { uses } = mentionsBy(item);
  return [...uses('bridge', 'bridge', item.bridge), ...uses('interface', 'interface', item.interface)];
}

export function interfaceListMentions(item: InterfaceList): readonly Mention[] {
  const { defines, uses } = mentionsBy(item);
  return [
    ...defines('interface-list', 'name', item.name),
    ...uses('interface-list', 'include', item.include),
    ...uses('interface-list', 'exclude', item.exclude),
  ];
}

export function dhcpClientMentions(item: DhcpClient): readonly Mention[] {
  const { uses } = mentionsBy(item);
  const tables = item.defaultRouteTables.map(({ table }) => table);
  return [
    ...uses('interface', 'interface', item.interface),
    ...uses('routing-table', 'default-route-tables', tables),
  ];
}

export function dhcpServerMentions(item: DhcpServer): readonly Mention[] {
  const { defines, uses } = mentionsBy(item);
  return [
    ...defines('dhcp-server', 'name', item.name),
    ...uses('interface', 'interface', item.interface),
    ...uses('pool', 'address-pool', item.addressPool),
    ...addressLists(item),
  ];
}

export function dhcpLeaseMentions(item: DhcpLease): readonly Mention[] {
  const { uses } = mentionsBy(item);
  return [
    ...uses('dhcp-server', 'server', item.server),
    ...uses('queue-type', 'queue-type', item.properties['queue-type']),
    ...addressLists(item),
  ];
}

/** A lease puts its address into these lists. */
function addressLists(item: DhcpLease | DhcpServer): readonly Mention[] {
  const lists = item.properties['address-lists']?.split(',');
  return mentionsBy(item).defines('address-list', 'address-lists', lists, 'ipv4');
}

export function routeMentions(item: Route): readonly Mention[] {
  const { uses } = mentionsBy(item);
  return [
    ...uses('routing-table', statedOne(item, 'routing-table', 'routing-mark'), item.table),
    ...item.gateways.flatMap(gateway => [
      ...uses('interface', 'gateway', gateway.interface),
      ...uses('routing-table', 'gateway', gateway.table),
    ]),
  ];
}

export function vrfMentions(item: Vrf): readonly Mention[] {
  const { defines, uses } = mentionsBy(item);
  return [
    ...defines('routing-table', statedOne(item, 'name', 'routing-mark'), item.table),
    ...uses('interface', 'interfaces', item.interfaces),
  ];
}

export function routingRuleMentions(item: RoutingRule): readonly Mention[] {
  const { uses } = mentionsBy(item);
  return [
    ...uses('routing-table', 'table', item.table),
    ...uses('routing-mark', 'routing-mark', item.routingMark),
    ...uses('interface', 'interface', item.interface),
  ];
}

export function simpleQueueMentions(item: SimpleQueue): readonly Mention[] {
  const { defines, uses } = mentionsBy(item);
  const named = (target: QueueTarget) => (target.kind === 'interface' ? target.interface : undefined);
  return [
    ...defines('simple-queue', 'name', item.name),
    ...uses('simple-queue', 'parent', item.parent),
    ...uses('interface', 'target', item.target.map(named)),
    ...uses('interface', 'dst', item.dst && named(item.dst)),
    ...uses('packet-mark', 'packet-marks', item.packetMarks),
    ...uses('queue-type', 'queue', [...new Set([item.queue.upload, item.queue.download])]),
  ];
}

/** The parent of a queue of the tree is another, an interface, or `global`. */
export function queueTreeMentions(item: QueueTree, interfaces: ReadonlySet<string>): readonly Mention[] {
  const { defines, uses } = mentionsBy(item);
  return [
    ...defines('queue-tree', 'name', item.name),
    ...uses(interfaces.has(item.parent) ? 'interface' : 'queue-tree', 'parent', item.parent),
    ...uses('packet-mark', 'packet-mark', item.packetMarks),
    ...uses('queue-type', 'queue', item.queue),
  ];
}
