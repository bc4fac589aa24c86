import {
  type FirewallRule,
  interfacesMeant,
  type Matcher,
  membersOf,
  placeOf,
  type Router,
} from '../../model/index.ts';
import { carriesPorts, protocolNumber } from '../../net/index.ts';
import { makePacket, type Packet, type Prepared, rangeOf, rangesOf, type Trace } from '../../walk/index.ts';
import { enabledRules, only } from '../classes/bounds.ts';
import type { PacketClass } from '../classes/classes.ts';
import { internetHosts, ownOf } from '../classes/hosts.ts';
import { nobody } from '../invariants/blocked.ts';
import { joined } from '../search/findings.ts';
import type { Findings, Violation } from '../search/search.ts';
import { openUplinks } from '../states/uplinks.ts';

/** A port forward and a WAN that it is there for. */
interface Forward {
  readonly rule: FirewallRule;
  readonly wan: string;
}

/** Port forwards that name a WAN, by its port or its address. One for some sources alone is not asked: nobody walked them. */
export function forwardsOf(prepared: Prepared): Forward[] {
  const forwards = enabledRules(prepared.router).filter(isForward);
  return openUplinks(prepared).flatMap(wan =>
    forwards.filter(rule => isFor(prepared, rule, wan)).map(rule => ({ rule, wan })),
  );
}

const isForward = ({ table, chain, action, matchers }: FirewallRule): boolean =>
  table === 'nat' && chain === 'dstnat' && action.kind === 'dst-nat' && !matchers.some(isOfSource);

const isOfSource = ({ kind, negated }: Matcher): boolean =>
  !negated && (kind === 'src-address' || kind === 'src-address-list');

function isFor(prepared: Prepared, { matchers }: FirewallRule, wan: string): boolean {
  const ports = portsNamed(prepared.router, matchers);
  if (ports) return ports.includes(wan);
  const own = ownOf(prepared.setup, wan);
  return only(matchers, 'dst-address').some(({ address, negated }) => {
    const range = negated ? undefined : rangeOf(address);
    return range !== undefined && own.some(one => one >= range.from && one <= range.to);
  });
}

/** The ports that a rule names; undefined: none. */
function portsNamed(router: Router, matchers: readonly Matcher[]): readonly string[] | undefined {
  const [one] = only(matchers, 'in-interface');
  const [list] = only(matchers, 'in-interface-list');
  if (one) return one.negated ? [] : interfacesMeant(router, one.interface);
  return list && (list.negated ? [] : membersOf(router, list.list));
}

/** Port forwards of which the filter drops all that comes in by the WAN that they are there for. */
export function closedForwards(prepared: Prepared): Findings {
  const found = joined(forwardsOf(prepared).map(forward => closedForward(prepared, forward)));
  return { ...found, violations: byRule(found.violations), remarks: byRule(found.remarks) };
}

/** What one rule drops of one port forward at several WANs, or of several port forwards, is said once. */
function byRule(closed: readonly Violation[]): Violation[] {
  const found = new Map<string, Violation>();
  for (const one of closed) {
    const { breach, trace } = one;
    if (breach.kind !== 'closed-forward') continue;
    const rule = filterOf(trace);
    const key = rule ? placeOf(rule.origin) : placeOf(breach.rule);
    const known = found.get(key);
    const before = known?.breach.kind === 'closed-forward' ? known.breach.from : [];
    const from = [...new Set([...before, ...breach.from])];
    const shown = known?.breach.kind === 'closed-forward' ? known.breach : breach;
    found.set(key, { ...(known ?? one), breach: { ...shown, from } });
  }
  return [...found.values()];
}

function closedForward(prepared: Prepared, { rule, wan }: Forward): Findings {
  const tries = packetsFor(prepared, rule, wan);
  const [first] = tries;
  if (!first || isOpenForSome(prepared, wan)) return joined([]);
  const { protocol, dstPort: port } = first.packet;
  return nobody(prepared, tries, {
    invariant: 'forward-works-outside',
    breach: { kind: 'closed-forward', protocol, port, from: [wan], rule: rule.origin },
    // What never came to the rule, or ended elsewhere, is another matter.
    succeeds: ({ first: trace }) => !took(trace, rule) || filterOf(trace) === undefined,
    shown: ({ first: trace }) => trace,
  });
}

const took = ({ steps }: Trace, rule: FirewallRule): boolean =>
  steps.some(step => step.kind === 'rule' && step.rule === rule);

/** The rule of the filter that refuses a packet. */
function filterOf({ ending }: Trace): FirewallRule | undefined {
  const isRefused = ending.kind === 'dropped' || ending.kind === 'rejected';
  return isRefused && ending.rule.table === 'filter' ? ending.rule : undefined;
}

/** First packets that the rule is for, from each kind of stranger. */
function packetsFor({ setup }: Prepared, { matchers }: FirewallRule, wan: string): PacketClass[] {
  const [stated] = only(matchers, 'protocol').filter(({ negated }) => !negated);
  const protocol = stated ? (protocolNumber(stated.protocol) ?? 6) : 6;
  const [ports] = only(matchers, 'dst-port', 'port').filter(({ negated }) => !negated);
  const port = carriesPorts(protocol) ? (ports?.ports[0]?.from ?? 443) : 0;
  const [to] = only(matchers, 'dst-address').flatMap(({ address, negated }) =>
    negated ? [] : (rangeOf(address) ?? []),
  );
  const own = to ? [to.from] : ownOf(setup, wan);
  return own.flatMap(dst =>
    internetHosts(setup, 'src').map(src => ({
      direction: 'wan-to-router' as const,
      packet: packetTo({ in: wan, src, dst, protocol, dstPort: port }),
    })),
  );
}

const packetTo = (parts: Pick<Packet, 'in' | 'src' | 'dst' | 'protocol' | 'dstPort'>): Packet =>
  makePacket({ ...parts, srcPort: carriesPorts(parts.protocol) ? 40_000 : 0 });

/** A rule of the filter lets a list in that is filled elsewhere: nobody walked its members. */
const isOpenForSome = ({ router, setup }: Prepared, wan: string): boolean =>
  enabledRules(router).some(
    ({ table, action, matchers }) =>
      table === 'filter' &&
      action.kind === 'accept' &&
      (portsNamed(router, matchers) ?? [wan]).includes(wan) &&
      only(matchers, 'src-address-list').some(
        ({ negated, list }) => !negated && rangesOf(setup, list).length === 0,
      ),
  );
