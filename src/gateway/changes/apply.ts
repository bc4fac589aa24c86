import type { RunConfig } from '../core/index.ts';
import { withLoss, withReceiversKept } from '../notify/kept-receivers.ts';
import type { Parts } from '../parts.ts';
import type { ApplyReply } from '../replies/index.ts';
import { checkedConfig } from './checked-config.ts';
import { mustBe, mustNotWait } from './guards.ts';
import type { ApplyRequest, Unnumbered } from './request.ts';
import { withSaved } from './saved-texts.ts';
import { takeFor } from './take.ts';

/** Takes other files; with `confirmMs` they are taken back after that time unless somebody confirms. Throws ControlRefused. */
export async function apply(
  parts: Parts,
  { files, texts: given, confirmMs, ifHash, by, save, keepNotify }: Unnumbered<ApplyRequest>,
): Promise<ApplyReply> {
  mustBe(parts, ifHash);
  mustNotWait(parts);
  const { config: before } = parts.loop.state;
  const use = keepNotify ? { passwordFiles: before.passwordFiles ?? {} } : {};
  const read = checkedConfig(parts, placeOf(files, given, before), given, use);
  const config = keepNotify ? withReceiversKept(read, before) : withLoss(read, before);
  const reply = await takeFor(parts, config, { how: 'apply', by }, { confirmMs, save });
  return withSaved(reply, config, save === true ? before : undefined);
}

/** Texts of the very files in force are read where those were: what lies beside them, who is told, goes on. */
function placeOf(
  files: readonly string[],
  given: ApplyRequest['texts'],
  { source, texts }: Pick<RunConfig, 'source' | 'texts'>,
): readonly string[] {
  const isSame = given?.length === texts?.size && given?.every(({ file }) => texts?.has(file));
  return isSame ? (source ?? files) : files;
}
