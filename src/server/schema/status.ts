import { z } from '@hono/zod-openapi';
import { Count, Dialect, Ms, Part, Severity, Time } from './common.ts';
import { Trial } from './trial.ts';

export const Condition = z
  .strictObject({
    code: z.string().openapi({ example: 'gateway/line-down' }),
    about: z.string().openapi({ description: 'Which instance; `code` and `about` name it.' }),
    severity: Severity,
    title: z.string(),
    what: z.string(),
    do: z.string(),
    clears: z.string(),
    doc: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .openapi('Condition', { description: 'Trouble that is open, with what to do.' });

export const OpenCondition = z
  .strictObject({ ...Condition.shape, since: Time.optional() })
  .openapi('OpenCondition');

export const ActiveDefault = z
  .strictObject({
    table: z.string(),
    gateways: z.array(z.string()),
    interfaces: z.array(z.string()),
    distance: z.number(),
  })
  .openapi('ActiveDefault', { description: 'A default route in force.' });

const Sharing = z
  .strictObject({
    balance: z.enum(['pcc', 'buckets', 'adaptive']),
    spill: z.boolean().openapi({ description: 'New connections avoid full lines.' }),
    marks: z.array(
      z.strictObject({
        mark: z.string(),
        line: z.string().optional(),
        stated: Part,
        share: Part,
        now: Part,
      }),
    ),
    last: z.strictObject({ why: z.string(), since: Time }).optional(),
  })
  .openapi('Sharing', { description: 'How connections are divided where a table of buckets does it.' });

export const Status = z
  .strictObject({
    at: Time,
    name: z.string(),
    version: z.string(),
    pid: z.int(),
    file: z.string().openapi({ description: 'The configuration in force.' }),
    dialect: Dialect,
    pace: z.enum(['routeros', 'jalur']),
    since: Time.openapi({ description: 'When it was started.' }),
    upMs: Ms,
    forwards: z.boolean().openapi({ description: 'The kernel holds the whole firewall, and forwards.' }),
    seed: z.int(),
    active: z.array(ActiveDefault),
    conditions: z.array(OpenCondition),
    trial: Trial.optional().openapi({ description: 'It waits to be confirmed.' }),
    differences: z.array(z.string()).openapi({
      description: 'What the kernel does not hold of what was decided, or holds too much; empty: in step.',
    }),
    hosts: z
      .array(z.strictObject({ host: z.string(), status: z.enum(['up', 'down']).optional() }))
      .openapi({ description: 'Hosts that netwatch asks.' }),
    lines: z.strictObject({ up: Count, degraded: Count, down: Count, unknown: Count }),
    sharing: Sharing.optional(),
  })
  .openapi('Status', { description: 'What the gateway is, and what it is worried about.' });
