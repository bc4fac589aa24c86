import { z } from '@hono/zod-openapi';
import { Count, listOf, Place, Time } from './common.ts';

export const Lease = z
  .strictObject({
    kind: z
      .enum(['wan', 'lan'])
      .openapi({ description: '`wan`: what this router was given; `lan`: what it gives.' }),
    interface: z.string(),
    label: z.string(),
    status: z
      .enum(['bound', 'searching', 'waiting', 'refused'])
      .openapi({ description: '`waiting`: kept for somebody who has not asked.' }),
    address: z.string().optional(),
    gateway: z.string().optional(),
    server: z.string().optional(),
    dns: z.array(z.string()),
    mac: z.string().optional(),
    host: z.string().optional(),
    expiresAt: Time.optional(),
    refused: z
      .array(z.string())
      .optional()
      .openapi({ description: 'Why what the server said last is not used.' }),
    comment: z.string().optional(),
    place: Place.optional(),
  })
  .openapi('Lease');

const Server = z.strictObject({
  interface: z.string(),
  network: z.string(),
  given: Count,
  addresses: Count,
});

export const Leases = z.strictObject({ ...listOf(Lease), servers: z.array(Server) }).openapi('Leases');
