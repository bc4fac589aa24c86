import { ControlRefused } from '../control/protocol.ts';
import type { Parts } from '../parts.ts';
import type { ApplyReply, ChangeReply } from '../replies/index.ts';
import { checkedConfig } from './checked-config.ts';
import { hashOf, mustBe, mustNotWait } from './guards.ts';
import { refusals } from './refusals.ts';
import type { RollbackRequest, Unnumbered } from './request.ts';
import { withSaved } from './saved-texts.ts';
import { settledWith, takeFor, tellOf } from './take.ts';

/** Takes back what is on trial, or returns to what was in force before. Throws ControlRefused. */
export async function rollback(parts: Parts, request: Unnumbered<RollbackRequest>): Promise<ApplyReply> {
  const { to, ifHash, by } = request;
  mustBe(parts, ifHash);
  return to === undefined ? takeBack(parts, by) : returnTo(parts, to, request);
}

async function takeBack(parts: Parts, by: string | undefined): Promise<ChangeReply> {
  const { loop, port } = parts;
  if (!loop.state.trial) throw new ControlRefused(refusals['no-trial']);
  const done = await settledWith(parts, () => loop.post({ kind: 'taken-back', atMs: port.nowMs() }));
  const { config } = loop.state;
  const result = done.refused.length > 0 ? 'partly' : 'in-force';
  tellOf(parts, config, { how: 'rolled-back', by }, { result, changes: done.changes.length });
  return { accepted: true, file: config.file, hash: hashOf(parts), diagnostics: [], ...done };
}

async function returnTo(
  parts: Parts,
  to: string,
  { by, confirmMs, save }: Unnumbered<RollbackRequest>,
): Promise<ApplyReply> {
  mustNotWait(parts);
  const stored = parts.kept.texts(to);
  if (!stored) throw new ControlRefused(refusals['not-kept']);
  const { config: before } = parts.loop.state;
  const config = checkedConfig(parts, stored.source, [...stored.texts], { otherwise: before.notify ?? [] });
  const reply = await takeFor(parts, config, { how: 'rolled-back', by }, { confirmMs, save });
  return withSaved(reply, config, save === true ? before : undefined);
}
