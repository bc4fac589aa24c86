import { type FirewallRule, interfacesMeant, membersOf, type Router } from '../../model/index.ts';
import { isPrivateNetwork, networkOf } from '../../net/index.ts';
import { leavingOf, type Prepared } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import type { Conversation } from '../search/conversation.ts';
import type { Breach } from './breach.ts';

/** A packet from a WAN to a third party that the router carries on by a WAN: nobody asked it to. */
export function judgeTransit(prepared: Prepared, talk: Conversation): Breach | undefined {
  const { first } = talk;
  const left = leavingOf(first);
  const passes =
    left !== undefined && prepared.wans.includes(left.out) && left.dst.address === first.packet.dst;
  if (!passes) return judgeSentOn(prepared, talk);
  return {
    invariant: 'nothing-loops',
    breach: { kind: 'transit', from: first.packet.in ?? '' },
    trace: first,
  };
}

/** A packet from a WAN, whoever it is for, that a rule of dst-nat sends out by a WAN: so it is written. */
export function judgeSentOn({ wans, setup }: Prepared, { first }: Conversation): Breach | undefined {
  const left = leavingOf(first);
  const isSent =
    left !== undefined &&
    wans.includes(left.out) &&
    left.dst.address !== first.packet.dst &&
    !setup.local.isOwn(left.dst.address);
  if (!isSent) return undefined;
  const breach = { kind: 'sent-on', from: first.packet.in ?? '', to: left.dst.address } as const;
  return { invariant: 'nothing-loops', breach, trace: first };
}

/**
 * RouterOS lines that refuse new connections from the WANs but those of port forwards. None where networks of one's own
 * lie behind a WAN, by a route or because nothing is translated there: they may begin connections as well.
 */
export function closingRules(prepared: Prepared): string[] {
  const { router, wans } = prepared;
  if (wans.some(name => hasNetworksBehind(prepared, name))) return [];
  const list = router.interfaceLists.find(({ name }) => isSame(membersOf(router, name), wans));
  const where = list
    ? [`in-interface-list=${quoted(list.name)}`]
    : wans.map(name => `in-interface=${quoted(name)}`);
  return where.map(
    place =>
      `/ip firewall filter add chain=forward ${place} connection-state=new connection-nat-state=!dstnat action=drop`,
  );
}

function hasNetworksBehind({ router, rib, world }: Prepared, wan: string): boolean {
  const isRouted = rib.routes.some(
    ({ source, destination, gateways }) =>
      source !== 'connect' &&
      isPrivateNetwork(destination) &&
      gateways.some(({ nextHops }) => nextHops.some(hop => hop.interface === wan)),
  );
  const isPrivateLine = (world.interfaces[wan]?.addresses ?? []).some(own =>
    isPrivateNetwork(networkOf(own)),
  );
  return isRouted || (isPrivateLine && !enabledRules(router).some(rule => translates(router, rule, wan)));
}

/** May it translate what leaves by that port? */
function translates(router: Router, { action: { kind }, matchers }: FirewallRule, wan: string): boolean {
  if (kind !== 'masquerade' && kind !== 'src-nat') return false;
  return matchers.every(matcher => {
    if (matcher.kind === 'out-interface')
      return interfacesMeant(router, matcher.interface).includes(wan) !== matcher.negated;
    return (
      matcher.kind !== 'out-interface-list' ||
      membersOf(router, matcher.list).includes(wan) !== matcher.negated
    );
  });
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every(name => other.includes(name));

/** A name as a RouterOS value. */
export const quoted = (name: string): string =>
  /^[\w.-]+$/.test(name) ? name : `"${name.replace(/["\\$]/g, '\\$&')}"`;
