import type { LineEvidence, LineVerdict } from './line-state.ts';
import type { LineMachine } from './machine.ts';
import { rise } from './parameters.ts';
import { qualityOf } from './quality.ts';

/** What is to be said now, where it is not what was said last. */
export function changedVerdict(
  machine: LineMachine,
  nowMs: number,
): { readonly verdict: LineVerdict; readonly evidence: LineEvidence } | undefined {
  const verdict = verdictOf(machine);
  return isSame(verdict, machine.verdict) ? undefined : { verdict, evidence: evidenceOf(machine, nowMs) };
}

const isSame = (a: LineVerdict, b: LineVerdict): boolean =>
  a.status === b.status && a.cause === b.cause && a.held === b.held && a.silent.join() === b.silent.join();

function verdictOf(machine: LineMachine): LineVerdict {
  const { phase, targets, aliveMs, lack: cause } = machine;
  const silent = machine.watch.targets.map(({ key }) => key).filter(key => targets[key]?.silent === true);
  if (phase.kind === 'down') {
    return { status: 'down', cause: phase.cause, silent, ...(phase.good >= rise && { held: true }) };
  }
  if (aliveMs === undefined) return { status: 'unknown', silent };
  return cause ? { status: 'degraded', cause, silent } : { status: 'up', silent };
}

/** Its latest slow probes, and how many there ever were: who looks now and then sees which are new. */
export interface LatestProbes {
  readonly sampled: number;
  /** ms, the oldest first; undefined: lost. */
  readonly tripsMs: readonly (number | undefined)[];
}

const latest = 8;

export const latestProbes = ({ sampled, samples }: LineMachine): LatestProbes => ({
  sampled,
  tripsMs: samples.slice(-latest),
});

/** What is known of a line now. */
export function evidenceOf(machine: LineMachine, nowMs: number): LineEvidence {
  const { phase, aliveMs, pending, samples } = machine;
  const deciding = machine.deciding.map(({ key }) => key);
  const { loss, roundTripMs, jitterMs } = qualityOf(samples);
  const silentMs = phase.kind === 'down' ? phase.silenceMs : nowMs - (aliveMs ?? nowMs);
  const lost = pending.filter(({ target }) => deciding.includes(target)).length;
  return { silentMs, lost, asked: deciding, roundTripMs, jitterMs, loss };
}
