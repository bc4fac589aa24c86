import { post } from '../http.ts';
import { cutLetters } from './cut.ts';
import type { Send } from './send.ts';
import { sentBy } from './sent-by.ts';

/** Of a message, in letters after entities were parsed (core.telegram.org/bots/api#sendmessage). */
const longest = 4096;

/** As plain text: nothing in it is markup. A chat that is not found is a mistake in the configuration, so it is tried again. */
export const sendTelegram: Send<'telegram'> = async (channel, { title, text }, { secrets }) => {
  const { server, token, chat, thread } = channel;
  const answer = await post({
    url: `${server}/bot${encodeURIComponent(secrets.read(token)).replaceAll('%3A', ':')}/sendMessage`,
    body: JSON.stringify({
      chat_id: /^-?\d+$/.test(chat) ? Number(chat) : chat,
      text: cutLetters(`${title}\n${text}`, longest),
      ...(thread !== undefined && { message_thread_id: thread }),
      link_preview_options: { is_disabled: true },
    }),
  });
  const { description, retryAfterMs } = read(answer.text);
  return sentBy({ ...answer, retryAfterMs: retryAfterMs ?? answer.retryAfterMs }, [], description);
};

function read(text: string): { readonly description: string; readonly retryAfterMs?: number } {
  try {
    const found = JSON.parse(text) as {
      readonly description?: unknown;
      readonly parameters?: { readonly retry_after?: unknown };
    };
    const after = Number(found.parameters?.retry_after);
    return {
      description: typeof found.description === 'string' ? found.description.slice(0, 200) : '',
      ...(after > 0 && { retryAfterMs: Math.min(after, 3600) * 1000 }),
    };
  } catch {
    return { description: 'this is no answer of Telegram' };
  }
}
