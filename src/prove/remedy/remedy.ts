import type { Fault } from '../../rib/index.ts';
import type { Proof } from '../prove.ts';
import type { Violation } from '../search.ts';
import { linesFor } from './lines.ts';

/** Lines that were proved to mend a violation and to break nothing else. */
export interface Remedy {
  readonly lines: readonly string[];
  /** States in which it is violated all the same. */
  readonly left: readonly Fault[];
}

/** Walks that may be spent on trying remedies: a second or two. */
const budget = 200_000;

/**
 * A remedy for each violation and remark for which one is known that holds: the text with its lines is proved once more.
 * `proofWith` proves the text with lines behind it; undefined: they cannot be read.
 */
export function remediesOf(
  proof: Proof,
  proofWith: (lines: readonly string[]) => Proof | undefined,
): ReadonlyMap<Violation, Remedy> {
  const found = new Map<Violation, Remedy>();
  const tried = new Map<string, Proof | undefined>();
  const cost = Math.max(1, proof.packetClasses * proof.linkStates);
  let left = budget;
  for (const one of [...proof.violations, ...proof.remarks]) {
    const lines = linesFor(one);
    const key = lines.join('\n');
    if (lines.length === 0 || (!tried.has(key) && left < cost)) continue;
    if (!tried.has(key)) {
      tried.set(key, proofWith(lines));
      left -= cost;
    }
    const after = tried.get(key);
    const remedy = after && remedyIn(one, lines, proof, after);
    if (remedy) found.set(one, remedy);
  }
  return found;
}

function remedyIn(one: Violation, lines: readonly string[], before: Proof, after: Proof): Remedy | undefined {
  const [known, now] = [keysOf(before), keysOf(after)];
  const isGone = !now.has(keyOf(one, one.fault));
  const isNew = [...now].some(key => !known.has(key));
  if (!isGone || isNew || after.defects.length > before.defects.length) return undefined;
  return { lines, left: (one.alsoIn ?? []).filter(fault => now.has(keyOf(one, fault))) };
}

/** What is violated in which state; remarks stand beside. */
const keysOf = ({ violations, remarks }: Proof): ReadonlySet<string> =>
  new Set(
    [...violations, ...remarks].flatMap(one =>
      [one.fault, ...(one.alsoIn ?? [])].map(fault => keyOf(one, fault)),
    ),
  );

function keyOf({ invariant, breach }: Violation, fault: Fault | undefined): string {
  const about = breach.kind === 'pinned' || breach.kind === 'transit' ? breach.kind : '';
  return [invariant, about, fault?.interface, fault?.kind].join(' ');
}
