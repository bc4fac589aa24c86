import type { z } from '@hono/zod-openapi';
import type { Problem } from './schema/index.ts';

type Status =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 408
  | 409
  | 412
  | 413
  | 415
  | 421
  | 422
  | 428
  | 429
  | 431
  | 500
  | 501
  | 503
  | 504;

interface Extra {
  readonly errors?: readonly { readonly path: string; readonly what: string }[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** The client shall come again by another connection. */
  readonly hangUp?: boolean | undefined;
  /** Methods that are known where another one was asked for. */
  readonly allow?: readonly string[] | undefined;
}

/** A request that is not answered, with the reason and what helps (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: Status;
  readonly code: string;
  readonly next: string;
  readonly extra: Extra;

  constructor(status: Status, code: string, what: string, next: string, extra: Extra = {}) {
    super(what);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.next = next;
    this.extra = extra;
  }
}

const titles: Readonly<Record<Status, string>> = {
  400: 'Not understood',
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not there',
  405: 'Not that way',
  408: 'Too slow',
  409: 'Not now',
  412: 'Changed meanwhile',
  413: 'Too long',
  415: 'Another type is needed',
  421: 'Not this host',
  422: 'Not answered',
  428: 'A condition is needed',
  429: 'Too often',
  431: 'Too long',
  500: 'A defect of jalur',
  501: 'Not by this gateway',
  503: 'No gateway',
  504: 'It takes too long',
};

export function problemBody({ status, code, message, next, extra }: ApiProblem): z.infer<typeof Problem> {
  return {
    type: `urn:jalur:problem:${code}`,
    title: titles[status],
    ...{ status, code, detail: message, do: next },
    ...(extra.errors && { errors: [...extra.errors] }),
    ...(extra.retryAfterSeconds !== undefined && { retryAfterSeconds: extra.retryAfterSeconds }),
  };
}

/** As an answer; nobody keeps it. */
export function problemResponse(problem: ApiProblem, more: Readonly<Record<string, string>> = {}): Response {
  const { retryAfterSeconds, hangUp, allow } = problem.extra;
  return new Response(JSON.stringify(problemBody(problem)), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds !== undefined && { 'retry-after': `${Math.ceil(retryAfterSeconds)}` }),
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="jalur"' }),
      ...(hangUp && { connection: 'close' }),
      ...(allow && { allow: allow.join(', ') }),
      ...more,
    },
  });
}
