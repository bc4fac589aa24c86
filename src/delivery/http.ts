import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** The beginning of what it said. */
  readonly text: string;
  readonly retryAfterMs?: number | undefined;
  /** Where it sends whoever asks. */
  readonly location?: string | undefined;
}

export interface Post {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body: string;
}

const patienceMs = 15_000;
const mostBytes = 16_384;

/**
 * Posts JSON. No redirect is followed, as a secret would go along; certificates are checked. Rejects with a sentence without the URL, which may be
 * a secret.
 */
export async function post({ url, headers = {}, body }: Post): Promise<Answer> {
  const target = new URL(url);
  const { request } = process.getBuiltinModule(target.protocol === 'https:' ? 'node:https' : 'node:http');
  const options: RequestOptions = {
    method: 'POST',
    headers: {
      ...{ 'User-Agent': 'jalur', Accept: '*/*' },
      ...headers,
      ...{ 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(body) },
    },
    // A line may die meanwhile: no connection is kept for later.
    agent: false,
    // Whatever the environment says.
    rejectUnauthorized: true,
  };
  return new Promise((resolve, reject) => {
    const asked = request(target, options, response => {
      void readAnswer(response).then(resolve, reject);
    });
    const timer = setTimeout(() => asked.destroy(new Error('ETIMEDOUT')), patienceMs);
    asked.once('close', () => clearTimeout(timer));
    asked.once('error', error => reject(new Error(troubleText(error, target.hostname))));
    asked.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size >= mostBytes) break;
    }
  } catch {
    // The status is known.
  }
  response.destroy();
  const { statusCode = 0, headers } = response;
  return {
    status: statusCode,
    text: Buffer.concat(parts).toString('utf8').slice(0, mostBytes),
    retryAfterMs: retryAfter(headers['retry-after']),
    location: headers.location,
  };
}

const mostRetryMs = 3_600_000;

/** Seconds, or a date (RFC 9110, 10.2.3). */
export function retryAfter(text: string | undefined, nowMs = Date.now()): number | undefined {
  if (text === undefined) return undefined;
  const ms = /^\d+$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  return Number.isFinite(ms) ? Math.min(mostRetryMs, Math.max(0, ms)) : undefined;
}

const sentences: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: host => `there is no host ${host}`,
  EAI_AGAIN: host => `the name ${host} cannot be looked up now`,
  ECONNREFUSED: host => `${host} refuses the connection`,
  ECONNRESET: host => `${host} broke the connection off`,
  EHOSTUNREACH: host => `${host} cannot be reached`,
  ENETUNREACH: host => `there is no route to ${host}`,
  ETIMEDOUT: host => `${host} did not answer within ${patienceMs / 1000} s`,
  CERT_HAS_EXPIRED: host => `the certificate of ${host} has expired`,
  CERT_NOT_YET_VALID: host => `the certificate of ${host} is not valid yet: is the clock right?`,
  DEPTH_ZERO_SELF_SIGNED_CERT: host => `the certificate of ${host} is signed by nobody that is known`,
  SELF_SIGNED_CERT_IN_CHAIN: host => `the certificate of ${host} is signed by nobody that is known`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: host => `the certificate of ${host} is signed by nobody that is known`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: host => `the certificate of ${host} is signed by nobody that is known`,
  ERR_TLS_CERT_ALTNAME_INVALID: host => `the certificate that came is not of ${host}`,
};

/** Several addresses of a name each have their own error. */
function troubleText(error: NodeJS.ErrnoException | AggregateError, host: string): string {
  const first =
    error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException | undefined) : error;
  const code = (first as NodeJS.ErrnoException | undefined)?.code ?? first?.message ?? '';
  return sentences[code]?.(host) ?? `${host}: ${first?.message ?? 'it failed'}`;
}
