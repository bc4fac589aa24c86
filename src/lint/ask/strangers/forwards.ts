import type { FirewallRule, Matcher } from '../../../model/index.ts';
import { type Ipv4, ipv4ToNumber } from '../../../net/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { rangeOf, rangesOf, type Trace } from '../../../walk/index.ts';
import type { Subject } from '../../subject.ts';
import { addressOf, hostOf, sent, stranger } from './knocks.ts';

/** A port forward: connections to the router that go on to a host. */
export interface Forward {
  readonly rule: FirewallRule;
  /** The host. */
  readonly to: Ipv4;
  readonly protocol: string;
  /** As strangers ask for it, and at the host. */
  readonly port: number;
  readonly toPort: number;
}

/** Enabled rules of dst-nat for one host, or the first of a few, by the first port that each names; 443 where it names none. */
export const forwardsOf = ({ router }: Pick<Subject, 'router'>): Forward[] =>
  enabledRules(router).flatMap(rule => {
    const { action } = rule;
    if (action.kind !== 'dst-nat' || !isFew(action.toAddresses)) return [];
    const to = action.toAddresses?.from;
    const [protocol = 'tcp'] = rule.matchers.flatMap(one =>
      one.kind === 'protocol' && !one.negated ? [one.protocol] : [],
    );
    const port = portsOf(rule)[0]?.from ?? 443;
    return to ? [{ rule, to, protocol, port, toPort: action.toPorts?.from ?? port }] : [];
  });

/** One host, or a few that stand for each other. */
const isFew = (range: { readonly from: Ipv4; readonly to: Ipv4 } | undefined): boolean =>
  range === undefined || ipv4ToNumber(range.to) - ipv4ToNumber(range.from) < 16;

export const portsOf = ({ matchers }: FirewallRule) =>
  matchers.flatMap(one => (one.kind === 'dst-port' && !one.negated ? one.ports : []));

/** What becomes of a packet for a forward that comes by a WAN; only where the rule takes it. */
export function knockOn(
  subject: Subject,
  forward: Forward,
): { readonly wan: string; readonly trace: Trace }[] {
  const src = sourceFor(subject, forward.rule);
  return subject.wans.flatMap(wan => {
    const dst = destinationFor(forward.rule) ?? addressOf(subject, wan);
    if (dst === undefined) return [];
    const ends = { src, srcPort: 40_000, dst, dstPort: forward.port };
    const trace = sent(subject, { in: wan, protocol: forward.protocol, ...ends });
    return takes(forward, trace) ? [{ wan, trace }] : [];
  });
}

/** What becomes of what a LAN's host sends to that address and port; only where the rule takes it. */
export function askedInside(
  subject: Subject,
  forward: Forward,
  lan: string,
  dst: number | Ipv4,
): Trace | undefined {
  const src = hostOf(subject, lan);
  if (src === undefined) return undefined;
  const ends = { src, srcPort: 40_000, dst, dstPort: forward.port };
  const trace = sent(subject, { in: lan, protocol: forward.protocol, ...ends });
  return takes(forward, trace) ? trace : undefined;
}

const takes = ({ rule }: Forward, { steps }: Trace): boolean =>
  steps.some(step => step.kind === 'rule' && step.rule === rule);

/** The address that a rule asks for, where it asks for one. */
export function destinationFor({ matchers }: FirewallRule): number | undefined {
  const [range] = matchers.flatMap(one =>
    one.kind === 'dst-address' && !one.negated ? (rangeOf(one.address) ?? []) : [],
  );
  return range?.from;
}

/** Somebody whom the rule is for: a stranger unless it limits its sources. */
function sourceFor({ well: { setup } }: Subject, { matchers }: FirewallRule): number {
  const ranges = matchers.flatMap((one: Matcher) => {
    if (one.kind === 'src-address' && !one.negated) return rangeOf(one.address) ?? [];
    return one.kind === 'src-address-list' && !one.negated ? rangesOf(setup, one.list) : [];
  });
  return ranges[0] ? ranges[0].to : stranger;
}

/** Does it limit who may come? */
export const isLimitedToSources = ({ matchers }: FirewallRule): boolean =>
  matchers.some(({ kind }) => kind === 'src-address' || kind === 'src-address-list');
