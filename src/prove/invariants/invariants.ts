import { type Origin, rolesOf } from '../../model/index.ts';
import { carriesPorts, ipv4ToNumber, isDefault } from '../../net/index.ts';
import {
  type EndingKind,
  isPrivate,
  type LeavingEnding,
  leavingOf,
  type Prepared,
  type Trace,
} from '../../walk/index.ts';
import type { Direction, PacketClass } from '../classes/classes.ts';
import { policySelectors, within } from '../classes/policies.ts';
import { judgeOwn } from '../own/judge-own.ts';
import type { Conversation } from '../search/conversation.ts';
import { routeOf } from '../search/weight.ts';
import { isAnsweredOutside } from '../served/answered.ts';
import type { Served } from '../served/servers.ts';
import { isDefaultLike } from '../states/uplinks.ts';
import type { Breach, Concerned, InvariantName } from './breach.ts';
import { judgeBetweenLans, judgeForward, judgeToHost, judgeToRouter } from './inside.ts';
import { isUnserved } from './management.ts';
import { judgeSource } from './sources.ts';
import { judgeSentOn, judgeTransit } from './transit.ts';

const inbound = ['answer-leaves-as-it-came', 'nothing-loops', 'nothing-leaks'] as const;

const byDirection: Readonly<Record<Direction, readonly InvariantName[]>> = {
  'lan-to-internet': [
    'lan-reaches-internet',
    'lan-reaches-router',
    'answer-returns',
    'connection-stays',
    'forward-works-inside',
    'nothing-loops',
    'nothing-leaks',
  ],
  'lan-to-lan': ['lan-reaches-lan', 'nothing-loops', 'nothing-leaks'],
  'lan-to-router': ['lan-reaches-router', 'admin-gets-in', 'nothing-loops', 'nothing-leaks'],
  'lan-to-forward': ['forward-works-inside'],
  'lan-to-policy': ['nothing-leaks'],
  'router-to-servers': ['router-reaches-servers', 'tunnels-lead-outside'],
  'router-to-lan': ['router-reaches-lan'],
  'wan-to-server': inbound,
  'wan-to-router': inbound,
  'wan-to-elsewhere': inbound,
};

/** Which invariants a packet of a direction can break. */
export function invariantsOf(direction: Direction): readonly InvariantName[] {
  return byDirection[direction];
}

/** Judges one conversation; undefined: all holds. */
export function judge(
  prepared: Prepared,
  { direction, asked, served, policy, lan = '' }: PacketClass,
  talk: Conversation,
): Breach | undefined {
  switch (direction) {
    case 'lan-to-internet':
      // Tunnels of IPsec begin in the router, or within UDP where there is NAT.
      if (talk.first.ending.kind === 'leaked' && ipsec.has(talk.first.packet.protocol)) return undefined;
      return judgeAlways(talk.first) ?? judgeOutbound(prepared, talk);
    case 'router-to-servers':
      return asked && judgeOwn(prepared, asked, talk);
    case 'router-to-lan':
      return judgeToHost(prepared, lan, talk);
    case 'wan-to-server':
      return judgeSentOn(prepared, talk) ?? judgeAlways(talk.first) ?? judgeInbound(talk, served);
    case 'wan-to-router':
      return judgeSentOn(prepared, talk) ?? judgeAlways(talk.first) ?? judgeAskedOutside(prepared, talk);
    case 'wan-to-elsewhere':
      return judgeTransit(prepared, talk) ?? judgeAlways(talk.first) ?? judgeInbound(talk);
    // Inside, a wrong way is said before what becomes of the packet on it.
    case 'lan-to-lan':
      return judgeBetweenLans(prepared, talk) ?? judgeAlways(talk.first);
    case 'lan-to-router':
      if (isUnserved(prepared.router, talk.first.packet)) return undefined;
      return judgeToRouter(talk) ?? judgeAlways(talk.first);
    case 'lan-to-forward':
      return judgeForward(prepared, talk);
    case 'lan-to-policy':
      return policy && judgeForPolicy(prepared, policy, talk.first);
  }
}

/** What shall be encrypted leaves by a WAN with ends that no policy has any more. */
function judgeForPolicy({ wans, setup }: Prepared, policy: Origin, trace: Trace): Breach | undefined {
  const left = leavingOf(trace);
  if (!left || !wans.includes(left.out)) return undefined;
  const isTaken = policySelectors(setup).some(
    ({ src, dst }) => within(src, left.src.address) && within(dst, left.dst.address),
  );
  return isTaken ? undefined : { invariant: 'nothing-leaks', breach: { kind: 'unencrypted', policy }, trace };
}

/** ESP and AH. */
const ipsec: ReadonlySet<number> = new Set([50, 51]);

/** Loops and leaks are wrong whoever sent the packet. */
function judgeAlways(trace: Trace): Breach | undefined {
  const { kind } = trace.ending;
  const breach = { kind: 'packet' } as const;
  if (kind === 'looped') return { invariant: 'nothing-loops', breach, trace };
  return kind === 'leaked' ? { invariant: 'nothing-leaks', breach, trace } : undefined;
}

