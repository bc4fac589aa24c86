import { sharingInForce } from '../core/index.ts';
import type { Parts } from '../parts.ts';
import { type TextsReply, trialReply } from '../replies/index.ts';
import { digestOf } from '../state/index.ts';

const none: ReadonlyMap<string, string> = new Map();

/** The configuration in force, as it was read. */
export function textsReply({ loop, port }: Pick<Parts, 'loop' | 'port'>): TextsReply {
  const { file, source = [], texts = none, router } = loop.state.config;
  return {
    ...{ hash: digestOf(texts), file, dialect: router.version.dialect, source },
    texts: [...texts].map(([name, text]) => ({ file: name, text })),
    sharing: sharingInForce(loop.state),
    trial: trialReply(loop.state, port.nowMs()),
  };
}
