import { z } from '@hono/zod-openapi';
import { Ms, Time } from './common.ts';
import { GatewayCheck } from './routes.ts';
import { LineCause, LineEvidence, LineStatus } from './wans.ts';

const LineHealth = z
  .strictObject({
    name: z.string(),
    label: z.string(),
    state: LineStatus,
    cause: LineCause.optional(),
    held: z.boolean().optional(),
    why: z.string(),
    evidence: LineEvidence.optional(),
    since: Time.optional(),
    forMs: Ms.optional(),
  })
  .openapi('LineHealth');

export const Health = z
  .strictObject({
    at: Time,
    pace: z.enum(['routeros', 'jalur']),
    lines: z.array(LineHealth),
    checks: z.array(GatewayCheck),
    hosts: z.array(z.strictObject({ host: z.string(), status: z.enum(['unknown', 'up', 'down']) })),
  })
  .openapi('Health', { description: 'What is asked, and what it says.' });
