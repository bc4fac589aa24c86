import { fadedMs, learned } from './faded.ts';
import { gatewayOf, isDeciding } from './judges.ts';
import type { LineCause } from './line-state.ts';
import type { LineMachine, Phase, Probe } from './machine.ts';
import { burstDense, burstLost, burstSpacingMs, hold, outage, outageHalfLifeMs } from './parameters.ts';
import { askAll, type Sending, silently } from './probing.ts';
import { timeoutOf } from './round-trip.ts';

export type Suspect = Extract<Phase, { readonly kind: 'suspect' }>;

/** Silence since `sinceMs`: a burst begins. */
export const suspicion = (
  { seq }: LineMachine,
  sinceMs: number,
  patient: boolean,
  nowMs: number,
): Suspect => ({
  ...{ kind: 'suspect', sinceMs, startMs: nowMs, patient },
  ...{ first: seq + 1, sent: 0, nextMs: nowMs, heard: [], gatewayHeard: false },
});

/** The line lives after all: how long it was silent is worth knowing. */
export function relieved(machine: LineMachine, { sinceMs }: Suspect, nowMs: number): LineMachine {
  const known = learned(machine.outage, nowMs - sinceMs, outageHalfLifeMs, nowMs);
  return { ...machine, phase: { kind: 'calm' }, outage: known };
}

/** The burst goes on, or the line is dead. */
export function pursue(machine: LineMachine, phase: Suspect, nowMs: number): Sending {
  const lost = lostOf(machine, phase, nowMs);
  if (lost >= burstLost && nowMs >= earliestMs(machine, phase, nowMs))
    return silently(fallen(machine, phase, nowMs));
  if (nowMs < phase.nextMs) return silently(machine);
  const spacing = phase.sent < burstDense ? burstSpacingMs : 2 * burstSpacingMs;
  const { machine: asked, effects } = askAll(machine, phase.sent, 'burst', nowMs);
  const next = { ...phase, sent: phase.sent + 1, nextMs: nowMs + spacing };
  return { machine: { ...asked, phase: next }, effects };
}

/** Probes of deciding targets that were sent since the suspicion and whose time is over. */
function lostOf(machine: LineMachine, { first }: Suspect, nowMs: number): number {
  return burstOf(machine, first).filter(({ sentMs }) => nowMs >= sentMs + timeoutOf(machine.trips)).length;
}

function burstOf(machine: LineMachine, first: number): readonly Probe[] {
  return machine.pending.filter(({ seq, target }) => seq >= first && isDeciding(machine, target));
}

/** Before this there is no verdict: patience, and what this line's own outages teach. */
function earliestMs(machine: LineMachine, phase: Suspect, nowMs: number): number {
  const usual = fadedMs(machine.outage, outageHalfLifeMs, nowMs) * outage.factor;
  const patience = phase.patient ? phase.startMs + machine.watch.patienceMs : phase.startMs;
  return Math.max(patience, phase.sinceMs + Math.min(outage.ceiling, usual));
}

/** When a suspicion has to be looked at again. */
export function suspectWakeMs(machine: LineMachine, phase: Suspect, nowMs: number): number {
  const burst = burstOf(machine, phase.first);
  const enough = burst[burstLost - 1];
  if (!enough) return phase.nextMs;
  const verdictMs = Math.max(enough.sentMs + timeoutOf(machine.trips), earliestMs(machine, phase, nowMs));
  return Math.min(phase.nextMs, verdictMs);
}

function fallen(machine: LineMachine, phase: Suspect, nowMs: number): LineMachine {
  const falls = [...machine.falls.filter(fall => nowMs - fall < hold.windowMs), nowMs];
  return {
    ...machine,
    falls,
    // How long a dead line is silent says nothing of how long its answers take.
    traffic: { ...machine.traffic, unansweredMs: undefined },
    phase: {
      ...{ kind: 'down', sinceMs: nowMs, cause: causeOf(machine, phase), last: machine.seq },
      ...{ silenceMs: nowMs - phase.sinceMs, good: 0, heard: [], nextMs: nowMs },
    },
  };
}

/** How far the line is dead: the gateway that answered before is silent too, or it answers still. */
function causeOf(machine: LineMachine, { gatewayHeard }: Suspect): LineCause {
  const { deciding } = machine;
  const gateway = gatewayOf(machine);
  if (deciding.every(({ place }) => place === 'gateway')) return 'gateway';
  if (gateway && machine.targets[gateway.key]?.heard && !gatewayHeard) return 'gateway';
  return deciding.every(({ method }) => method === 'dns') ? 'dns' : 'upstream';
}

/** How long a line that fell is kept down, whatever answers. */
export function holdMs({ falls }: LineMachine, nowMs: number): number {
  const times = falls.filter(fall => nowMs - fall < hold.windowMs).length;
  return Math.min(hold.ceilingMs, hold.firstMs * 2 ** Math.max(0, times - 1));
}
