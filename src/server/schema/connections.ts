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
    wan: z.string().optional().openapi({ description: 'By which it leaves; absent: by none, or not known.' }),
    mark: z.string().openapi({ description: 'Its connection mark; empty: none.' }),
    state: z.string().optional().openapi({ description: 'Of TCP.', example: 'established' }),
    flags: z
      .string()
      .openapi({ description: 'As RouterOS: S seen reply, A assured, s srcnat, d dstnat, F fasttrack.' }),
    timeoutMs: Ms,
    original: Way,
    reply: Way,
  })
  .openapi('Connection');

export const ConnectionsQuery = z.object({
  ...paging,
  wan: z.string().max(128).optional(),
  client: z.string().max(64).optional().openapi({ description: 'Address of a host behind the router.' }),
  port: z.coerce.number().int().min(0).max(65_535).optional(),
  protocol: z.string().max(32).optional(),
  q: z.string().max(128).optional().openapi({ description: 'Text that its addresses, ports or mark hold.' }),
  sort: z.enum(['rate', 'bytes', 'timeout', 'source', 'destination', 'none']).default('none'),
});

export const Connections = z
  .strictObject({
    ...listOf(Connection),
    tracked: Count.openapi({ description: 'All that the kernel tracks, whatever is filtered.' }),
    most: Count.optional().openapi({ description: 'How many it can track.' }),
    accounting: z.boolean().openapi({
      description: 'False: the kernel counts no bytes of connections (nf_conntrack_acct is off).',
    }),
  })
  .openapi('Connections');
