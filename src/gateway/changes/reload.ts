import { environmentTrouble } from '../../sys/index.ts';
import { ControlRefused } from '../control/protocol.ts';
import { withLoss } from '../notify/kept-receivers.ts';
import type { Parts } from '../parts.ts';
import type { ChangeReply } from '../replies/index.ts';
import { isTried } from '../state/index.ts';
import { checkedConfig } from './checked-config.ts';
import { mustNotWait } from './guards.ts';
import { refusals } from './refusals.ts';
import { type Asked, take } from './take.ts';

/** Reads the files of the configuration in force again. Throws ControlRefused. */
export async function reload(parts: Parts, asked: Asked): Promise<ChangeReply> {
  mustNotWait(parts);
  const { source = [] } = parts.loop.state.config;
  if (source.includes('-')) throw new ControlRefused(refusals['no-file']);
  const config = withLoss(checkedConfig(parts, source), parts.loop.state.config);
  const tried = parts.kept.trial();
  if (tried && config.texts && isTried(tried, config.texts)) throw new ControlRefused(refusals['tried']);
  return take(parts, config, asked);
}

/** The same by a signal, whose sender hears nothing: what speaks against it is a condition. */
export async function reloadBySignal(parts: Parts): Promise<void> {
  try {
    await reload(parts, { how: 'signal' });
  } catch (error) {
    const trouble = error instanceof ControlRefused ? error.error : environmentTrouble(error);
    if (!trouble) throw error;
    const { loop, port } = parts;
    loop.post({
      kind: 'config-refused',
      atMs: port.nowMs(),
      file: loop.state.config.file,
      objection: trouble.what,
    });
  }
}
