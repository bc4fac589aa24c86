import type { Origin } from '../../model/index.ts';
import type { Decisions, Outcome, PointView } from '../../walk/index.ts';

/** What can be said of one requirement. */
export type VerdictKind = 'holds' | 'violated' | 'depends' | 'not-judged';

/** Why an invariant could not be judged; `no-seed`: none was found with which the hashes go the bad way. */
export type NotJudged =
  | { readonly kind: 'stopped-early' | 'no-wan' | 'no-lan' | 'no-default' | 'no-nat' }
  /** Answers of the router: this part of a configuration leaves to the rest by which line they go. */
  | { readonly kind: 'part' }
  /** Of a table with gateways, for a WAN without an address. */
  | { readonly kind: 'no-address'; readonly table: string }
  /** A statement about a table is not understood. */
  | { readonly kind: 'not-understood'; readonly table: string; readonly origin: Origin }
  /** Of leaks by a WAN behind which another router of one's own seems to stand, by a statement. */
  | { readonly kind: 'inner-router'; readonly wan: string; readonly origin: Origin }
  /** A statement of the text that only the router can carry out may add what is missing. */
  | { readonly kind: 'left-to-router'; readonly point: PointView }
  /** Of a table whose rules are an example of a page, which shows no route of it. */
  | { readonly kind: 'no-route'; readonly table: string }
  /** A list that NAT asks is not filled in this part of a configuration. */
  | { readonly kind: 'unfilled-list'; readonly list: string; readonly origin: Origin }
  /** Whom other rules put on a list is let in: whether anybody who should does what they ask for. */
  | { readonly kind: 'knocked'; readonly list: string; readonly origin: Origin }
  /** A default route names a port alone: whether the provider answers ARP for every address. */
  | { readonly kind: 'proxy-arp'; readonly wan: string }
  /** The default route leads to a neighbour on a LAN. */
  | { readonly kind: 'led-inside'; readonly lan: string; readonly gateway: number }
  /** No route of the text leads there, and a protocol may teach one. */
  | { readonly kind: 'taught'; readonly protocol: string; readonly origin: Origin }
  /** What leaves by a WAN gets an address that no port of the router has: whether the provider brings it here. */
  | { readonly kind: 'brought-here'; readonly wan: string; readonly address: number }
  /** A page with pieces that cannot be of one router. */
  | { readonly kind: 'several'; readonly origin: Origin; readonly before: Origin }
  | { readonly kind: 'no-seed'; readonly tried: number }
  /** There are more kinds of packets than are walked. */
  | { readonly kind: 'too-many-kinds'; readonly leftOut: number };

/** What one way shows. */
export type Finding<T> =
  | { readonly kind: 'holds' }
  | { readonly kind: 'violated'; readonly outcome: Outcome<T>; readonly seed: number }
  /** It holds or not, depending on points; the outcome is one where it does not. */
  | {
      readonly kind: 'depends';
      readonly outcome: Outcome<T>;
      readonly seed: number;
      readonly points: ReadonlySet<number>;
    }
  | { readonly kind: 'not-judged'; readonly why: NotJudged };

/** What is judged of all ways. */
export interface Judging<T> {
  /** Can nobody say how a point goes? Else it goes every way for some connection. */
  readonly isOpen: (point: number) => boolean;
  /** Judges one way. */
  readonly judge: (outcome: Outcome<T>) => Finding<T>;
}

/**
 * What all ways together say. Where hash, counter or chance decide, one bad way is enough; where something is open,
 * all ways must be bad to call it violated, and good to say that it holds.
 */
export function judgeAll<T>(tree: Decisions<T>, judging: Judging<T>): Finding<T> {
  return judgeBranch(tree, judging, new Map());
}

/** Ways that met share a branch: each is judged once. */
function judgeBranch<T>(
  tree: Decisions<T>,
  judging: Judging<T>,
  known: Map<Decisions<T>, Finding<T>>,
): Finding<T> {
  if (tree.kind === 'end') return judging.judge(tree.outcome);
  const before = known.get(tree);
  if (before) return before;
  const found = tree.ways.map(way => judgeBranch(way, judging, known));
  const all: readonly Finding<T>[] = tree.complete ? found : [...found, stopped];
  const finding = judging.isOpen(tree.point) ? byOpen(all, tree.point) : byChance(all);
  known.set(tree, finding);
  return finding;
}

/** More ways exist than were walked. */
export const stoppedEarly: NotJudged = { kind: 'stopped-early' };

const stopped = { kind: 'not-judged', why: stoppedEarly } as const;

const holding = { kind: 'holds' } as const;

function byChance<T>(found: readonly Finding<T>[]): Finding<T> {
  return (
    found.find(({ kind }) => kind === 'violated') ??
    mergedDepends(found) ??
    found.find(({ kind }) => kind === 'not-judged') ??
    holding
  );
}

function byOpen<T>(found: readonly Finding<T>[], point: number): Finding<T> {
  const [first] = found;
  if (!first) return holding;
  const alike = found.every(({ kind }) => kind === first.kind);
  if (alike) return mergedDepends(found) ?? first;
  const bad = found.find(one => one.kind === 'violated' || one.kind === 'depends');
  if (bad) return { ...bad, kind: 'depends', points: pointsOf(found, point) };
  return found.find(({ kind }) => kind === 'not-judged') ?? holding;
}

function mergedDepends<T>(found: readonly Finding<T>[]): Finding<T> | undefined {
  const first = found.find(({ kind }) => kind === 'depends');
  return first?.kind === 'depends' ? { ...first, points: pointsOf(found) } : undefined;
}

function pointsOf<T>(found: readonly Finding<T>[], ...more: readonly number[]): ReadonlySet<number> {
  return new Set([...more, ...found.flatMap(one => (one.kind === 'depends' ? [...one.points] : []))]);
}
