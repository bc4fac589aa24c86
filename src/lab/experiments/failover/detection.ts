import type { GatewayEvent } from '../../../gateway/index.ts';

/** When a gateway knew of a fault, and by what. */
export interface Detection {
  /** Monotonic ms; null where it never knew. */
  readonly detectedMs: number | null;
  /** `link`, `check`, or empty. */
  readonly detectedBy: string;
}

/**
 * The moment at which the gateway knew that the line at `port` is dead: it lost the link, or the last of the default
 * routes that left by it; where it had none, the first of its checks that failed.
 */
export function detection(
  events: readonly GatewayEvent[],
  port: string,
  faultMs: number,
  endMs: number,
): Detection {
  const after = events.filter(({ atMs }) => atMs >= faultMs && atMs <= endMs);
  const link = after.find(event => event.type === 'link' && event.interface === port && !event.running);
  if (link) return { detectedMs: link.atMs, detectedBy: 'link' };
  const before = events.findLast(event => event.type === 'routes-changed' && event.atMs < faultMs);
  const gone = leavesBy(before, port)
    ? after.find(event => event.type === 'routes-changed' && !leavesBy(event, port))
    : undefined;
  const check = after.find(event => event.type === 'check' && event.interface === port && !event.reachable);
  const found = gone ?? (leavesBy(before, port) ? undefined : check);
  return found ? { detectedMs: found.atMs, detectedBy: 'check' } : { detectedMs: null, detectedBy: '' };
}

function leavesBy(event: GatewayEvent | undefined, port: string): boolean {
  if (event?.type !== 'routes-changed') return false;
  return event.active.some(({ interfaces }) => interfaces.includes(port));
}
