import { createHmac } from 'node:crypto';
import { post } from '../http.ts';
import type { Send } from './send.ts';
import { sentBy } from './sent-by.ts';

/** The message does not get better by being sent again. */
const refusals: readonly number[] = [400, 413, 415, 422];

/** JSON by POST. Signed as GitHub signs: HMAC-SHA256 of the body, in hex. */
export const sendWebhook: Send<'webhook'> = async ({ url, headers, secret }, { json, id }, { secrets }) => {
  const body = JSON.stringify(json);
  const own = Object.entries(headers).map(([name, value]) => [name, secrets.value(value)] as const);
  const signature =
    secret && `sha256=${createHmac('sha256', secrets.read(secret)).update(body).digest('hex')}`;
  const answer = await post({
    url: secrets.value(url),
    headers: {
      ...Object.fromEntries(own),
      'X-Jalur-Delivery': id,
      ...(signature !== undefined && { 'X-Jalur-Signature-256': signature }),
    },
    body,
  });
  return sentBy(answer, refusals);
};
