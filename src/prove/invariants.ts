import { isDefault, printIpv4 } from '../net/index.ts';
import { endingText, leavingOf, nameOf, type Prepared, type Trace } from '../walk/index.ts';
import type { Direction, PacketClass } from './classes.ts';
import type { Conversation } from './conversation.ts';

/** What must hold, by name. */
export const invariantNames = [
  'lan-reaches-internet',
  'answer-returns',
  'connection-stays',
  'answer-leaves-as-it-came',
  'nothing-loops',
  'nothing-leaks',
  'admin-gets-in',
  'pcc-is-complete',
  'tables-are-live',
] as const;

export type InvariantName = (typeof invariantNames)[number];

const inbound = ['answer-leaves-as-it-came', 'nothing-loops', 'nothing-leaks'] as const;

const byDirection: Readonly<Record<Direction, readonly InvariantName[]>> = {
  'lan-to-internet': [
    'lan-reaches-internet',
    'answer-returns',
    'connection-stays',
    'nothing-loops',
    'nothing-leaks',
  ],
  'lan-to-router': ['admin-gets-in', 'nothing-loops', 'nothing-leaks'],
  'wan-to-router': inbound,
  'wan-to-elsewhere': inbound,
};

/** Which invariants a packet of a direction can break. */
export function invariantsOf(direction: Direction): readonly InvariantName[] {
  return byDirection[direction];
}

/** A conversation that breaks an invariant: which, in one sentence, and the walk that shows it. */
export interface Breach {
  readonly invariant: InvariantName;
  readonly sentence: string;
  readonly trace: Trace;
}

/** Judges one conversation of a class; undefined: all holds. */
export function judge(
  prepared: Prepared,
  { direction }: PacketClass,
  talk: Conversation,
): Breach | undefined {
  const general = judgeAlways(prepared, talk.first);
  if (general) return general;
  switch (direction) {
    case 'lan-to-internet':
      return judgeOutbound(prepared, talk);
    case 'wan-to-router':
    case 'wan-to-elsewhere':
      return judgeInbound(prepared, talk);
    case 'lan-to-router':
      return undefined;
  }
}

/** Loops and leaks are wrong whoever sent the packet. */
function judgeAlways(prepared: Prepared, trace: Trace): Breach | undefined {
  const { kind } = trace.ending;
  const sentence = `A packet ${endingText(prepared, trace)}.`;
  if (kind === 'looped') return { invariant: 'nothing-loops', sentence, trace };
  return kind === 'leaked' ? { invariant: 'nothing-leaks', sentence, trace } : undefined;
}

/** Rules may refuse a packet: that is policy. What is let through must arrive, come back, and stay. */
function judgeOutbound(prepared: Prepared, { first, answer, later }: Conversation): Breach | undefined {
  const { ending } = first;
  if (!endsWell(first)) {
    const sentence = `A packet from the LAN to the Internet ${endingText(prepared, first)}.`;
    return { invariant: 'lan-reaches-internet', sentence, trace: first };
  }
  if (ending.kind !== 'forwarded' || !answer || !later) return undefined;
  return judgeReturn(prepared, first, answer) ?? judgeLater(prepared, first, later);
}

function reachesWan({ ending }: Trace): boolean {
  return ending.kind === 'forwarded' ? ending.wan : ending.kind === 'delivered';
}

/** It gets to the Internet, or something that the configuration states refuses it. */
export function endsWell(first: Trace): boolean {
  return reachesWan(first) || isPolicy(first);
}

/** A rule dropped it, or a route for that very destination discards it. */
function isPolicy({ ending }: Trace): boolean {
  if (ending.kind === 'dropped' || ending.kind === 'rejected') return true;
  return ending.kind === 'discarded' && !(ending.route && isDefault(ending.route.destination));
}

function judgeReturn(prepared: Prepared, first: Trace, answer: Trace): Breach | undefined {
  const back = leavingOf(answer);
  const home = back?.out === first.packet.in && back?.dst.address === first.packet.src;
  if (home) return undefined;
  const sentence = `The answer to a packet from the LAN ${endingText(prepared, answer)}.`;
  return { invariant: 'answer-returns', sentence, trace: answer };
}

function judgeLater(prepared: Prepared, first: Trace, later: Trace): Breach | undefined {
  const [before, after] = [leavingOf(first), leavingOf(later)];
  if (before?.out === after?.out && before?.src.address === after?.src.address) return undefined;
  const way = before ? nameOf(prepared.router, before.out) : '';
  const sentence = `The first packet of a connection leaves by ${way}, the next one ${endingText(prepared, later)}.`;
  return { invariant: 'connection-stays', sentence, trace: later };
}

/** What came in by an uplink and was taken must be answered by the same uplink, under the address that was asked. */
function judgeInbound(prepared: Prepared, { first, answer }: Conversation): Breach | undefined {
  const arrived = first.ending.kind === 'delivered' || first.ending.kind === 'forwarded';
  if (!arrived || !answer) return undefined;
  const back = leavingOf(answer);
  const refused = answer.ending.kind === 'dropped' || answer.ending.kind === 'rejected';
  if (refused || (back?.out === first.packet.in && back?.src.address === first.packet.dst)) return undefined;
  const { router } = prepared;
  const sentence = `A packet to ${printIpv4(first.packet.dst)} came in by ${nameOf(router, first.packet.in ?? '')}; the answer ${endingText(prepared, answer)}.`;
  return { invariant: 'answer-leaves-as-it-came', sentence, trace: answer };
}

/** Does the conversation let an administrator work: the router takes the packet, and its answer comes back? */
export function isAdmitted({ first, answer }: Conversation): boolean {
  if (first.ending.kind !== 'delivered') return false;
  const back = answer && leavingOf(answer);
  return back?.out === first.packet.in;
}
