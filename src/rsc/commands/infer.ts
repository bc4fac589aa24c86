import { menuByPath, menus } from '../menus/index.ts';
import type { Command } from './command.ts';

/** A menu that the properties speak for, and the ones that decided. */
export interface Inference {
  readonly menu: string;
  readonly because: readonly string[];
}

type Clue = readonly [menu: string, test: RegExp];

/** In order; each is tried against `name=value` of every property, the first hit decides. */
const firewallClues: readonly Clue[] = [
  ['/ip firewall nat', /^action=(?:masquerade|dst-nat|src-nat|redirect|netmap|same)$/],
  ['/ip firewall nat', /^chain=(?:srcnat|dstnat)$/],
  ['/ip firewall mangle', /^action=(?:mark-|change-|set-priority)/],
  ['/ip firewall mangle', /^new-[a-z-]+=/],
  ['/ip firewall raw', /^action=notrack$/],
  ['/ip firewall mangle', /^chain=(?:prerouting|postrouting)$/],
  ['/ip firewall filter', /^chain=(?:input|forward|output)$/],
  ['/ip firewall filter', /^action=(?:fasttrack-connection|reject|tarpit)$/],
];

/** Sets of properties that only one menu has together. */
const signatures: readonly (readonly [menu: string, properties: readonly string[]])[] = [
  ['/ip route', ['gateway', 'dst-address']],
  ['/ip route', ['gateway', 'routing-mark']],
  ['/ip route', ['gateway', 'check-gateway']],
  ['/ip route', ['gateway', 'distance']],
  ['/ip dhcp-server network', ['address', 'gateway']],
  ['/ip dhcp-server network', ['address', 'dns-server']],
  ['/ip firewall address-list', ['address', 'list']],
  ['/ip address', ['address', 'interface']],
  ['/interface list member', ['interface', 'list']],
  ['/interface bridge port', ['bridge', 'interface']],
  ['/ip dhcp-server', ['address-pool', 'interface']],
  ['/ip dhcp-client', ['add-default-route', 'interface']],
  ['/ip dhcp-client', ['interface', 'use-peer-dns']],
  ['/interface vlan', ['interface', 'vlan-id']],
  ['/ip pool', ['name', 'ranges']],
  ['/ipv6 pool', ['prefix', 'prefix-length']],
  ['/queue simple', ['max-limit', 'target']],
  ['/queue simple', ['name', 'target']],
  ['/queue tree', ['name', 'packet-mark']],
  ['/tool netwatch', ['host', 'interval']],
  ['/tool netwatch', ['host', 'up-script']],
  ['/tool netwatch', ['down-script', 'host']],
  ['/routing table', ['fib', 'name']],
];

/** The menu that a command without a path belongs to, judged by its properties; undefined where they do not tell. */
export function inferMenu(command: Command): Inference | undefined {
  const stated = command.arguments.map(
    ({ name, value }) => `${name}=${value.kind === 'text' ? value.text : ''}`,
  );
  const names = new Set(command.arguments.map(({ name }) => name));
  for (const flag of command.positional) if (flag.kind === 'text') names.add(flag.text);
  return menuFor(stated, names);
}

/** The same of properties alone, as `name=value` and by their names. */
export const menuFor = (stated: readonly string[], names: ReadonlySet<string>): Inference | undefined =>
  names.has('chain') ? byClue(stated) : (bySignature(names) ?? byElimination(names));

function byClue(stated: readonly string[]): Inference | undefined {
  for (const [menu, test] of firewallClues) {
    const because = stated.find(property => test.test(property));
    if (because !== undefined) return { menu, because: [because] };
  }
  return undefined;
}

function bySignature(names: ReadonlySet<string>): Inference | undefined {
  const found = signatures.find(([, properties]) => properties.every(name => names.has(name)));
  return found && { menu: found[0], because: found[1] };
}

/** Has that menu all of the properties? Undefined where it is not modelled. */
export function hasAll(path: string, command: Command): boolean | undefined {
  const menu = menuByPath.get(path);
  return menu && command.arguments.every(({ name }) => name in menu.attributes || menu.others.includes(name));
}

/** The only menu that has all of these properties. */
function byElimination(names: ReadonlySet<string>): Inference | undefined {
  const fitting = menus.filter(
    ({ kind, attributes, others }) =>
      kind === 'list' && [...names].every(name => name in attributes || others.includes(name)),
  );
  const [only] = fitting;
  return only && names.size > 0 && fitting.length === 1
    ? { menu: only.path, because: [[...names].join(', ')] }
    : undefined;
}
