import type { Channel, Receiver, Sent, Written } from '../notify/index.ts';
import { sendByCommand } from './channels/command.ts';
import { sendNtfy } from './channels/ntfy.ts';
import type { Send } from './channels/send.ts';
import type { Outcome } from './channels/sent-by.ts';
import { sendTelegram } from './channels/telegram.ts';
import { sendWebhook } from './channels/webhook.ts';
import { secretReader } from './secrets.ts';

type Senders = { readonly [K in Channel['kind']]: Send<K> };

const senders: Senders = {
  webhook: sendWebhook,
  command: sendByCommand,
  telegram: sendTelegram,
  ntfy: sendNtfy,
};

/** Sends a message. Never rejects; what it says holds no secret and no control character. */
export async function send({ channel }: Pick<Receiver, 'channel'>, message: Written): Promise<Sent> {
  const secrets = secretReader();
  const began = performance.now();
  const sender = senders[channel.kind] as Send<Channel['kind']>;
  const outcome: Outcome = await sender(channel as never, message, { secrets }).catch((error: unknown) => {
    return { kind: 'failed', said: error instanceof Error ? error.message : String(error) };
  });
  const said = secrets.without(outcome.said).replaceAll(/\p{C}+/gu, ' ');
  return { ...outcome, said, tookMs: performance.now() - began };
}
