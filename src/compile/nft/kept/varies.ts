import {
  type Aspect,
  type FirewallRule,
  type Matcher,
  matcherTraits,
  type Router,
} from '../../../model/index.ts';
import type { Said } from '../../../text/index.ts';
import { isWrittenOnce } from '../address-list.ts';

/**
 * What stays the same for the packets of one direction of an established connection: its ends are in its tuple, its marks are
 * those of the connection, and `in` is asked before a kept decision is used.
 */
const fixed: ReadonlySet<Aspect> = new Set<Aspect>([
  ...(['source', 'destination', 'in', 'protocol', 'source-port', 'destination-port', 'ports'] as const),
  ...(['connection-mark', 'routing-mark', 'connection-state', 'connection-nat-state', 'hash'] as const),
]);

/** Actions whose whole effect a kept decision repeats, or which end a packet. */
const repeatable: ReadonlySet<FirewallRule['action']['kind']> = new Set([
  ...(['accept', 'drop', 'reject', 'tarpit', 'jump', 'return', 'passthrough'] as const),
  ...(['mark-connection', 'mark-routing'] as const),
]);

/** May a later packet of the connection be answered otherwise than this one? */
function isFixed(router: Router, matcher: Matcher): boolean {
  if (!fixed.has(matcherTraits[matcher.kind].reads)) return false;
  if (matcher.kind === 'src-address-list' || matcher.kind === 'dst-address-list')
    return isWrittenOnce(router, matcher.list);
  return true;
}

/**
 * The part of a rule that says which connections it has to see each packet of: undefined where it need not. A rule for
 * new connections alone sees no later packet.
 */
export function connectionsToSee(router: Router, rule: FirewallRule): readonly Matcher[] | undefined {
  return whyEach(router, rule) === undefined ? undefined : rule.matchers.filter(one => isFixed(router, one));
}

/** Why a rule has to see each packet of some connections, as the end of a sentence; undefined: it need not. */
export function whyEach(router: Router, rule: FirewallRule): Said | undefined {
  if (isForFirstPackets(rule)) return undefined;
  const varying = rule.matchers.find(matcher => !isFixed(router, matcher));
  if (varying)
    return {
      en: `${varying.kind} may differ from packet to packet`,
      id: `${varying.kind} dapat berbeda dari paket ke paket`,
    };
  if (!repeatable.has(rule.action.kind))
    return {
      en: `${rule.action.kind} is done with each packet`,
      id: `${rule.action.kind} dikenakan pada setiap paket`,
    };
  if (rule.log) return { en: 'it logs each packet', id: 'setiap paket dicatat di log' };
  return trustsAddressType(rule)
    ? {
        en: "an address may be the router's no longer",
        id: 'sebuah alamat bisa jadi bukan lagi milik router',
      }
    : undefined;
}

const isForFirstPackets = ({ matchers }: FirewallRule): boolean =>
  matchers.some(
    matcher =>
      matcher.kind === 'connection-state' && matcher.states.includes('established') === matcher.negated,
  );

/**
 * A mark for what is local: an address may be the router's no longer. The other way round no harm is done, as the local
 * table is looked in first.
 */
const trustsAddressType = ({ matchers, action }: FirewallRule): boolean =>
  action.kind.startsWith('mark-') &&
  matchers.some(
    matcher =>
      (matcher.kind === 'dst-address-type' || matcher.kind === 'src-address-type') &&
      !(matcher.negated && matcher.types.length === 1 && matcher.types[0] === 'local'),
  );
