import { environmentTrouble } from '../../sys/index.ts';
import { type GatewayPort, passedBy, type Traffic } from '../loop/index.ts';
import type { RatesMessage } from '../replies/live-reply.ts';
import { passedRates } from './passed-rates.ts';
import type { Sample } from './sampler.ts';

export type BetweenPort = Pick<GatewayPort, 'links' | 'nowMs'>;

type Listener = (message: RatesMessage) => void;

/** Rates are over that long, however often they are told: over a tenth of it they would show single packets. */
const overMs = 1000;

/** Tells between the seconds, for as long as somebody wants that. Interfaces alone are read for it: what else a second says stays. */
export function betweenSeconds(port: BetweenPort) {
  const following = new Map<Listener, { readonly everyMs: number; toldMs: number }>();
  let [samples, last]: [readonly Sample[], RatesMessage | undefined] = [[], undefined];
  let [timer, tickMs]: [NodeJS.Timeout | undefined, number] = [undefined, 0];
  const tick = (): void => {
    const now = sampleOf(port);
    if (!now) return;
    samples = [...samples.filter(({ atMs }) => now.atMs - atMs <= overMs + tickMs / 2), now];
    const [before = now] = samples;
    if (!last || before === now) return;
    const message = anew(last, before, now);
    for (const [listener, one] of [...following]) {
      // Ticks are late by some ms, and late ones must not add up.
      if (now.atMs - one.toldMs < one.everyMs - tickMs / 2) continue;
      one.toldMs = now.atMs;
      listener(message);
    }
  };
  const setTimer = (): void => {
    clearInterval(timer);
    tickMs = Math.min(...[...following.values()].map(({ everyMs }) => everyMs));
    if (following.size > 0) timer = setInterval(tick, tickMs).unref();
    else [samples, last] = [[], undefined];
  };
  return {
    /** What the last second said; everybody was told. */
    heard(message: RatesMessage): void {
      if (following.size === 0) return;
      last = message;
      for (const one of following.values()) one.toldMs = port.nowMs();
    },
    follow(listener: Listener, hz: number): () => void {
      following.set(listener, { everyMs: 1000 / hz, toldMs: Number.NEGATIVE_INFINITY });
      setTimer();
      return () => {
        if (following.delete(listener)) setTimer();
      };
    },
  };
}

/** Undefined where the kernel does not let us look: the next tick may. */
function sampleOf(port: BetweenPort): Sample | undefined {
  try {
    const passed: Omit<Traffic, 'opened'> = passedBy(port.links());
    return { atMs: port.nowMs(), ...passed, opened: {} };
  } catch (error) {
    if (!environmentTrouble(error)) throw error;
    return undefined;
  }
}

/** The same with what passed since; interfaces that were made anew are left out. */
function anew(last: RatesMessage, before: Sample, now: Sample): RatesMessage {
  const each = <T extends object>(of: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(
      Object.entries(of).flatMap(([name, one]) => {
        const passed = passedRates(before, now, name);
        return passed ? [[name, { ...one, ...passed }] as const] : [];
      }),
    );
  return {
    at: new Date().toISOString(),
    overMs: now.atMs - before.atMs,
    lines: each(last.lines),
    interfaces: each(last.interfaces),
    tracked: last.tracked,
  };
}
