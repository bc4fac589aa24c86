/**
 * What a name in a RouterOS text names. Coarser than `Referred`: a bridge is an interface, and the name of a routing mark
 * is that of the table that it leads to.
 */
export type NameKind =
  | 'address-list'
  | 'chain'
  | 'connection-mark'
  | 'dhcp-server'
  | 'interface'
  | 'interface-list'
  | 'packet-mark'
  | 'pool'
  | 'queue'
  | 'queue-type'
  | 'script'
  | 'table';

/** How a property's value names something. */
export interface Naming {
  readonly kind: NameKind;
  /** The names are made here: a menu's own `name`, a mark that is set, an entry of a list. */
  readonly defines?: boolean;
  /** Where in a piece between commas the name stands, as the first group; undefined: all of it but a `!`. */
  readonly within?: RegExp;
}

const uses = (kind: NameKind, within?: RegExp): Naming => (within ? { kind, within } : { kind });
const defines = (kind: NameKind): Naming => ({ kind, defines: true });

/** Not an address, a range or a network: those name nothing. */
const noAddress = /^!?((?![\d.:/-]+$)(?![^%]*:[^%]*:)[^/]+)$/;
const scriptName = /^([\w.-]+)$/;
const inGateway = [
  uses('interface', /%([^@]+)/),
  uses('interface', /^((?![\d.]+$)[^%@:]+)$/),
  uses('table', /@(.+)$/),
];

/** Properties that mean the same in every menu that has them. */
const everywhere: Readonly<Record<string, readonly Naming[]>> = {
  'in-interface': [uses('interface')],
  'out-interface': [uses('interface')],
  'in-bridge-port': [uses('interface')],
  'out-bridge-port': [uses('interface')],
  interface: [uses('interface')],
  interfaces: [uses('interface')],
  bridge: [uses('interface')],
  slaves: [uses('interface')],
  tagged: [uses('interface')],
  untagged: [uses('interface')],
  'default-name': [defines('interface')],
  'in-interface-list': [uses('interface-list')],
  'out-interface-list': [uses('interface-list')],
  'in-bridge-port-list': [uses('interface-list')],
  'out-bridge-port-list': [uses('interface-list')],
  'interface-list': [uses('interface-list')],
  'discover-interface-list': [uses('interface-list')],
  'allowed-interface-list': [uses('interface-list')],
  'src-address-list': [uses('address-list')],
  'dst-address-list': [uses('address-list')],
  'address-list': [defines('address-list')],
  'address-lists': [defines('address-list')],
  'connection-mark': [uses('connection-mark')],
  'new-connection-mark': [defines('connection-mark')],
  'packet-mark': [uses('packet-mark')],
  'packet-marks': [uses('packet-mark')],
  'new-packet-mark': [defines('packet-mark')],
  'routing-mark': [uses('table')],
  'routing-table': [uses('table')],
  'new-routing-mark': [uses('table')],
  'default-route-tables': [uses('table', /^([^:]+)/)],
  'address-pool': [uses('pool')],
  'next-pool': [uses('pool')],
  'queue-type': [uses('queue-type')],
};

/** Properties that mean something else elsewhere, by menu. */
const inMenu: Readonly<Record<string, Readonly<Record<string, readonly Naming[]>>>> = {
  '/interface list': {
    name: [defines('interface-list')],
    include: [uses('interface-list')],
    exclude: [uses('interface-list')],
  },
  '/interface list member': { list: [uses('interface-list')] },
  '/ip address': { network: [] },
  '/ip firewall address-list': { list: [defines('address-list')] },
  '/ipv6 firewall address-list': { list: [defines('address-list')] },
  '/ip route': { gateway: inGateway },
  '/ip route rule': { table: [uses('table')] },
  '/routing rule': { table: [uses('table')] },
  '/routing table': { name: [defines('table')] },
  '/ip vrf': { name: [defines('table')] },
  '/ip route vrf': { 'routing-mark': [defines('table')] },
  '/ip pool': { name: [defines('pool')] },
  '/ip dhcp-server': { name: [defines('dhcp-server')] },
  '/ip dhcp-server lease': { server: [uses('dhcp-server')] },
  '/queue type': { name: [defines('queue-type')] },
  '/queue simple': {
    name: [defines('queue')],
    parent: [uses('queue')],
    target: [uses('interface', noAddress)],
    dst: [uses('interface', noAddress)],
    queue: [uses('queue-type', /^([^/]+)/), uses('queue-type', /\/(.+)$/)],
  },
  // Its parent is another queue or an interface.
  '/queue tree': {
    name: [defines('queue')],
    parent: [uses('queue'), uses('interface')],
    queue: [uses('queue-type')],
  },
  '/ppp profile': {
    'local-address': [uses('pool', noAddress)],
    'remote-address': [uses('pool', noAddress)],
    'on-up': [uses('script', scriptName)],
    'on-down': [uses('script', scriptName)],
  },
  '/ppp secret': {
    'local-address': [uses('pool', noAddress)],
    'remote-address': [uses('pool', noAddress)],
  },
  '/system script': { name: [defines('script')] },
  '/system scheduler': { 'on-event': [uses('script', scriptName)] },
};

/** Menus below /interface whose items are no interfaces. */
const noInterfaces = /^\/interface (?:list|\S+ (?!server$)\S+|wifi \S+|.* (?:settings|profile|peers)\b)/;
const firewall = /^\/(ip|ipv6) firewall (?:filter|nat|mangle|raw)$/;

/** What a property of a menu names; none where it names nothing that is followed here. */
export function namingsOf(menu: string, property: string): readonly Naming[] {
  const own = inMenu[menu]?.[property];
  if (own) return own;
  if (property === 'name' && isInterfaceMenu(menu)) return [defines('interface')];
  if (property === 'chain' && firewall.test(menu)) return [defines('chain')];
  if (property === 'jump-target' && firewall.test(menu)) return [uses('chain')];
  return everywhere[property] ?? [];
}

/** Do the items of this menu stand for interfaces, so that `set ether1` means one? */
export const isInterfaceMenu = (menu: string): boolean =>
  /^\/interface\b/.test(menu) && !noInterfaces.test(menu);

/** Names of one kind are apart by it: chains by their table, address lists by their family. */
export function scopeOf(kind: NameKind, menu: string): string {
  if (kind === 'chain') return menu;
  if (kind === 'address-list') return menu.startsWith('/ipv6') ? 'ipv6' : 'ipv4';
  return '';
}
