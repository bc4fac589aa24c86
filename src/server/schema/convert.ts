import { z } from '@hono/zod-openapi';
import { Count, Part } from './common.ts';
import { Finding } from './finding.ts';
import { Fault, reading } from './question.ts';

export const ConvertRequest = z
  .strictObject({
    texts: reading.texts,
    dialect: reading.dialect,
    lang: reading.lang,
    to: z
      .string()
      .regex(/^(?:v[67](?:[:.]\d{1,3})?|yaml)$/)
      .openapi({ description: 'v6, v7, v7:18 for 7.18, or yaml (an intent).', example: 'v7' }),
  })
  .openapi('ConvertRequest');

const After = z.strictObject({ ending: z.string(), share: Part, lines: z.array(z.string()) });

const Check = z.strictObject({
  packets: Count,
  states: Count,
  complete: z.boolean(),
  leftOut: Count,
  assumed: z.array(z.string()),
  notChecked: z.array(z.strictObject({ what: z.string(), statements: Count, alike: z.boolean() })),
  differences: z.array(
    z.strictObject({
      fault: Fault.optional(),
      direction: z.string(),
      packets: Count,
      otherStates: Count,
      example: z.string(),
      before: After,
      after: After,
      what: z.string(),
    }),
  ),
});

export const Converted = z
  .strictObject({
    file: z.string(),
    from: z.string(),
    text: z.string(),
    verdict: z.enum(['same', 'different', 'open']),
    diagnostics: z.array(Finding),
    statements: z
      .strictObject({ kept: Count, changed: Count, commented: Count })
      .optional()
      .openapi({ description: 'Absent where the target is an intent.' }),
    unsaid: z
      .array(z.string())
      .optional()
      .openapi({ description: 'To an intent: statements that it has no words for.' }),
    differences: z
      .array(z.string())
      .optional()
      .openapi({ description: 'To an intent: what it does otherwise than the text.' }),
    check: Check.optional().openapi({ description: 'Both texts walked side by side.' }),
  })
  .openapi('Converted');
