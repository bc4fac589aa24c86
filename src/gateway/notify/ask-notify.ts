import { ControlRefused } from '../control/protocol.ts';
import type { NotifyReply } from '../replies/index.ts';
import type { Notifier } from './notifier.ts';

export interface NotifyRequest {
  readonly test?: boolean | undefined;
  readonly receiver?: string | undefined;
}

/** Who is told; with `test` a message is sent to each. Throws ControlRefused. */
export async function askNotify(
  notifier: Notifier | undefined,
  { test = false, receiver }: NotifyRequest,
): Promise<NotifyReply> {
  const receivers = notifier?.listed() ?? [];
  const names = receivers.map(one => one.receiver);
  if (receiver !== undefined && !names.includes(receiver)) throw new ControlRefused(unknown(receiver, names));
  const chosen = receivers.filter(one => receiver === undefined || one.receiver === receiver);
  if (!test) return { receivers: chosen, results: [] };
  if (names.length === 0) throw new ControlRefused(nobody);
  const results = await notifier?.test(receiver);
  if (results) return { receivers: chosen, results };
  throw new ControlRefused({
    ...nobody,
    what: 'What sends messages has ended.',
    do: 'See jalur status.',
  });
}

const unknown = (receiver: string, names: readonly string[]) =>
  ({
    code: 'control/unknown-receiver',
    what: `There is no receiver ${receiver}.`,
    do: names.length === 0 ? nobody.do : `Those of the configuration in force are ${names.join(', ')}.`,
  }) as const;

const nobody = {
  code: 'control/unknown-receiver',
  what: 'The configuration in force names nobody who is told.',
  do: 'Write notify: into gateway.yaml, or start it with --notify FILE (docs/notifications.md).',
} as const;
