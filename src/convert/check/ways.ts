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
  /** One way for each end, the likeliest of the first scenario first. */
  readonly ends: ReadonlyMap<string, Trace>;
  /** False: there are more ways than were walked. */
  readonly complete: boolean;
}

/** `drawn`: hash, counters and chance take their course. `limit`: more ways are not walked. */
export function waysOf(
  prepared: Prepared,
  packet: Packet,
  { drawn, limit }: { readonly drawn: boolean; readonly limit: number },
): Ways {
  const found = possibilities(prepared, packet, { drawn, limit });
  const ends = new Map<string, Trace>();
  const endOfTrace = new Map<Trace, string>();
  for (const { trace } of found.scenarios.flatMap(({ ways }) => ways)) {
    const end = endOf(trace);
    endOfTrace.set(trace, end);
    if (!ends.has(end)) ends.set(end, trace);
  }
  return {
    key: keyOf(found, trace => endOfTrace.get(trace) ?? endOf(trace)),
    ends,
    complete: found.complete,
  };
}

/** The way that is none of the other's, else the likeliest. */
export function oddOf({ ends }: Ways, other: Ways): Trace | undefined {
  const odd = [...ends].find(([end]) => !other.ends.has(end)) ?? [...ends][0];
  return odd?.[1];
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
  const sums = new Map<string, number>();
  for (const { share, trace } of ways) {
    const key = end(trace);
    sums.set(key, (sums.get(key) ?? 0) + share);
  }
  return [...sums].map(([key, share]) => `${key} ${share.toFixed(6)}`).sort();
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
