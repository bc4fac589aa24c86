import type { LineSecond } from '../../health/index.ts';
import { environmentTrouble } from '../../sys/index.ts';
import type { GatewayPort, Traffic } from '../loop/index.ts';

type Probed = Awaited<ReturnType<GatewayPort['measured']>>;

/** What was counted and measured until a moment. */
export interface Look {
  readonly atMs: number;
  readonly bytes: Traffic['bytes'];
  readonly probed: Probed;
}

/** What each line did between two looks; lines whose counters begin anew are left out. */
export function secondsBetween(
  before: Look,
  now: Look,
  lines: readonly { readonly interface: string; readonly isDead: boolean }[],
): readonly LineSecond[] {
  const passed = (now.atMs - before.atMs) / 1000;
  if (passed <= 0) return [];
  return lines.flatMap(({ interface: line, isDead }): LineSecond[] => {
    const [was, is] = [before.bytes[line], now.bytes[line]];
    if (!was || !is || is.received < was.received || is.sent < was.sent) return [];
    const rate = (from: number, to: number): number => ((to - from) * 8) / passed;
    return [
      {
        ...{ line, isUp: !isDead },
        receivedBps: rate(was.received, is.received),
        sentBps: rate(was.sent, is.sent),
        roundTripsMs: newTrips(before.probed[line]?.probes, now.probed[line]?.probes),
      },
    ];
  });
}

type Probes = Probed[string]['probes'];

function newTrips(before: Probes, now: Probes): readonly (number | undefined)[] {
  if (!now) return [];
  const fresh = now.sampled - (before?.sampled ?? now.sampled);
  return fresh <= 0 ? [] : now.tripsMs.slice(-fresh);
}

const everyMs = 1000;

/** Tells of each second for as long as it is wanted: what is not asked for costs nothing. */
export function everySecond(
  port: Pick<GatewayPort, 'traffic' | 'measured' | 'nowMs'>,
  isWanted: () => boolean,
  tell: (before: Look, now: Look) => void,
): { stop(): void } {
  let before: Look | undefined;
  let isLooking = false;
  const look = async (): Promise<void> => {
    const probed = await port.measured();
    const now = { atMs: port.nowMs(), bytes: port.traffic().bytes, probed };
    if (before) tell(before, now);
    before = now;
  };
  const timer = setInterval(() => {
    if (!isWanted()) before = undefined;
    if (isLooking || !isWanted()) return;
    isLooking = true;
    look()
      // Figures that cannot be read now are read the next time.
      .catch((error: unknown) => {
        if (!environmentTrouble(error)) throw error;
        before = undefined;
      })
      .finally(() => {
        isLooking = false;
      });
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
