import { contentOf, type Item, type Origin, type Router } from '../model/index.ts';
import { compareSequences } from './sequence.ts';

/** One difference between two configurations. Closed union by `kind`. */
export type Change =
  | { readonly kind: 'added'; readonly menu: string; readonly item: Item; readonly position: number }
  | { readonly kind: 'removed'; readonly menu: string; readonly item: Item; readonly position: number }
  /** The same item stands at another place among its neighbours: order decides in firewalls and rules. */
  | {
      readonly kind: 'moved';
      readonly menu: string;
      readonly item: Item;
      readonly from: number;
      readonly to: number;
    }
  /** A single-valued setting. */
  | {
      readonly kind: 'set';
      readonly menu: string;
      readonly property: string;
      readonly before: string;
      readonly after: string;
    };

/** Lists of a Router by menu. Order counts only where RouterOS evaluates in order. */
const menus: readonly (readonly [
  menu: string,
  ordered: boolean,
  items: (router: Router) => readonly Item[],
])[] = [
  ['/interface', false, r => r.interfaces],
  ['/interface bridge port', false, r => r.bridgePorts],
  ['/interface list', false, r => r.interfaceLists],
  ['/interface list member', false, r => r.interfaceListMembers],
  ['/ip address', false, r => r.addresses],
  ['/ip pool', false, r => r.pools],
  ['/ip dhcp-client', false, r => r.dhcpClients],
  ['/ip dhcp-server', false, r => r.dhcpServers],
  ['/ip dhcp-server network', false, r => r.dhcpNetworks],
  ['/ip dhcp-server lease', false, r => r.dhcpLeases],
  ['/ip dns static', false, r => r.dnsStatic],
  ['/ip firewall address-list', false, r => r.addressLists.filter(one => one.family === 'ipv4')],
  ['/ip firewall raw', true, r => r.firewall.ipv4.raw],
  ['/ip firewall mangle', true, r => r.firewall.ipv4.mangle],
  ['/ip firewall nat', true, r => r.firewall.ipv4.nat],
  ['/ip firewall filter', true, r => r.firewall.ipv4.filter],
  ['/ipv6 firewall address-list', false, r => r.addressLists.filter(one => one.family === 'ipv6')],
  ['/ipv6 firewall raw', true, r => r.firewall.ipv6.raw],
  ['/ipv6 firewall mangle', true, r => r.firewall.ipv6.mangle],
  ['/ipv6 firewall nat', true, r => r.firewall.ipv6.nat],
  ['/ipv6 firewall filter', true, r => r.firewall.ipv6.filter],
  ['/routing table', false, r => r.routingTables],
  ['/ip vrf', false, r => r.vrfs],
  ['/routing rule', true, r => r.routingRules],
  ['/ip route', false, r => r.routes],
  ['/queue simple', true, r => r.simpleQueues],
  ['/queue tree', false, r => r.queueTrees],
  ['/queue type', false, r => r.queueTypes],
  ['/tool netwatch', false, r => r.netwatch],
];

/** All differences, menu by menu. Comments count; where a statement stands in its file does not. */
export function changesBetween(before: Router, after: Router): Change[] {
  return [
    ...menus.flatMap(([menu, ordered, items]) => listChanges(menu, ordered, items(before), items(after))),
    ...settingChanges('/ip dns', before.dns, after.dns),
    ...settingChanges(
      '/system identity',
      { name: before.settings.identity },
      { name: after.settings.identity },
    ),
    ...settingChanges(
      '/ip firewall connection tracking',
      before.settings.connectionTracking,
      after.settings.connectionTracking,
    ),
    ...settingChanges('/ip settings', before.settings.ip, after.settings.ip),
    ...settingChanges('/routing settings', before.settings.routing, after.settings.routing),
  ];
}

function listChanges(
  menu: string,
  ordered: boolean,
  before: readonly Item[],
  after: readonly Item[],
): Change[] {
  const [old, now] = [before.map(contentOf), after.map(contentOf)];
  const edits = compareSequences(old, now);
  const removed = edits.flatMap(edit => (edit.kind === 'removed' ? [edit.from] : []));
  const changes: Change[] = [];
  for (const edit of edits) {
    if (edit.kind !== 'added') continue;
    const item = after[edit.to];
    const same = removed.findIndex(from => old[from] === now[edit.to]);
    if (!item) continue;
    if (same < 0) {
      changes.push({ kind: 'added', menu, item, position: edit.to });
      continue;
    }
    const [from = 0] = removed.splice(same, 1);
    if (ordered) changes.push({ kind: 'moved', menu, item, from, to: edit.to });
  }
  const gone = removed.flatMap(position => {
    const item = before[position];
    return item ? [{ kind: 'removed', menu, item, position } as const] : [];
  });
  return [...gone, ...changes];
}

function settingChanges<T extends object>(menu: string, before: T, after: T): Change[] {
  const [old, now] = [flatten(before), flatten(after)];
  const properties = [...new Set([...old.keys(), ...now.keys()])];
  return properties.flatMap(property => {
    const [was = '', is = ''] = [old.get(property), now.get(property)];
    return was === is ? [] : [{ kind: 'set', menu, property, before: was, after: is } as const];
  });
}

function flatten(value: object): Map<string, string> {
  const entries = Object.entries(value).flatMap(([key, part]) =>
    key === 'properties' ? Object.entries(part as object) : [[key, part] as const],
  );
  return new Map(entries.map(([key, part]) => [key, String(part)]));
}

/** Where a change is stated. */
export function originOf(change: Change): Origin | undefined {
  return change.kind === 'set' ? undefined : change.item.origin;
}
