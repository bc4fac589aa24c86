import {
  decisionsOf,
  distinctPoints,
  type Exploration,
  openAt,
  type Prepared,
  type Trace,
  viewsOf,
} from '../../walk/index.ts';
import type { PacketClass } from '../classes/classes.ts';
import { type Conversation, converseAll } from '../search/conversation.ts';
import { isLimited } from '../search/limited.ts';
import type { Doubt, Findings, Violation } from '../search/search.ts';
import { WaysLimit } from '../search/ways-limit.ts';
import { knockedIn } from '../unjudged/knocked.ts';
import { type Finding, judgeAll, stoppedEarly } from '../unjudged/verdict.ts';
import type { BreachKind, InvariantName } from './breach.ts';
import { endsWell, isAdmitted } from './invariants.ts';
import { adminPorts } from './management.ts';

// What must succeed for somebody: rules may refuse any packet, yet not all of them.

/** Nobody on any LAN can reach any service by which the router is managed. */
export function lockedOut(prepared: Prepared, classes: readonly PacketClass[]): Findings {
  const doors = classes.filter(
    ({ direction, packet }) => direction === 'lan-to-router' && packet.protocol === 6,
  );
  const tries = doors.flatMap(one =>
    adminPorts(prepared.router).map(dstPort => ({ ...one, packet: { ...one.packet, dstPort } })),
  );
  const found = nobody(prepared, tries, {
    invariant: 'admin-gets-in',
    breach: { kind: 'nobody', invariant: 'admin-gets-in' },
    succeeds: isAdmitted,
    shown: ({ first, answer }) => (first.ending.kind === 'delivered' && answer ? answer : first),
  });
  const knocked = found.violations.length > 0 ? knockedIn(prepared.router) : undefined;
  if (!knocked) return found;
  return { ...nothing, doubts: [{ invariant: 'admin-gets-in', why: { kind: 'knocked', ...knocked } }] };
}

/** No packet from any LAN reaches the Internet, because rules drop them all. */
export function cutOff(prepared: Prepared, classes: readonly PacketClass[]): Findings {
  const outbound = classes.filter(({ direction }) => direction === 'lan-to-internet');
  return nobody(prepared, outbound, {
    invariant: 'lan-reaches-internet',
    breach: { kind: 'nobody', invariant: 'lan-reaches-internet' },
    // What is lost, or sent to a host of one's own, no rule refuses.
    succeeds: ({ first }) => first.ending.kind === 'forwarded' || !endsWell(first),
    shown: ({ first }) => first,
  });
}

/** A requirement that some packet must meet. */
interface Need {
  readonly invariant: InvariantName;
  readonly breach: BreachKind;
  readonly succeeds: (talk: Conversation) => boolean;
  /** The walk that shows the failure. */
  readonly shown: (talk: Conversation) => Trace;
}

interface Try {
  readonly one: PacketClass;
  readonly ways: Exploration<Conversation>;
  readonly finding: Finding<Conversation>;
}

const nothing: Findings = { violations: [], remarks: [], doubts: [] };

/** What is found where no packet of the classes meets a need. */
export function nobody(prepared: Prepared, classes: readonly PacketClass[], need: Need): Findings {
  const tries: Try[] = [];
  const limit = new WaysLimit();
  for (const one of classes) {
    const ways = converseAll(prepared, one.packet, { limit });
    const finding = successOf(prepared, ways, need);
    // It is enough that one packet gets through whatever is open.
    if (finding.kind === 'violated') return nothing;
    tries.push({ one, ways, finding });
  }
  // Ways that were not walked may fail, or be the one that gets through.
  const doubtful = tries.find(({ ways }) => !ways.complete);
  if (doubtful) return { ...nothing, doubts: [doubtOf(doubtful, need)] };
  const failing = tries.flatMap(attempt => failureOf(prepared, attempt, need) ?? []);
  const [first] = failing;
  if (!first) return nothing;
  const points = distinctPoints(failing.flatMap(failure => failure.points));
  const verdict = points.length === 0 ? 'violated' : 'depends';
  const found: readonly Violation[] = [{ ...first, verdict, points, packetClasses: classes.length }];
  const isMeant = failing.every(({ trace }) => isLimited({ verdict, points, trace }));
  return isMeant ? { ...nothing, remarks: found } : { ...nothing, violations: found };
}

/** `violated` here: some way succeeds for sure; `holds`: none ever does. */
function successOf(
  prepared: Prepared,
  ways: Exploration<Conversation>,
  { succeeds }: Need,
): Finding<Conversation> {
  const tree = decisionsOf(ways);
  if (!tree) return { kind: 'holds' };
  return judgeAll(tree, {
    isOpen: openAt(prepared),
    judge: outcome => (succeeds(outcome.result) ? { kind: 'violated', outcome, seed: 0 } : { kind: 'holds' }),
  });
}

type Failure = Omit<Violation, 'verdict' | 'packetClasses'>;

function failureOf(prepared: Prepared, { one, ways, finding }: Try, need: Need): Failure | undefined {
  const failed = ways.outcomes.find(({ result }) => !need.succeeds(result));
  if (!failed) return undefined;
  const { invariant, breach } = need;
  const { packet } = one;
  const trace = need.shown(failed.result);
  const points = finding.kind === 'depends' ? viewsOf(prepared, finding.points) : [];
  return { invariant, points, breach, packet, trace, seed: 0, prepared };
}

const doubtOf = ({ one }: Try, { invariant }: Need): Doubt => ({
  invariant,
  why: stoppedEarly,
  packet: one.packet,
});
