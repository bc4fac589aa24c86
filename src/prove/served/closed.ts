import { type FirewallRule, type Matcher, placeOf, rulesOf } from '../../model/index.ts';
import { protocolNumber } from '../../net/index.ts';
import type { Packet, Prepared } from '../../walk/index.ts';
import type { PacketClass } from '../classes/classes.ts';
import { isMeant } from '../defects/reached.ts';
import { nobody } from '../invariants/blocked.ts';
import { joined } from '../search/findings.ts';
import type { Findings, Violation } from '../search/search.ts';

/**
 * VPN servers that get no first packet by some WAN. Against a rule that is there to let them in it is a violation, else a
 * remark: a filter may well refuse them.
 */
export function closedServers(prepared: Prepared, classes: readonly PacketClass[]): Findings {
  const doors = new Map<string, PacketClass[]>();
  for (const one of classes) {
    if (!one.served) continue;
    const key = JSON.stringify([one.served, one.packet.in]);
    doors.set(key, [...(doors.get(key) ?? []), one]);
  }
  const found = joined([...doors.values()].map(door => closedDoor(prepared, door)));
  return { ...found, violations: byServer(found.violations), remarks: byServer(found.remarks) };
}

/** What keeps a server closed at several WANs is said once. */
function byServer(closed: readonly Violation[]): Violation[] {
  const found = new Map<string, Violation>();
  for (const one of closed) {
    const { breach, trace } = one;
    if (breach.kind !== 'closed') continue;
    const { service, protocol, port } = breach;
    const rule = 'rule' in trace.ending && trace.ending.rule ? placeOf(trace.ending.rule.origin) : '';
    const key = [service, protocol, port, trace.ending.kind, rule].join(' ');
    const known = found.get(key);
    const before = known?.breach.kind === 'closed' ? known.breach.from : [];
    found.set(key, { ...(known ?? one), breach: { ...breach, from: [...before, ...breach.from] } });
  }
  return [...found.values()];
}

function closedDoor(prepared: Prepared, door: readonly PacketClass[]): Findings {
  const [{ served, packet } = {}] = door;
  if (!served || !packet) return joined([]);
  const { service, protocol, port } = served;
  const meant = openingRule(prepared, door);
  // Open to some, whom nobody walked: that is policy.
  if (meant && isForSome(meant)) return joined([]);
  const found = nobody(prepared, door, {
    invariant: 'vpn-servers-answer',
    breach: { kind: 'closed', service, protocol, port, from: [packet.in ?? ''], meant: meant?.origin },
    succeeds: ({ first }) => first.ending.kind === 'delivered',
    shown: ({ first }) => first,
  });
  return meant ? found : { ...found, violations: [], remarks: [...found.remarks, ...found.violations] };
}

/** A rule of the filter that is there to let one of the packets in, by its port or its protocol. */
function openingRule(prepared: Prepared, door: readonly PacketClass[]): FirewallRule | undefined {
  const rules = rulesOf(prepared.router, 'ipv4').filter(
    ({ disabled, table, chain, action }) =>
      !disabled && table === 'filter' && chain === 'input' && action.kind === 'accept',
  );
  return rules.find(rule =>
    door.some(({ packet }) => isMeantFor(prepared, rule, packet) && names(rule, packet)),
  );
}

/** Is it for that port and interface, whatever source it asks for? */
const isMeantFor = (prepared: Prepared, rule: FirewallRule, packet: Packet): boolean =>
  isMeant(prepared, { ...rule, matchers: rule.matchers.filter(one => !isOfSource(one)) }, packet);

const isOfSource = ({ kind }: Matcher): boolean => kind === 'src-address' || kind === 'src-address-list';

const isForSome = ({ matchers }: FirewallRule): boolean =>
  matchers.some(one => isOfSource(one) && !one.negated);

const names = ({ matchers }: FirewallRule, packet: Packet): boolean =>
  matchers.some(({ kind }) => kind === 'dst-port' || kind === 'port') &&
  matchers.every(matcher => allows(matcher, packet));

function allows(matcher: Matcher, { protocol, dstPort }: Packet): boolean {
  switch (matcher.kind) {
    case 'protocol':
      return (protocolNumber(matcher.protocol) === protocol) !== matcher.negated;
    case 'dst-port':
    case 'port':
      return matcher.ports.some(({ from, to }) => dstPort >= from && dstPort <= to) !== matcher.negated;
    default:
      return true;
  }
}
