import type { LineSecond } from '../../health/index.ts';
import type { GatewayPort, Traffic } from '../loop/index.ts';
import type { SecondListener } from './counted.ts';
import type { Sample } from './sampler.ts';

type Probed = Awaited<ReturnType<GatewayPort['measured']>>;

/** What was counted and measured until a moment. */
export interface Look {
  readonly atMs: number;
  readonly bytes: Traffic['bytes'];
  readonly probed: Probed;
}

/** A second that took longer is none: what a line did in each of them is not known. */
const longestSeconds = 3;

/** What each line did between two looks; lines whose counters begin anew are left out. */
export function secondsBetween(
  before: Look,
  now: Look,
  lines: readonly { readonly interface: string; readonly isDead: boolean }[],
): readonly LineSecond[] {
  const passed = (now.atMs - before.atMs) / 1000;
  if (passed <= 0 || passed > longestSeconds) return [];
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
  // Nobody has looked yet: what was answered until now shows how long that takes, most of it before there was much to carry.
  if (!before) return now.tripsMs.filter(ms => ms !== undefined);
  const fresh = now.sampled - before.sampled;
  return fresh <= 0 ? [] : now.tripsMs.slice(-fresh);
}

/** Tells of what lines did in each second; probes are asked for as long as that is wanted. */
export function lineSeconds(
  port: Pick<GatewayPort, 'measured'>,
  isWanted: () => boolean,
  tell: (before: Look, now: Look) => void,
): SecondListener {
  let before: Look | undefined;
  let isAsking = false;
  const ask = async ({ atMs, bytes }: Sample): Promise<void> => {
    const now = { atMs, bytes, probed: await port.measured() };
    if (before) tell(before, now);
    before = before ? now : { ...now, probed: {} };
  };
  return {
    isWanted() {
      if (!isWanted()) before = undefined;
      return isWanted();
    },
    hear({ now }) {
      if (isAsking) return;
      isAsking = true;
      void ask(now).finally(() => {
        isAsking = false;
      });
    },
  };
}
