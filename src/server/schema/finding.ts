import { z } from '@hono/zod-openapi';
import { Severity } from './common.ts';

const Stretch = { line: z.int(), column: z.int(), endLine: z.int(), endColumn: z.int() };

const Fix = z
  .strictObject({
    commands: z.array(z.string()).openapi({ description: 'RouterOS lines for a router that runs the text.' }),
    edits: z
      .array(z.strictObject({ ...Stretch, text: z.string() }))
      .openapi({ description: 'The same as replacements in the text, which do not overlap.' }),
    isSafe: z.boolean().openapi({ description: 'Whatever was meant, it cannot get worse by this.' }),
    note: z.string().optional(),
  })
  .openapi('Fix', { description: 'What mends a finding.' });

export const Finding = z
  .strictObject({
    id: z.string().openapi({ example: 'wan/no-masquerade' }),
    severity: Severity,
    confidence: z.enum(['certain', 'likely', 'assumed']),
    file: z.string(),
    ...Stretch,
    what: z.string(),
    why: z.string().optional(),
    do: z.string().optional(),
    related: z
      .array(z.strictObject({ text: z.string(), line: z.int().optional(), file: z.string().optional() }))
      .optional(),
    fix: Fix.optional(),
    counterExample: z.string().optional(),
  })
  .openapi('Finding', {
    description: 'What is wrong or worth knowing about a text, as `jalur lint --json` has it.',
  });
