import { learned } from './faded.ts';
import { neededOf } from './judges.ts';
import type { LineMachine, Phase } from './machine.ts';
import { outage, outageHalfLifeMs, revive, rise } from './parameters.ts';
import { askAll, type Sending, silently } from './probing.ts';
import { holdMs } from './suspicion.ts';

type Down = Extract<Phase, { readonly kind: 'down' }>;

/** A dead line is asked on: fast at first and while it answers, slowly when it has been dead for long or is only held down. */
export function askDead(machine: LineMachine, phase: Down, nowMs: number): Sending {
  if (nowMs < phase.nextMs) return silently(machine);
  const { machine: asked, effects } = askAll(machine, machine.seq, 'revive', nowMs);
  return {
    machine: { ...asked, phase: { ...phase, nextMs: nowMs + pause(machine, phase, nowMs) } },
    effects,
  };
}

function pause({ watch }: LineMachine, { good, sinceMs }: Down, nowMs: number): number {
  if (good >= rise) return watch.slowMs;
  if (good > 0) return revive.goodMs;
  return nowMs - sinceMs < revive.forMs ? revive.everyMs : watch.slowMs;
}

/** A deciding target answered a dead line: a verdict that was wrong is taken back, else enough of them bring it back. */
export function answeredDead(
  machine: LineMachine,
  phase: Down,
  { seq, target }: { readonly seq: number; readonly target: string },
  nowMs: number,
): LineMachine {
  if (seq <= phase.last) return alive(machine);
  const heard = phase.heard.includes(target) ? phase.heard : [...phase.heard, target];
  const first = phase.good === 0;
  const better: Down = { ...phase, good: phase.good + 1, heard, nextMs: first ? nowMs : phase.nextMs };
  const known = first ? shortOutage(machine, phase, nowMs) : machine;
  const isBack =
    better.good >= rise &&
    heard.length >= neededOf(machine) &&
    nowMs >= phase.sinceMs + holdMs(machine, nowMs);
  return isBack ? alive(known) : { ...known, phase: better };
}

/** An outage that ends by itself so soon is this line's nature. */
function shortOutage(machine: LineMachine, { sinceMs, silenceMs }: Down, nowMs: number): LineMachine {
  const downMs = nowMs - sinceMs;
  if (downMs > outage.over) return machine;
  return { ...machine, outage: learned(machine.outage, silenceMs + downMs, outageHalfLifeMs, nowMs) };
}

const alive = (machine: LineMachine): LineMachine => ({ ...machine, phase: { kind: 'calm' } });

/** One that is missed begins the count anew. */
export const missedDead = (phase: Down): Down =>
  phase.good === 0 ? phase : { ...phase, good: 0, heard: [] };
