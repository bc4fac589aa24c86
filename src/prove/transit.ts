import { membersOf } from '../model/index.ts';
import { leavingOf, type Prepared } from '../walk/index.ts';
import type { Breach } from './breach.ts';
import type { Conversation } from './conversation.ts';

/** A packet from a WAN to a third party that the router carries on by a WAN: nobody asked it to. */
export function judgeTransit({ wans }: Prepared, { first }: Conversation): Breach | undefined {
  const left = leavingOf(first);
  const passes = left !== undefined && wans.includes(left.out) && left.dst.address === first.packet.dst;
  const breach = { kind: 'transit', from: first.packet.in ?? '' } as const;
  return passes ? { invariant: 'nothing-loops', breach, trace: first } : undefined;
}

/** RouterOS lines that refuse new connections from the WANs but those of port forwards. */
export function closingRules({ router, wans }: Prepared): string[] {
  const list = router.interfaceLists.find(({ name }) => isSame(membersOf(router, name), wans));
  const where = list
    ? [`in-interface-list=${quoted(list.name)}`]
    : wans.map(name => `in-interface=${quoted(name)}`);
  return where.map(
    place =>
      `/ip firewall filter add chain=forward ${place} connection-state=new connection-nat-state=!dstnat action=drop`,
  );
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every(name => other.includes(name));

/** A name as a RouterOS value. */
export const quoted = (name: string): string =>
  /^[\w.-]+$/.test(name) ? name : `"${name.replace(/["\\$]/g, '\\$&')}"`;
