import type { z } from '@hono/zod-openapi';
import type { Asking } from './context.ts';
import type { Plain } from './plain.ts';
import { ApiProblem } from './problem.ts';
import type { Operation } from './routes/index.ts';

type Infer<T> = T extends z.ZodType ? z.infer<T> : undefined;

/** Answers one operation: a value of its reply, or an answer that is more than a value. */
export type Handler<O> =
  O extends Operation<infer Q, infer P, infer B, infer R>
    ? (asking: Asking<Infer<Q>, Infer<P>, Infer<B>>) => Promise<Plain<z.input<R>> | Response>
    : never;

/** Reads what was sent with a schema. Throws ApiProblem with each mistake. */
export function readAs<T>(schema: z.ZodType<T> | undefined, value: unknown, place: string): T {
  if (!schema) return undefined as T;
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const errors = error.issues
    .slice(0, 20)
    .map(({ path, message }) => ({ path: [...path].map(String).join('.'), what: message }));
  const [first] = errors;
  throw new ApiProblem(
    400,
    'web/bad-request',
    `The ${place} is not as the API takes it: ${first?.path ? `${first.path}: ` : ''}${first?.what ?? ''}.`,
    'docs/openapi.json, which GET /api/v1/openapi.json gives too, has what is taken.',
    { errors },
  );
}
