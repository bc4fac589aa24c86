import { monotonicMs } from '../../sys/index.ts';
import { atRegularTimes } from './ping.ts';

/** Totals of one interface since it exists. */
export interface InterfaceTotals {
  /** When these were read, where that is known better than for the reading as a whole. */
  readonly atMs?: number | undefined;
  readonly rxBytes: number;
  readonly rxPackets: number;
  readonly txBytes: number;
  readonly txPackets: number;
  readonly mtu?: number | undefined;
  /** Administratively up and with carrier. */
  readonly running?: boolean | undefined;
}

/** Totals by interface name at one moment (monotonic ms). */
export interface Reading {
  readonly atMs: number;
  readonly interfaces: Readonly<Record<string, InterfaceTotals>>;
}

/** Mean rates of one interface between two readings; bits and packets a second. */
export interface InterfaceRates {
  readonly rxBps: number;
  readonly txBps: number;
  readonly rxPps: number;
  readonly txPps: number;
}

/** Readings being taken. */
export interface Metering {
  readings(): readonly Reading[];
  stop(): readonly Reading[];
}

/** Reads the totals every `everyMs`, beginning now. */
export function startMeter(read: () => Readonly<Record<string, InterfaceTotals>>, everyMs: number): Metering {
  const readings: Reading[] = [];
  const stop = atRegularTimes(everyMs, () => {
    readings.push({ atMs: monotonicMs(), interfaces: read() });
  });
  return {
    readings: () => readings,
    stop() {
      stop();
      return readings;
    },
  };
}

const nothing: InterfaceTotals = { rxBytes: 0, rxPackets: 0, txBytes: 0, txPackets: 0 };

/** Mean rates of `name` between two readings; zero where they are the same moment. */
function rates(from: Reading, to: Reading, name: string): InterfaceRates {
  const [before, after] = [from.interfaces[name] ?? nothing, to.interfaces[name] ?? nothing];
  const seconds = ((after.atMs ?? to.atMs) - (before.atMs ?? from.atMs)) / 1000;
  const per = (amount: number): number => (seconds > 0 ? amount / seconds : 0);
  return {
    rxBps: per((after.rxBytes - before.rxBytes) * 8),
    txBps: per((after.txBytes - before.txBytes) * 8),
    rxPps: per(after.rxPackets - before.rxPackets),
    txPps: per(after.txPackets - before.txPackets),
  };
}

/** The last reading not after `atMs` (else the first): the state of the counters at that moment. */
export function readingAt(readings: readonly Reading[], atMs: number): Reading {
  const found = readings.findLast(reading => reading.atMs <= atMs) ?? readings[0];
  return found ?? { atMs, interfaces: {} };
}

/** Mean rates between two moments. */
export function ratesBetween(
  readings: readonly Reading[],
  fromMs: number,
  toMs: number,
  name: string,
): InterfaceRates {
  return rates(readingAt(readings, fromMs), readingAt(readings, toMs), name);
}

/** Received (or sent) bit/s over time as points [ms since `startMs`, bit/s], one for each pair of readings. */
export function rateSeries(
  readings: readonly Reading[],
  name: string,
  which: keyof InterfaceRates,
  startMs: number,
): [number, number][] {
  return readings.slice(1).flatMap((to, index): [number, number][] => {
    const from = readings[index];
    return from ? [[Math.round(to.atMs - startMs), Math.round(rates(from, to, name)[which])]] : [];
  });
}
