import { type FirewallRule, hasRoom, networkReached, type Router } from '../../model/index.ts';
import { prefixContains } from '../../net/index.ts';
import type { NextHop, RibRoute } from '../../rib/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import { isDefaultLike, uplinksOf } from '../states/uplinks.ts';
import { arrivalsOf, markersOf, markOf } from './connection-marks.ts';
import type { Defect } from './defect.ts';

/**
 * Connection marks that are set on what comes in by one uplink, and sent to a table whose default routes lead out by others:
 * what answers such a connection leaves by another WAN. Each with the rule that marks and the one that sends.
 */
export function crossedMarks(prepared: Prepared): Defect[] {
  const uplinks = uplinksOf(prepared);
  return sending(prepared).flatMap(rule => {
    const [mark, action] = [markOf(rule), rule.action];
    if (mark === undefined || action.kind !== 'mark-routing') return [];
    const markers = markersOf(prepared.router, mark).filter(
      one => meets(one, rule) && arrivalsOf(prepared.router, one).some(name => uplinks.includes(name)),
    );
    const [wan, ...more] = new Set(markers.flatMap(one => arrivalsOf(prepared.router, one)));
    const outs = outsOf(prepared, action.mark);
    const isCrossed = wan !== undefined && more.length === 0 && outs.length > 0 && !outs.includes(wan);
    if (!isCrossed) return [];
    if (!areHopsStated(prepared, action.mark) && !isElsewhere(prepared, wan, action.mark)) return [];
    return [
      {
        invariant: 'answer-leaves-as-it-came',
        flaw: { kind: 'crossed-marks', mark, wan, table: action.mark, outs },
        origins: [
          ...markers.map(({ origin }) => origin),
          rule.origin,
          ...defaultsOf(prepared, action.mark).map(({ origin }) => origin),
        ],
      },
    ];
  });
}

/**
 * Do packets of a connection that one rule marks on its way in meet the other? What ends in the router is answered through
 * output, what is forwarded is answered from a LAN.
 */
const meets = ({ chain }: FirewallRule, sender: FirewallRule): boolean =>
  chain === 'prerouting' || (chain === 'input') === (sender.chain === 'output');

/** Rules that send all connections of a mark to a table, of those with the same conditions the one that counts. */
function sending({ router }: Prepared): FirewallRule[] {
  const rules = enabledRules(router).filter(
    ({ action, matchers }) =>
      action.kind === 'mark-routing' && matchers.every(({ kind }) => unconditional.has(kind)),
  );
  const groups = new Map<string, FirewallRule>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.chain, rule.matchers]);
    const before = groups.get(key);
    // A later mark replaces the earlier one, unless that one ended the chain.
    if (!before || passesOn(before)) groups.set(key, rule);
  }
  return [...groups.values()];
}

const passesOn = ({ action }: FirewallRule): boolean => action.kind === 'mark-routing' && action.passthrough;

/** Conditions that any answer may meet. */
const unconditional: ReadonlySet<string> = new Set([
  'connection-mark',
  'in-interface',
  'in-interface-list',
  'dst-address-type',
]);

/** Does the text say on which port each gateway of a table lies? Where that is assumed, so is that marks are crossed. */
const areHopsStated = (prepared: Prepared, table: string): boolean =>
  defaultsOf(prepared, table).every(
    ({ source, gateways }) =>
      source !== 'static' ||
      gateways.every(({ nextHops }) => nextHops.every(hop => isHopStated(prepared.router, hop))),
  );

const isHopStated = ({ addresses, routes }: Router, { address, interface: name }: NextHop): boolean =>
  address === undefined ||
  addresses.some(
    item => item.interface === name && !item.disabled && prefixContains(networkReached(item), address),
  ) ||
  routes.some(({ gateways }) => gateways.some(one => one.address === address && one.interface === name));

/** Do the networks that the text states of a port, all that it has, hold no gateway of the table? */
function isElsewhere(prepared: Prepared, wan: string, table: string): boolean {
  const { addresses, dhcpClients } = prepared.router;
  const own = addresses.filter(item => item.interface === wan && !item.disabled);
  const isLeased = dhcpClients.some(client => client.interface === wan && !client.disabled);
  const hops = defaultsOf(prepared, table).flatMap(({ gateways }) => gateways.flatMap(one => one.nextHops));
  const isThere = ({ address }: NextHop): boolean =>
    address === undefined || own.some(item => prefixContains(networkReached(item), address));
  return own.some(hasRoom) && !isLeased && !hops.some(isThere);
}

/** The interfaces by which a table leads to the Internet. */
export const outsOf = (prepared: Prepared, table: string): string[] => [
  ...new Set(
    defaultsOf(prepared, table).flatMap(({ gateways }) =>
      gateways.flatMap(({ nextHops }) => nextHops.map(hop => hop.interface)),
    ),
  ),
];

const defaultsOf = ({ rib }: Prepared, table: string): RibRoute[] =>
  rib.routes.filter(route => route.active && route.table === table && isDefaultLike(route));
