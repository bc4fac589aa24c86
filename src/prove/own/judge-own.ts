import { type Ipv4Bounds, prefixRange, splitPrefix } from '../../net/index.ts';
import { connectedNetwork } from '../../rib/index.ts';
import { type Ending, leavingOf, type Prepared, type Trace } from '../../walk/index.ts';
import type { Breach } from '../invariants/breach.ts';
import type { Conversation } from '../search/conversation.ts';
import type { Asked } from './asked.ts';
import { leadsIntoItself } from './tunnel-loops.ts';

/** The router's question leaves by a way on which an answer can come, and rules take the answer. */
export function judgeOwn(
  prepared: Prepared,
  asked: Asked,
  { first, answer }: Conversation,
): Breach | undefined {
  const about = { service: asked.service, to: first.packet.dst, name: unknownName(asked) };
  const ring = leadsIntoItself(prepared, asked, first);
  if (ring && !isLeft(prepared, ring)) return undefined;
  if (ring)
    return {
      invariant: 'tunnels-lead-outside',
      breach: { kind: 'into-itself', ...about, ring },
      trace: first,
    };
  const shown = arrives(prepared, first) ? answer : first;
  if (!shown || isTaken(shown, answer) || isKept(asked, shown) || isNeighbour(shown)) return undefined;
  const breach = { kind: 'own', ...about, answered: shown === answer } as const;
  return { invariant: 'router-reaches-servers', breach, trace: shown };
}

/** Is there a WAN besides these tunnels that is not dead? */
const isLeft = ({ wans, world, options: { dead = [] } }: Prepared, ring: readonly string[]): boolean =>
  wans.some(name => !ring.includes(name) && !dead.includes(name) && world.interfaces[name]?.running === true);

/** What the text calls it, where its address is not known. */
const unknownName = ({ isKnown, name }: Asked): string | undefined => (isKnown ? undefined : name);

const isTaken = (shown: Trace, answer: Trace | undefined): boolean =>
  shown === answer && shown.ending.kind === 'delivered';

/** A host on a WAN's own network: it is out of reach with that WAN, whatever else leads out. */
function isNeighbour({ ending, steps }: Trace): boolean {
  const routed = steps.findLast(step => step.kind === 'routed');
  return ending.kind === 'lost' && routed?.kind === 'routed' && routed.route?.source === 'connect';
}

/** A rule keeps a probe from going by another way than its own. */
const isKept = ({ service }: Asked, { ending: { kind } }: Trace): boolean =>
  service === 'netwatch' && (kind === 'dropped' || kind === 'rejected');

/** It gets out, or into a tunnel of IPsec. What is for a network of one's own must not leave by a WAN. */
function arrives({ wans, setup }: Prepared, first: Trace): boolean {
  const { ending } = first;
  if (ending.kind === 'delivered' || ending.kind === 'encrypted' || isHeldBack(ending)) return true;
  const left = leavingOf(first);
  if (ending.kind !== 'forwarded' || !left) return false;
  return !(wans.includes(left.out) && isInside({ setup, wans }, left.dst.address));
}

/** A route for that very address discards it: it shall go by no other way while its own is down. */
const isHeldBack = (ending: Ending): boolean =>
  ending.kind === 'discarded' &&
  ending.route !== undefined &&
  splitPrefix(ending.route.destination).length === 32;

/** Does it lie in a network of the router that is no uplink's? */
function isInside({ setup: { world }, wans }: Pick<Prepared, 'setup' | 'wans'>, address: number): boolean {
  return Object.values(world.interfaces).some(
    ({ name, addresses }) =>
      !wans.includes(name) && addresses.some(own => isWithin(prefixRange(connectedNetwork(own)), address)),
  );
}

const isWithin = ({ from, to }: Ipv4Bounds, address: number): boolean => address >= from && address <= to;
