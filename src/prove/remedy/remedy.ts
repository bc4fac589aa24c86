import type { Fault } from '../../rib/index.ts';
import type { Defect } from '../defects/defect.ts';
import type { InvariantName } from '../invariants/breach.ts';
import type { Proof } from '../prove.ts';
import type { Violation } from '../search/search.ts';
import { linesForDefect } from './defect-lines.ts';
import { linesFor } from './lines.ts';
import { isMissed, pricesOf } from './price.ts';

/** What lines may mend. */
export type Mended = Violation | Defect;

/** Lines that were proved to mend it and to break nothing else. */
export interface Remedy {
  readonly lines: readonly string[];
  /** States in which it is violated all the same. */
  readonly left: readonly Fault[];
}

/** Walks that may be spent on trying remedies, and how many may be tried: scripts, too, take time in every proof. */
const budget = 200_000;
const tries = 8;
/** What a state of the uplinks costs before anything is walked in it, as walks: its routes, and what its scripts do. */
const perState = 1500;

/**
 * A remedy for each violation and remark for which one is known that holds: the text with its lines is proved once more.
 * `proofWith` proves the text with lines behind it; undefined: they cannot be read.
 */
export function remediesOf(
  proof: Proof,
  proofWith: (lines: readonly string[]) => Proof | undefined,
): ReadonlyMap<Mended, Remedy> {
  const found = new Map<Mended, Remedy>();
  const tried = new Map<string, Proof | undefined>();
  const cost = Math.max(1, proof.linkStates * (proof.packetClasses + perState));
  let left = budget;
  for (const one of [...proof.defects, ...proof.violations, ...proof.remarks]) {
    const lines = 'flaw' in one ? linesForDefect(one, proof.healthy) : linesFor(one);
    const key = lines.join('\n');
    const isDear = !tried.has(key) && (left < cost || tried.size >= tries);
    if (lines.length === 0 || isDear) continue;
    if (!tried.has(key)) {
      tried.set(key, proofWith(lines));
      left -= cost;
    }
    const after = tried.get(key);
    const remedy =
      after && ('flaw' in one ? defectRemedy(one, lines, proof, after) : remedyIn(one, lines, proof, after));
    if (remedy) found.set(one, remedy);
  }
  return found;
}

/** What is violated, in any state, that was not before, and is not the price of something that works now; undefined: nothing. */
export function worsenedBy(before: Proof, after: Proof): Mended | undefined {
  const known = keysOf(before);
  const isNew = (violations: readonly Violation[]): boolean =>
    [...keysOf({ ...after, violations, remarks: [] })].some(key => !known.has(key));
  const isPrice = pricesOf(before, after);
  const worse = [...after.violations, ...after.remarks.filter(isGrave)].find(
    one => !isPrice(one) && isNew([one]),
  );
  const flaws = before.defects.map(({ flaw }) => JSON.stringify(flaw));
  const defect = after.defects.find(({ flaw }) => !flaws.includes(JSON.stringify(flaw)));
  return worse ?? (after.defects.length > before.defects.length ? defect : undefined);
}

function remedyIn(one: Violation, lines: readonly string[], before: Proof, after: Proof): Remedy | undefined {
  const [known, now] = [keysOf(before), keysOf(after)];
  const isGone = !now.has(keyOf(one, one.invariant, one.fault));
  const hasMore = [...now].some(key => !known.has(key)) || after.defects.length > before.defects.length;
  if (!isGone || hasMore) return undefined;
  return { lines, left: (one.alsoIn ?? []).filter(fault => now.has(keyOf(one, one.invariant, fault))) };
}

/**
 * Nothing gets worse, in faulty states as little as while all is well. But that a WAN is missed where it is dead unnoticed
 * is the price of using it, and said.
 */
function defectRemedy(
  one: Defect,
  lines: readonly string[],
  before: Proof,
  after: Proof,
): Remedy | undefined {
  const known = keysOf(before);
  const isGone = !after.defects.some(({ flaw }) => JSON.stringify(flaw) === JSON.stringify(one.flaw));
  const added = (proof: Proof): string[] => [...keysOf(proof)].filter(key => !known.has(key));
  const missed = after.violations.filter(isMissed);
  const others = { ...after, violations: after.violations.filter(violation => !isMissed(violation)) };
  if (!isGone || added(others).length > 0 || after.defects.length >= before.defects.length) return undefined;
  const left = missed.flatMap(({ fault, alsoIn = [], invariant, breach }) =>
    [...(fault ? [fault] : []), ...alsoIn].filter(state => !known.has(keyOf({ breach }, invariant, state))),
  );
  return { lines, left };
}

/** What is violated in which state; a remark that third parties pass stands beside. */
const keysOf = ({ violations, remarks }: Proof): ReadonlySet<string> =>
  new Set(
    [...violations, ...remarks.filter(isGrave)].flatMap(one =>
      [one.invariant, ...(one.alsoBreaks ?? [])].flatMap(invariant =>
        [one.fault, ...(one.alsoIn ?? [])].map(fault => keyOf(one, invariant, fault)),
      ),
    ),
  );

/** That an address is lost with the WAN that it is pinned to is what pinning costs. */
const isGrave = ({ breach }: Violation): boolean => breach.kind !== 'pinned';

function keyOf(
  { breach }: Pick<Violation, 'breach'>,
  invariant: InvariantName,
  fault: Fault | undefined,
): string {
  const about = breach.kind === 'transit' || breach.kind === 'sent-on' ? breach.kind : '';
  return [invariant, about, fault?.interface, fault?.kind].join(' ');
}
