import { leavingOf, newState, type Prepared, type Trace, walk } from '../walk/index.ts';
import { generator, type SampleFlow, type SampleSize, sampleFlows } from './sample.ts';

/** What one way out gets. `margin`: half of the interval that holds 95 of 100 boots. All 0..1. */
export interface Share {
  /** Name of the interface, or why it left by none: `dropped`, `lost by ether1`. */
  readonly way: string;
  readonly wan: boolean;
  readonly connections: number;
  readonly connectionsMargin: number;
  readonly bytes: number;
  readonly bytesMargin: number;
}

/** How traffic divides. */
export interface Spread {
  readonly shares: readonly Share[];
  readonly size: SampleSize;
  /** Boots that were imagined: each draws its own number for PCC. */
  readonly boots: number;
}

const boots = 40;

/**
 * Sends the same imagined connections through the router as it would be after each of many boots: the mean is what to
 * expect, the scatter is what chance does with so many clients and hosts.
 */
export function spreadOf(prepared: Prepared, size: SampleSize): Spread {
  const flows = sampleFlows(prepared, size);
  const random = generator(1);
  const runs = Array.from({ length: boots }, () => divide(prepared, flows, random(0xffffffff)));
  const ways = [...new Set([...prepared.wans, ...runs.flatMap(run => [...run.keys()])])];
  return { shares: ways.map(way => shareOf(prepared, way, runs)), size, boots };
}

interface Amount {
  connections: number;
  bytes: number;
}

function divide(prepared: Prepared, flows: readonly SampleFlow[], seed: number): Map<string, Amount> {
  const state = newState(flows.length + 1);
  state.seed = seed;
  const amounts = new Map<string, Amount>();
  const total = flows.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { packet, bytes } of flows) {
    const way = wayOf(walk(prepared, state, packet));
    const amount = amounts.get(way) ?? { connections: 0, bytes: 0 };
    amounts.set(way, amount);
    amount.connections += 1 / flows.length;
    amount.bytes += bytes / total;
  }
  return amounts;
}

/** By which interface a packet left, or what kept it. */
export function wayOf(trace: Trace): string {
  const left = leavingOf(trace);
  if (!left) return trace.ending.kind;
  return left.kind === 'forwarded' ? left.out : `${left.kind} by ${left.out}`;
}

function shareOf({ wans }: Prepared, way: string, runs: readonly ReadonlyMap<string, Amount>[]): Share {
  const connections = runs.map(run => run.get(way)?.connections ?? 0);
  const bytes = runs.map(run => run.get(way)?.bytes ?? 0);
  return {
    way,
    wan: wans.includes(way),
    connections: mean(connections),
    connectionsMargin: 1.96 * deviation(connections),
    bytes: mean(bytes),
    bytesMargin: 1.96 * deviation(bytes),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map(value => (value - middle) ** 2)));
}
