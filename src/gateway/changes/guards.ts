import { ControlRefused } from '../control/protocol.ts';
import type { Loop } from '../loop/index.ts';
import type { Parts } from '../parts.ts';
import { trialReply } from '../replies/index.ts';
import { digestOf } from '../state/index.ts';
import { changedMeanwhile, refusals } from './refusals.ts';

/** The configuration in force, by its texts. */
export const hashOf = ({ loop }: Pick<Parts, 'loop'>): string =>
  digestOf(loop.state.config.texts ?? new Map());

/** `hash`: of what whoever asks has seen, or how it begins. */
export function mustBe(parts: Parts, hash: string | undefined): void {
  if (hash === undefined || hashOf(parts).startsWith(hash)) return;
  const { state } = parts.loop;
  const now = { file: state.config.file, hash: hashOf(parts) };
  throw new ControlRefused(changedMeanwhile(now, trialReply(state, parts.port.nowMs())));
}

/** What ends does nothing of what it is asked for now. */
export function mustRun({ isStopped }: Pick<Loop, 'isStopped'>): void {
  if (isStopped) throw new ControlRefused(refusals['ending']);
}

export function mustNotWait({ loop }: Parts): void {
  if (loop.state.trial) throw new ControlRefused(refusals['unconfirmed']);
}
