import { z } from '@hono/zod-openapi';

// Shapes that answers share. What the gateway and the commands say (`gateway/replies`, `--json`) is said with the same words
// here; only times are ISO 8601 (UTC), and figures carry their unit in the name.

export const Time = z.iso
  .datetime()
  .openapi({ description: 'ISO 8601, UTC.', example: '2026-11-30T07:40:00.000Z' });
export const Ms = z.number().openapi({ description: 'Milliseconds.' });
export const BitsPerSecond = z.number().min(0).openapi({ description: 'bit/s' });
/** 0 to 1. */
export const Part = z.number().min(0).max(1).openapi({ description: 'A part of 1.' });
export const Count = z.int().min(0);
export const Language = z.enum(['en', 'id']).openapi('Language', { description: 'Language of sentences.' });
export const Severity = z.enum(['error', 'warning', 'info']).openapi('Severity');
export const Dialect = z.enum(['v6', 'v7']).openapi('Dialect', { description: 'Of RouterOS.' });

export const Place = z
  .strictObject({ file: z.string(), line: z.int().min(0) })
  .openapi('Place', { description: 'Where a text states it; lines from 1.' });

const Mistake = z.strictObject({
  path: z.string().openapi({ description: 'Which field of the request.', example: 'packet.dst' }),
  what: z.string(),
});

export const Problem = z
  .strictObject({
    type: z
      .string()
      .openapi({ description: 'Names the kind of problem.', example: 'urn:jalur:problem:web/not-found' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.string().openapi({ description: 'Stable, for programs.', example: 'web/not-found' }),
    detail: z.string().openapi({ description: 'What is the case, one sentence.' }),
    do: z.string().openapi({ description: 'What helps, one sentence.' }),
    errors: z.array(Mistake).optional(),
    retryAfterSeconds: z.number().min(0).optional(),
  })
  .openapi('Problem', { description: 'Why there is no answer (RFC 9457).' });

/** A page of a list that was read at one moment. */
export const listOf = <T extends z.ZodType>(items: T) => ({
  at: Time.openapi({ description: 'When it was read.' }),
  total: Count.openapi({ description: 'How many there are, on this page and others.' }),
  items: z.array(items),
  next: z
    .string()
    .optional()
    .openapi({ description: 'Give it as `cursor` for the next page; absent: this is the last.' }),
});

export const mostItems = 1000;

/** Names with commas between them. */
export const nameList = z.string().regex(/^[\w.:-]{1,32}(?:,[\w.:-]{1,32}){0,15}$/);

/** What every list takes. */
export const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(mostItems)
    .default(200)
    .openapi({ description: 'Most items of a page.' }),
  cursor: z.string().max(64).optional().openapi({ description: '`next` of the page before.' }),
};

export const inLanguage = { lang: Language.default('en') };

/** What was done with nothing to say about it. */
export const Done = z.strictObject({ done: z.literal(true) }).openapi('Done');
