import type { Urgency } from '../../notify/index.ts';
import { post } from '../http.ts';
import { cutBytes, cutLetters } from './cut.ts';
import type { Send } from './send.ts';
import { sentBy } from './sent-by.ts';

/** Longer ones become attachments (docs.ntfy.sh/publish/#limitations). */
const longestBytes = 4000;

const usualPriority: Readonly<Record<Urgency, number>> = { info: 2, warning: 3, error: 4 };
const tags: Readonly<Record<Urgency, string>> = {
  info: 'white_check_mark',
  warning: 'warning',
  error: 'rotating_light',
};

/** As JSON to the server's root, so that any letter can stand in a title (docs.ntfy.sh/publish/#publish-as-json). */
export const sendNtfy: Send<'ntfy'> = async (
  { url, token, priority },
  { title, text, urgency },
  { secrets },
) => {
  const topicUrl = secrets.value(url);
  const [, root, topic] = /^(https?:\/\/.+\/)([-_A-Za-z0-9]{1,64})\/?$/.exec(topicUrl) ?? [];
  if (root === undefined) return { kind: 'failed', said: 'the URL names no topic of ntfy' };
  const answer = await post({
    url: root,
    headers: token && { Authorization: `Bearer ${secrets.read(token)}` },
    body: JSON.stringify({
      topic,
      title: cutLetters(title, 250),
      message: cutBytes(text, longestBytes),
      priority: priority ?? usualPriority[urgency],
      tags: [tags[urgency]],
    }),
  });
  return sentBy(answer, [413], errorOf(answer.text));
};

/** ntfy says what is wrong as JSON. */
function errorOf(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown };
    return typeof error === 'string' ? error.slice(0, 200) : '';
  } catch {
    return undefined;
  }
}
