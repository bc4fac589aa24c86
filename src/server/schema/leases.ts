import { z } from '@hono/zod-openapi';
import { listOf, Place, Time } from './common.ts';

export const Lease = z
  .strictObject({
    kind: z
      .enum(['wan', 'lan'])
      .openapi({ description: '`wan`: what this router was given; `lan`: what it gives.' }),
    interface: z.string(),
    status: z.enum(['bound', 'searching', 'waiting', 'refused', 'static']),
    address: z.string().optional(),
    gateway: z.string().optional(),
    server: z.string().optional(),
    dns: z.array(z.string()),
    mac: z.string().optional(),
    host: z.string().optional(),
    expiresAt: Time.optional(),
    why: z.string().optional().openapi({ description: 'Why it is not used.' }),
    comment: z.string(),
    place: Place.optional(),
  })
  .openapi('Lease');

export const Leases = z.strictObject(listOf(Lease)).openapi('Leases');
