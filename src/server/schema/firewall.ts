import { z } from '@hono/zod-openapi';
import { Count, listOf, Place } from './common.ts';

export const FirewallTable = z.enum(['filter', 'nat', 'mangle', 'raw']).openapi('FirewallTable');

export const FirewallRule = z
  .strictObject({
    number: Count.openapi({ description: 'As RouterOS counts them in this table, from 0.' }),
    flags: z.string().openapi({ description: 'X disabled, I invalid, D dynamic.' }),
    disabled: z.boolean(),
    chain: z.string(),
    action: z.string(),
    properties: z
      .record(z.string(), z.string())
      .openapi({ description: 'All that it says, by the names and in the words of RouterOS.' }),
    text: z.string().openapi({ description: 'The same as one line.' }),
    comment: z.string(),
    counter: z
      .strictObject({ packets: Count, bytes: Count })
      .optional()
      .openapi({ description: 'As the kernel counts; absent: the program has no rule of its own for it.' }),
    place: Place.optional(),
  })
  .openapi('FirewallRule');

export const FirewallRules = z
  .strictObject({
    ...listOf(FirewallRule),
    chains: z.array(z.string()),
    counts: z
      .enum(['exact', 'asked'])
      .openapi({
        description: '`asked`: decisions are kept for connections, and a rule counts what it was asked.',
      })
      .optional(),
  })
  .openapi('FirewallRules');
