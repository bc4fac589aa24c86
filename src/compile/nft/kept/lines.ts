import {
  editionVariable,
  forwardedVariable,
  hex,
  keptField,
  lineField,
  markLayout,
  outside,
} from '../../../linux/index.ts';
import type { FirewallRule, Router } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { canHold, heldLine } from '../../lines/flows.ts';
import { isRefused, join, quote, setOf } from '../condition.ts';
import { conjunction } from '../conditions.ts';
import type { HelperChain } from '../rule.ts';
import { lanHosts } from './lan-hosts.ts';
import type { Shortcut } from './shortcut.ts';
import { connectionsToSee } from './varies.ts';

// One connection's life (docs/architecture.md#kept-decisions): its first packets are asked by every rule. Once it is established,
// and a packet has passed all rules without a change of its connection mark, the edition of the table is put into its
// mark: from then on the first rule takes the routing mark from it.

/** Where the rules end: what is decided is kept there. */
export const keepChain = 'decided_keep';

/** Where packets from the interfaces of the shortcut are asked, where others have another chain. */
export const insideChain = 'decided_here';

export const insideLine = (shortcut: Shortcut): string => `${fromLan(shortcut)} goto ${insideChain}`;

const fromLan = ({ interfaces }: Shortcut): string => `iifname ${setOf(interfaces.map(quote))}`;

/**
 * The first rule of the chain. First packets find no edition, and names of interfaces are what costs most to compare. ICMP errors belong to a connection and are not established: where some rule would tell them from
 * its packets, they are asked. A packet that carries a mark already has it from elsewhere.
 */
export function shortcutLine(shortcut: Shortcut): string {
  const edition = `ct mark & ${hex(keptField.edition.mask)} == ${editionVariable}`;
  const state = shortcut.seesErrors ? `ct state ${shortcut.states} ` : '';
  const own = `ct direction original ${fromLan(shortcut)} ${state}meta mark 0`;
  return `${edition} ${own} meta mark set ${routingOf(shortcut)} accept comment "decided"`;
}

/**
 * The kernel looks up the source of each packet only to find those that carry an address of its own. Here the first packets
 * of each connection are asked, so that the kernel need not (compile/sysctl, accept_local); of addresses that only hosts of the
 * LAN have, not even these. `hasOthers`: others pass, too. Who has no address yet asks for one from 0.0.0.0, which counts as a
 * broadcast.
 */
export function spoofGuard({ world }: LinuxContext, shortcut: Shortcut, hasOthers: boolean): string {
  const hosts = lanHosts(world, shortcut.interfaces);
  const others = hosts.length === 0 ? '' : `ip saddr != ${setOf(hosts)}`;
  const own = 'fib saddr type != unicast ip saddr != 0.0.0.0 counter drop comment "own address"';
  return join(hasOthers ? fromLan(shortcut) : '', others, own);
}

/** With the bit that leads ahead of `local`. Marks are numbered alike in most texts; then no map is needed. */
function routingOf({ routing }: Shortcut): string {
  const { forwarded } = keptField;
  const connection = `ct mark & ${hex(markLayout.connection.mask | forwarded)}`;
  if ([...routing].every(([from, to]) => from === to)) return connection;
  const pairs = [0, forwarded].flatMap(bit =>
    [...routing].map(([from, to]) => `${hex(from | bit)} : ${hex(to | bit)}`),
  );
  return `${connection} map { ${pairs.join(', ')} }`;
}

/** Before a rule that has to see each packet of some connections: nothing is kept of these. */
export function seeingLines(
  context: LinuxContext,
  { states }: Shortcut,
  rule: FirewallRule,
): readonly string[] {
  const matchers = connectionsToSee(context.router, rule);
  if (!matchers) return [];
  const conditions = conjunction(context, rule, matchers);
  if (isRefused(conditions)) return [];
  const bit = hex(keptField.varies);
  return conditions.map(condition =>
    join(condition, `ct state ${states} ct mark & ${bit} == 0 ct mark set ct mark | ${bit} comment "each"`),
  );
}

/** The chains that keep a decision. Connections of an outage keep none: they may be held elsewhere than the text has them. */
export function keepChains(context: LinuxContext, shortcut: Shortcut): readonly HelperChain[] {
  const asked = hex((lineField.away | keptField.varies | markLayout.connection.mask) >>> 0);
  const each = [...shortcut.routing.keys()].map(mark => `${hex(mark)} : goto ${keepChain}_${mark}`);
  const [changed, fresh] = [hex(keptField.changed), hex((lineField.mask | keptField.changed) >>> 0)];
  const settle = `ct mark set ct mark & ${hex(outside(keptField.changed))} accept comment "decided"`;
  return [
    {
      name: keepChain,
      lines: [
        // First packets mostly: such a connection leaves by no line yet, and is held at none.
        ...(canHold(context) ? [`ct mark & ${fresh} == ${changed} ${settle}`] : []),
        // Answers keep nothing, and are held nowhere.
        `ct direction reply ct mark & ${changed} == 0 accept`,
        ...(canHold(context) ? [heldLine] : []),
        shortcut.states === 'established' ? 'ct state != established accept' : 'ct state related accept',
        `ct mark & ${changed} != 0 ${settle}`,
        `ct direction original ${fromLan(shortcut)} ct mark & ${asked} vmap { ${each.join(', ')} }`,
        'accept',
      ],
    },
    ...[...shortcut.routing].map(([mark, routing]) => ({
      name: `${keepChain}_${mark}`,
      lines: [
        join(`meta mark ${hex(routing)}`, forOthers(context.router), keep(forwardedVariable)),
        join(`meta mark ${hex(routing)}`, keep(editionVariable)),
        'accept',
      ],
    })),
  ];
}

const keep = (bits: string): string =>
  `ct mark set ct mark & ${hex(outside(keptField.mask))} | ${bits} accept comment "decided"`;

/** Such connections are not with the router itself; a destination that NAT translates may become the router. */
const forOthers = (router: Router): string =>
  join(
    ownAddresses(router).length === 0 ? '' : `ip daddr != @${ownSet}`,
    'fib daddr type unicast ct status & dnat == 0',
  );

const ownSet = 'decided_own';

/**
 * The router's addresses as the text has them, in a set that is asked although the kernel is asked, too: with another address the
 * table has another edition.
 */
export function ownAddressLines(router: Router): readonly string[] {
  const own = ownAddresses(router);
  if (own.length === 0) return [];
  return [`set ${ownSet} {`, '  type ipv4_addr', `  elements = { ${own.join(', ')} }`, '}'];
}

const ownAddresses = ({ addresses }: Router): readonly string[] => [
  ...new Set(addresses.filter(({ disabled }) => !disabled).map(({ address }) => address.address)),
];
