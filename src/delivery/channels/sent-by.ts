import type { Sent } from '../../notify/index.ts';
import type { Answer } from '../http.ts';

export type Outcome = Omit<Sent, 'tookMs'>;

const firstLine = (text: string): string => (text.trim().split(/\r?\n/)[0] ?? '').slice(0, 200);

/** What an answer of HTTP means. `refusals`: codes after which sending it again is of no use. */
export function sentBy(answer: Answer, refusals: readonly number[], words = firstLine(answer.text)): Outcome {
  const { status, retryAfterMs, location } = answer;
  const said = `HTTP ${status}${words === '' ? '' : `: ${words}`}`;
  if (status >= 200 && status < 300) return { kind: 'delivered', said };
  if (status >= 300 && status < 400)
    return {
      kind: 'failed',
      said: `HTTP ${status}: it sends us to ${hostOf(location)}, which is not followed`,
    };
  return {
    kind: refusals.includes(status) ? 'refused' : 'failed',
    said,
    ...(retryAfterMs && { retryAfterMs }),
  };
}

function hostOf(location = ''): string {
  return /^[a-z]+:\/\/([^/?#]+)/i.exec(location)?.[1] ?? 'another place';
}
