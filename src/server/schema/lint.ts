import { z } from '@hono/zod-openapi';
import { Count, Severity } from './common.ts';
import { Finding } from './finding.ts';
import { reading, world } from './question.ts';

export const LintRequest = z
  .strictObject({
    ...reading,
    down: world.down,
    unreachable: world.unreachable,
    leases: world.leases,
    severity: Severity.default('info').openapi({ description: 'Only these and what is worse.' }),
    only: z
      .array(z.string().min(1).max(128))
      .max(200)
      .optional()
      .openapi({ description: 'Rules or groups of rules.' }),
  })
  .openapi('LintRequest');

const LintedFile = z
  .strictObject({
    file: z.string(),
    verdict: z.string(),
    version: z.string(),
    context: z.strictObject({
      evidence: z.array(z.string()),
      roles: z.array(
        z.strictObject({
          interface: z.string(),
          role: z.enum(['wan', 'lan', 'tunnel']),
          evidence: z.string(),
        }),
      ),
      known: z.array(z.string()),
      assumptions: z.array(z.string()),
    }),
    statements: Count,
    notUnderstood: Count,
    suppressed: Count,
    diagnostics: z.array(Finding),
  })
  .openapi('LintedFile');

export const Linted = z.strictObject({ files: z.array(LintedFile) }).openapi('Linted');
