import type { z } from '@hono/zod-openapi';
import type { Scope } from '../schema/index.ts';

/** What must be asked for by: nobody (`none`: everybody may), or a session or token of this scope. */
export type Needed = 'none' | z.infer<typeof Scope>;

/** One operation of the API, as it stands in the document and as it is served. */
export interface Operation<
  Q extends z.ZodObject = z.ZodObject,
  P extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'get' | 'post' | 'delete';
  /** Below `/api/v1`: `/wans/{name}/down`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly needs: Needed;
  readonly query?: Q;
  readonly params?: P;
  readonly body?: B;
  readonly reply: R;
  /** Default 200. */
  readonly status?: 200 | 201;
  /** It answers with an ETag and takes If-None-Match; or it needs If-Match; or takes it where it is given. */
  readonly etag?: 'gives' | 'needs' | 'takes';
  /** It answers with a stream of SSE whose messages are the reply, one after the other. */
  readonly streams?: boolean;
  /** It changes something and is written into the audit log. */
  readonly changes?: boolean;
}

/** Keeps the types of its schemas. */
export const operation = <
  B extends z.ZodType,
  R extends z.ZodType,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
>(
  one: Operation<Q, P, B, R>,
): Operation<Q, P, B, R> => one;