/** Rules may refuse a packet: that is policy. What is let through must arrive, come back, and stay. */
function judgeOutbound(prepared: Prepared, talk: Conversation): Breach | undefined {
  const { first, answer, later } = talk;
  const { ending } = first;
  // A rule sends it to a host of one's own: DNS that is redirected, a port forward.
  if (ending.kind === 'forwarded' && !ending.wan && ending.dst.address !== first.packet.dst) {
    return judgeForward(prepared, talk);
  }
  // Redirected to the router itself, and marked for a table that is asked before its own addresses.
  const left = leavingOf(first);
  if (left && prepared.wans.includes(left.out) && prepared.setup.local.isOwn(left.dst.address)) {
    const breach = { kind: 'to-router', from: first.packet.in ?? '' } as const;
    return { invariant: 'lan-reaches-router', breach, trace: first };
  }
  if (!endsWell(first) && !isSentIntoTunnel(prepared, first)) {
    return { invariant: 'lan-reaches-internet', breach: { kind: 'outbound' }, trace: first };
  }
  if (ending.kind !== 'forwarded' || !answer || !later) return undefined;
  return judgeSource(prepared, first) ?? judgeReturn(first, answer) ?? judgeLater(ending, later);
}

/** A route for that very destination leads into a tunnel, whose far end takes it on. */
function isSentIntoTunnel({ router }: Prepared, first: Trace): boolean {
  const { ending } = first;
  const route = routeOf(first);
  return (
    ending.kind === 'forwarded' &&
    route?.source === 'static' &&
    !isDefaultLike(route) &&
    rolesOf(router).tunnels.includes(ending.out)
  );
}

function reachesWan({ ending }: Trace): boolean {
  // Another router of one's own, to which a route leads, takes it on.
  return ending.kind === 'forwarded'
    ? ending.wan || ending.gateway !== undefined
    : ending.kind === 'delivered';
}

/** It gets to the Internet, or something that the configuration states refuses it. */
export function endsWell(first: Trace): boolean {
  return reachesWan(first) || isPolicy(first);
}

/** Endings by which the configuration refuses a packet, or sends it elsewhere on purpose. */
const refusing: ReadonlySet<EndingKind> = new Set(['dropped', 'rejected', 'held-back', 'encrypted']);

/** A rule dropped it, or a route for that very destination discards it. */
function isPolicy({ ending }: Trace): boolean {
  if (refusing.has(ending.kind)) return true;
  return ending.kind === 'discarded' && !(ending.route && isDefault(ending.route.destination));
}

function judgeReturn(first: Trace, answer: Trace): Breach | undefined {
  const back = leavingOf(answer);
  const home = back !== undefined && back.out === first.packet.in && back.dst.address === first.packet.src;
  if (home) return undefined;
  return { invariant: 'answer-returns', breach: { kind: 'answer' }, trace: answer };
}

function judgeLater({ out, src }: LeavingEnding, later: Trace): Breach | undefined {
  const after = leavingOf(later);
  if (after !== undefined && after.out === out && after.src.address === src.address) return undefined;
  const breach = { kind: 'later', out } as const;
  return { invariant: 'connection-stays', breach, trace: later };
}

/** What came in by an uplink and was taken must be answered by the same uplink, under the address that was asked. */
function judgeInbound({ first, answer }: Conversation, served?: Served): Breach | undefined {
  const arrived = first.ending.kind === 'delivered' || first.ending.kind === 'forwarded';
  if (!arrived || !answer) return undefined;
  const back = leavingOf(answer);
  const home = back !== undefined && back.out === first.packet.in && back.src.address === first.packet.dst;
  if (home || refusing.has(answer.ending.kind)) return undefined;
  const breach = { kind: 'inbound', to: first.packet.dst, in: first.packet.in ?? '' } as const;
  const concerns = concernedBy(first, served);
  return {
    invariant: 'answer-leaves-as-it-came',
    breach,
    trace: answer,
    ...(concerns.length > 0 && { concerns }),
  };
}

/** What nothing of the router waits for may be answered by any way, and what only pings are worth is said as such. */
function judgeAskedOutside(prepared: Prepared, talk: Conversation): Breach | undefined {
  const breach = judgeInbound(talk);
  if (breach?.breach.kind !== 'inbound') return breach;
  const { packet, ending } = talk.first;
  if (ending.kind === 'delivered' && !isAnsweredOutside(prepared, talk.first)) return undefined;
  // A box of the provider stands before a private address, and may before one that no text states: it passes on what it is
  // told to, and that is no ping.
  const isPing = packet.protocol === 1 && (isPrivate(packet.dst) || !isStated(prepared, packet.dst));
  return isPing ? { ...breach, breach: { ...breach.breach, kind: 'pinged' } } : breach;
}

const isStated = ({ router }: Prepared, address: number): boolean =>
  router.addresses.some(({ address: own }) => ipv4ToNumber(own.address) === address);

/** The VPN server that takes it, or the port forward. */
function concernedBy({ packet, ending }: Trace, served: Served | undefined): Concerned[] {
  const { protocol, dstPort: port } = packet;
  if (ending.kind === 'delivered') return served ? [{ service: served.service, protocol, port }] : [];
  const isForward = 'dst' in ending && (ending.dst.address !== packet.dst || ending.dst.port !== port);
  return isForward && carriesPorts(protocol) ? [{ service: 'port forward', protocol, port }] : [];
}

/** Does the conversation let an administrator work: the router takes the packet, and its answer comes back? */
export function isAdmitted({ first, answer }: Conversation): boolean {
  if (first.ending.kind !== 'delivered') return false;
  const back = answer && leavingOf(answer);
  return back?.out === first.packet.in;
}
