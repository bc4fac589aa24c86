import { z } from '@hono/zod-openapi';
import { Time } from './common.ts';

export const Trial = z
  .strictObject({
    file: z.string(),
    hash: z.string().openapi({ description: 'Of its texts; confirm and rollback take it as If-Match.' }),
    until: Time.openapi({ description: 'Then it is taken back unless it is confirmed.' }),
    inForce: z.boolean().openapi({ description: 'The kernel has it.' }),
    previous: z.string().openapi({ description: 'Hash of the texts before it.' }),
  })
  .openapi('Trial');
