import {
  type Packet,
  type Possibilities,
  type Possibility,
  type Prepared,
  possibilities,
  type Step,
  type Trace,
} from '../../walk/index.ts';

/** All that can happen to a packet, in words that two routers have in common. */
export interface Ways {
  /** The same for the same ways. */
  readonly key: string;
  /** One way for each end, the likeliest of the first scenario first, with its share in the first that has it. */
  readonly ends: ReadonlyMap<string, Way>;
  /** False: there are more ways than were walked. */
  readonly complete: boolean;
}

/** One way that a packet can go, and how likely it is among those that end alike for us: 0 to 1. */
export interface Way {
  readonly trace: Trace;
  readonly share: number;
}

/** `drawn`: hash, counters and chance take their course. `limit`: more ways are not walked. */
export function waysOf(
  prepared: Prepared,
  packet: Packet,
  { drawn, limit }: { readonly drawn: boolean; readonly limit: number },
): Ways {
  const found = possibilities(prepared, packet, { drawn, limit });
  const ends = new Map<string, Way>();
  const endOfTrace = new Map<Trace, string>();
  const nameOf = (trace: Trace): string => {
    const end = endOfTrace.get(trace) ?? endOf(trace);
    endOfTrace.set(trace, end);
    return end;
  };
  for (const { ways } of found.scenarios) {
    const sums = sumsOf(ways, nameOf);
    for (const { trace } of ways) {
      const end = nameOf(trace);
      if (!ends.has(end)) ends.set(end, { trace, share: sums.get(end) ?? 0 });
    }
  }
  return {
    key: keyOf(found, nameOf),
    ends,
    complete: found.complete,
  };
}

/** The way that is none of the other's, else the one whose share is most another's, else the likeliest. */
export function oddOf({ ends }: Ways, other: Ways): Way | undefined {
  const all = [...ends];
  const odd = all.find(([end]) => !other.ends.has(end));
  const apart = ([end, { share }]: readonly [string, Way]): number =>
    Math.abs(share - (other.ends.get(end)?.share ?? 0));
  return (odd ?? all.toSorted((a, b) => apart(b) - apart(a))[0])?.[1];
}

function keyOf({ scenarios }: Possibilities, end: (trace: Trace) => string): string {
  const keys = scenarios.map(({ conditions, ways }) => {
    const asked = conditions.map(({ point, choice }) => `${point.what}=${point.choices[choice] ?? choice}`);
    return JSON.stringify([asked.sort(), shares(ways, end)]);
  });
  return keys.sort().join('\n');
}

/** Ways that end alike for us are one; their shares to a millionth, which is less than any weight. */
function shares(ways: readonly Possibility[], end: (trace: Trace) => string): readonly string[] {
  return [...sumsOf(ways, end)].map(([key, share]) => `${key} ${share.toFixed(6)}`).sort();
}

function sumsOf(ways: readonly Possibility[], end: (trace: Trace) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { share, trace } of ways) sums.set(end(trace), (sums.get(end(trace)) ?? 0) + share);
  return sums;
}

/** How a packet ends, without the places where that is stated. */
export function endOf({ ending, steps }: Trace): string {
  const queues = steps.flatMap(queueOf);
  switch (ending.kind) {
    case 'dropped':
    case 'held-back':
    case 'encrypted':
      return JSON.stringify([ending.kind]);
    case 'rejected':
      return JSON.stringify([ending.kind, ending.with]);
    case 'discarded':
      return JSON.stringify([ending.kind, ending.type]);
    default:
      return JSON.stringify([ending, queues]);
  }
}

function queueOf(step: Step): readonly string[] {
  if (step.kind === 'fast-tracked') return ['fast-tracked'];
  return step.kind === 'queued' || step.kind === 'queued-in-tree' ? [step.queue.name] : [];
}
