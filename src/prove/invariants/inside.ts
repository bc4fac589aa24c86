import { splitPrefix } from '../../net/index.ts';
import { isAnsweredDirectly, leavingOf, type Prepared, type Trace } from '../../walk/index.ts';
import type { Conversation } from '../search/conversation.ts';
import type { Breach } from './breach.ts';

// What stays inside: rules may refuse it (that is policy), but no mark may carry it out of the house.

/** From one LAN to another: neither the packet nor the answer may leave by a WAN. */
export function judgeBetweenLans(prepared: Prepared, { first, answer }: Conversation): Breach | undefined {
  const from = first.packet.in ?? '';
  if (isAstray(prepared, first)) {
    return { invariant: 'lan-reaches-lan', breach: { kind: 'to-lan', from }, trace: first };
  }
  if (!answer || !isAstray(prepared, answer)) return undefined;
  return { invariant: 'lan-reaches-lan', breach: { kind: 'from-lan', from }, trace: answer };
}

/** By an uplink, though nobody gave it another destination. */
function isAstray({ wans }: Prepared, trace: Trace): boolean {
  const left = leavingOf(trace);
  return left !== undefined && wans.includes(left.out) && left.dst.address === trace.packet.dst;
}

/** DHCP is answered below the firewall and the routes: nothing is established about marked packets of it. */
const dhcpServer = 67;

/** From a LAN to the router's own address there: it is taken or refused, and the answer goes back to the LAN. */
export function judgeToRouter({ first, answer }: Conversation): Breach | undefined {
  const { packet } = first;
  if (packet.protocol === 17 && packet.dstPort === dhcpServer) return undefined;
  const from = packet.in ?? '';
  const left = leavingOf(first);
  if (left && left.dst.address === packet.dst) {
    return { invariant: 'lan-reaches-router', breach: { kind: 'to-router', from }, trace: first };
  }
  if (first.ending.kind !== 'delivered' || !answer || isBack(first, answer)) return undefined;
  return { invariant: 'lan-reaches-router', breach: { kind: 'from-router', from }, trace: answer };
}

/** From the router to a host of LAN `to`: by no WAN, and the answer reaches the router; rules may refuse both. */
export function judgeToHost(
  prepared: Prepared,
  to: string,
  { first, answer }: Conversation,
): Breach | undefined {
  const invariant = 'router-reaches-lan';
  if (isLost(first) || isAstray(prepared, first))
    return { invariant, breach: { kind: 'to-host', to }, trace: first };
  const isTaken = !answer || answer.ending.kind === 'delivered' || isRefused(answer);
  return isTaken ? undefined : { invariant, breach: { kind: 'from-host', to }, trace: answer };
}

/** It gets nowhere, though no rule refuses it. */
const isLost = (trace: Trace): boolean =>
  trace.ending.kind !== 'forwarded' && trace.ending.kind !== 'delivered' && !isRefused(trace);

/** A rule refuses it, or a route for that very host. */
const isRefused = ({ ending }: Trace): boolean =>
  ending.kind === 'dropped' ||
  ending.kind === 'rejected' ||
  ending.kind === 'held-back' ||
  (ending.kind === 'discarded' &&
    ending.route !== undefined &&
    splitPrefix(ending.route.destination).length === 32);

/** It goes back where the question came from, or a rule refuses it. */
function isBack({ packet }: Trace, answer: Trace): boolean {
  return isRefused(answer) || leavingOf(answer)?.out === packet.in;
}

/** A port forward asked from a LAN, where it takes the packet: the answer comes from the address that was asked. */
export function judgeForward(prepared: Prepared, { first, answer }: Conversation): Breach | undefined {
  const { packet, ending } = first;
  if (ending.kind !== 'forwarded' || ending.wan || ending.dst.address === packet.dst) return undefined;
  const [from, to] = [packet.in ?? '', packet.dst];
  if (isAnsweredDirectly(prepared, first)) {
    return { invariant: 'forward-works-inside', breach: { kind: 'forward', from, to }, trace: first };
  }
  const back = answer && leavingOf(answer);
  if (!answer || (isBack(first, answer) && (!back || back.src.address === to))) return undefined;
  return { invariant: 'forward-works-inside', breach: { kind: 'from-forward', from, to }, trace: answer };
}
