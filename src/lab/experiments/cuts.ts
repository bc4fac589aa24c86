import { monotonicMs, sleep } from '../../sys/index.ts';
import type { Lab } from '../build/lab.ts';
import type { Fault } from '../faults/fault.ts';
import { greeting } from '../traffic/index.ts';
import { type Pair, type ProbedPair, probePairs } from './pairs.ts';
import { viaOfGreeting } from './via.ts';

/** Unplugs every ISP but `only`, and waits until `pair` gets through by it. Resolves with the faults, to be repaired. */
export async function leaveAlone(lab: Lab, only: string, pair: Pair): Promise<readonly Fault[]> {
  const others = lab.isps.filter(({ name }) => name !== only);
  const faults = await Promise.all(others.map(({ name }) => lab.fault('unplug', name)));
  await throughBy(lab, only, pair, 5000);
  return faults;
}

/** Waits until a connection of `pair` comes through by `isp`, at most `limitMs`; true when it did. */
function throughBy(lab: Lab, isp: string, pair: Pair, limitMs: number): Promise<boolean> {
  return untilThrough(lab, pair, limitMs, via => via === isp);
}

/** The same by whichever ISP. */
export function throughAny(lab: Lab, pair: Pair, limitMs: number): Promise<boolean> {
  return untilThrough(lab, pair, limitMs, via => via !== undefined);
}

async function untilThrough(
  lab: Lab,
  pair: Pair,
  limitMs: number,
  accept: (via: string | undefined) => boolean,
): Promise<boolean> {
  const until = monotonicMs() + limitMs;
  while (monotonicMs() < until) {
    const result = await greeting({ ns: pair.client.ns, address: pair.address, timeoutMs: 1000 });
    if (accept(viaOfGreeting(lab.topology, result))) return true;
    await sleep(50);
  }
  return false;
}

/** Repairs what is still broken, in any order. */
export async function repairAll(faults: readonly Fault[]): Promise<void> {
  await Promise.all(faults.map(fault => fault.repair()));
}

/** The first of `candidates` that goes by `isp`, else the first that gets through at all. */
export async function pairBy(
  lab: Lab,
  isp: string,
  candidates: readonly Pair[],
): Promise<ProbedPair | undefined> {
  const probed = await probePairs(lab, candidates);
  return probed.find(({ via }) => via === isp) ?? probed.find(({ via }) => via !== undefined);
}
