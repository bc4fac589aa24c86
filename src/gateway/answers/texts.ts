import type { Parts } from '../parts.ts';
import type { TextsReply } from '../replies/index.ts';
import { digestOf } from '../state/index.ts';

const none: ReadonlyMap<string, string> = new Map();

/** The configuration in force, as it was read. */
export function textsReply({ loop, port }: Pick<Parts, 'loop' | 'port'>): TextsReply {
  const { config, trial } = loop.state;
  const { file, source = [], texts = none, router } = config;
  return {
    ...{ hash: digestOf(texts), file, dialect: router.version.dialect, source },
    texts: [...texts].map(([name, text]) => ({ file: name, text })),
    trial: trial && {
      until: new Date(Date.now() + trial.untilMs - port.nowMs()).toISOString(),
      inForce: trial.inForceMs !== undefined,
      previous: digestOf(trial.previous.texts ?? none),
    },
  };
}
