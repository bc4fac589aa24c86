import { z } from '@hono/zod-openapi';
import { BitsPerSecond, Count, listOf, Ms, paging } from './common.ts';

const End = z.strictObject({ address: z.string(), port: z.int().optional() });

const Way = z.strictObject({
  bytes: Count.optional(),
  packets: Count.optional(),
  bitsPerSecond: BitsPerSecond.optional(),
});

export const Connection = z
  .strictObject({
    id: z.string(),
    protocol: z.string(),
    source: End,
    destination: End,
    replySource: End,
    replyDestination: End,
    wan: z
      .string()
      .optional()
      .openapi({ description: 'By which it leaves (a device); absent: by none, or not known.' }),
    wanBy: z.enum(['line', 'address']).optional().openapi({
      description: 'How that is known: by the line that it carries, or by the address it is translated to.',
    }),
    mark: z.string().optional().openapi({
      description: 'Its connection mark; empty: none; absent: a mark that is none of the configuration.',
    }),
    markValue: z.int().openapi({ description: 'The whole mark as a number.' }),
    state: z.string().optional().openapi({ description: 'Of TCP.', example: 'established' }),
    flags: z.string().openapi({
      description:
        'RouterOS: S seen reply, A assured, C confirmed, D dying, F fasttrack, s srcnat, d dstnat.',
    }),
    timeoutMs: Ms,
    original: Way,
    reply: Way,
  })
  .openapi('Connection');

export const ConnectionsQuery = z.object({
  ...paging,
  wan: z.string().min(1).max(64).optional().openapi({ description: 'A WAN, or `none`.' }),
  client: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .openapi({ description: 'Address of a host behind the router.' }),
  port: z.coerce.number().int().min(0).max(65_535).optional(),
  protocol: z.string().min(1).max(16).optional(),
  q: z
    .string()
    .min(1)
    .max(128)
    .optional()
    .openapi({ description: 'Text that its addresses, ports or mark hold.' }),
  sort: z.enum(['order', 'rate', 'bytes', 'timeout']).default('order'),
});

export const Connections = z
  .strictObject({
    ...listOf(Connection),
    tracked: Count.openapi({ description: 'All that the kernel tracks, whatever is filtered.' }),
    accounting: z.boolean().openapi({
      description: 'False: the kernel counts no bytes of connections (nf_conntrack_acct is off).',
    }),
    ratesOverMs: Ms.optional().openapi({
      description: 'Rates are of so long; absent: they are not known yet.',
    }),
    byWan: z.record(z.string(), Count).openapi({ description: 'Of those that pass the filter.' }),
    byMark: z.record(z.string(), Count),
  })
  .openapi('Connections');
