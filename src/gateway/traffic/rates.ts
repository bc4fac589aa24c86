import type { GatewayPort } from '../loop/index.ts';
import type { LineRates, RatesMessage } from '../replies/live-reply.ts';
import { type BetweenPort, betweenSeconds } from './between-seconds.ts';
import type { CountedTraffic, SecondListener } from './counted.ts';
import { passedRates } from './passed-rates.ts';
import type { Sample } from './sampler.ts';

type Measured = Awaited<ReturnType<GatewayPort['measured']>>;

/** What lines carry between two looks, with what probes measure. */
export interface RatesBasis {
  readonly before: Sample;
  readonly now: Sample;
  readonly measured: Measured;
  /** Lines, with the number that their connections carry where they have one. */
  readonly lines: readonly { readonly line: string; readonly number?: number | undefined }[];
  readonly tracked: RatesMessage['tracked'];
}

export function ratesMessage(
  at: string,
  { before, now, measured, lines, tracked }: RatesBasis,
): RatesMessage {
  const passed = (name: string) => passedRates(before, now, name);
  const interfaces = Object.keys(now.bytes).flatMap(name => {
    const found = passed(name);
    return found ? [[name, found] as const] : [];
  });
  const ofLines = lines.flatMap(({ line, number }) => {
    const found = passed(line);
    if (!found) return [];
    const { roundTripMs, jitterMs, loss } = measured[line] ?? {};
    const opened = { openedPerSecond: openedRate(before, now, number) };
    return [[line, { ...found, roundTripMs, jitterMs, loss, ...opened } satisfies LineRates] as const];
  });
  return {
    at,
    overMs: now.atMs - before.atMs,
    lines: Object.fromEntries(ofLines),
    interfaces: Object.fromEntries(interfaces),
    tracked,
  };
}

function openedRate(before: Sample, now: Sample, number: number | undefined): number | undefined {
  const [was, is] = number === undefined ? [] : [before.opened[number], now.opened[number]];
  if (was === undefined || is === undefined || is < was) return undefined;
  return (is - was) / ((now.atMs - before.atMs) / 1000);
}

export interface RatesOptions {
  readonly port: Pick<GatewayPort, 'measured' | 'tracked'> & BetweenPort;
  readonly everySecond: CountedTraffic['everySecond'];
  readonly lines: () => RatesBasis['lines'];
}

type Listener = (message: RatesMessage) => void;

/**
 * Tells what lines carry, each second, for as long as somebody listens: nothing is read for nobody. Whoever wants to know more often
 * (`hz`, at most 10) hears between the seconds what interfaces have counted until then.
 */
export function followedRates({ port, everySecond, lines }: RatesOptions) {
  const listeners = new Set<Listener>();
  const between = betweenSeconds(port);
  let before: Sample | undefined;
  let isAsking = false;
  const tell = async (then: Sample, now: Sample): Promise<void> => {
    const at = new Date().toISOString();
    const measured = await port.measured();
    const message = ratesMessage(at, {
      before: then,
      now,
      measured,
      lines: lines(),
      tracked: port.tracked(),
    });
    between.heard(message);
    for (const listener of [...listeners]) listener(message);
  };
  const seconds: SecondListener = {
    isWanted() {
      if (listeners.size === 0) before = undefined;
      return listeners.size > 0;
    },
    hear({ now }) {
      if (isAsking) return;
      const then = before;
      before = now;
      if (!then) return;
      isAsking = true;
      void tell(then, now).finally(() => {
        isAsking = false;
      });
    },
  };
  everySecond(seconds);
  return (listener: Listener, hz = 1): (() => void) => {
    listeners.add(listener);
    const end = hz > 1 ? between.follow(listener, hz) : () => {};
    return () => {
      listeners.delete(listener);
      end();
    };
  };
}
