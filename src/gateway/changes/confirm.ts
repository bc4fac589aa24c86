import { ControlRefused } from '../control/protocol.ts';
import { judgeConfirm } from '../core/index.ts';
import type { Parts } from '../parts.ts';
import type { ConfirmReply } from '../replies/index.ts';
import { hashOf, mustBe } from './guards.ts';
import { refusals } from './refusals.ts';
import type { ConfirmRequest, Unnumbered } from './request.ts';
import { savedTexts } from './saved-texts.ts';
import { keepTexts, tellOf } from './take.ts';

/** The configuration on trial stays. Throws ControlRefused where whoever asks cannot show that he came in by it. */
export async function confirm(
  parts: Parts,
  { session, by: asker, save, ifHash }: Unnumbered<ConfirmRequest>,
  connectedAtMs: number,
): Promise<ConfirmReply> {
  const { loop, port, kept } = parts;
  const nowMs = port.nowMs();
  const by = 'ageMs' in session ? { kind: session.kind, openedAtMs: nowMs - session.ageMs } : session;
  const judged = judgeConfirm(loop.state.trial, { connectedAtMs, nowMs, session: by });
  // Before anything else is said of it: a trial that he has not seen is none of his.
  if (judged !== 'nothing-to-confirm') mustBe(parts, ifHash);
  if (judged !== 'accepted') throw new ControlRefused(refusals[judged]);
  const { config, trial } = loop.state;
  const { file } = config;
  // First on disk: what is said to stay must not be taken back by the next start.
  kept.settleTrial(config);
  loop.post({ kind: 'confirmed', atMs: nowMs });
  await loop.settled();
  tellOf(parts, config, { how: 'confirm', by: asker }, { result: 'in-force', changes: 0 });
  keepTexts(parts);
  const isSaved = trial !== undefined && (save === true || trial.saves === true);
  const stays = { file, hash: hashOf(parts) };
  return isSaved ? { ...stays, saved: savedTexts(config, trial.previous) } : stays;
}
