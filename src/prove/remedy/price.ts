import { printIpv4 } from '../../net/index.ts';
import type { Fault } from '../../rib/index.ts';
import { leavingOf, newState, walk } from '../../walk/index.ts';
import type { Proof } from '../prove.ts';
import type { Violation } from '../search/search.ts';
import { uplinksOf } from '../states/uplinks.ts';

/**
 * Which violations are no harm of a change, but how far something works that did not before: a line that is used for the
 * first time, a question that is asked for the first time, a mistake that is gone.
 */
export function pricesOf(before: Proof, after: Proof): (one: Violation) => boolean {
  const used = new Set(uplinksOf(before.healthy));
  const newLines = new Set(uplinksOf(after.healthy).filter(name => !used.has(name)));
  const blind = new Set(before.violations.filter(isMissed).flatMap(one => faultsOf(one).map(faultKey)));
  const isMended = after.defects.length < before.defects.length || mendsWell(before, after);
  // In a state in which a dead line is missed already, whatever uses the line is lost.
  const isBlind = (one: Violation): boolean => faultsOf(one).every(fault => blind.has(faultKey(fault)));
  return one =>
    (isMissed(one) && (isMended || isBlind(one) || isAskedAnew(one, before))) ||
    (isOfStrangers(one) && (isBy(one, newLines) || !gotIn(one, before)));
}

export const faultsOf = ({ fault, alsoIn = [] }: Violation): readonly Fault[] => [
  ...(fault ? [fault] : []),
  ...alsoIn,
];

const faultKey = ({ interface: name, kind }: Fault): string => `${name} ${kind}`;

/** A packet to the outside is lost by a WAN that is dead, which nobody notices. */
export const isMissed = ({ fault, trace }: Violation): boolean =>
  fault !== undefined && fault.kind !== 'unplugged' && trace.ending.kind === 'lost';

/** Is less violated while all is well? */
function mendsWell(before: Proof, after: Proof): boolean {
  const [known, now] = [before, after].map(
    ({ violations }) => new Set(violations.filter(({ fault }) => !fault).map(({ invariant }) => invariant)),
  );
  return known !== undefined && [...known].some(invariant => !now?.has(invariant));
}

/** The router asks a server that the text did not name. */
function isAskedAnew({ breach }: Violation, { healthy: { router } }: Proof): boolean {
  if (breach.kind !== 'own' || breach.service !== 'DNS') return false;
  const servers: readonly string[] = router.dns.servers;
  return !servers.includes(printIpv4(breach.to));
}

/** What comes in by a WAN, to the router or past it. */
const isOfStrangers = ({ breach, fault }: Violation): boolean =>
  fault === undefined && (breach.kind === 'inbound' || breach.kind === 'transit');

function isBy({ packet, trace }: Violation, lines: ReadonlySet<string>): boolean {
  return [packet.in, leavingOf(trace)?.out].some(name => name !== undefined && lines.has(name));
}

/** Was it let in before at all? What third parties send was refused, unless there was just no way for it. */
function gotIn({ packet, breach }: Violation, { healthy }: Proof): boolean {
  const { kind } = walk(healthy, newState(8), packet).ending;
  if (breach.kind === 'transit') return kind !== 'no-route';
  return kind === 'delivered' || kind === 'forwarded';
}
