import { z } from '@hono/zod-openapi';
import { BitsPerSecond, Count, listOf, Part, Place } from './common.ts';

const Direction = z.strictObject({
  maxLimitBitsPerSecond: BitsPerSecond.optional().openapi({ description: 'Absent: none.' }),
  limitAtBitsPerSecond: BitsPerSecond.optional(),
  priority: z.int(),
  bitsPerSecond: BitsPerSecond.optional(),
  bytes: Count.optional(),
  packets: Count.optional(),
  dropped: Count.optional(),
  queuedBytes: Count.optional(),
  queuedPackets: Count.optional(),
  use: Part.optional().openapi({
    description: 'Rate against limit: green to 0.5, yellow to 0.75, red above.',
  }),
});

export const Queue = z
  .strictObject({
    kind: z.enum(['simple', 'tree']),
    name: z.string(),
    parent: z.string().optional(),
    target: z.array(z.string()).openapi({ description: 'Of a simple queue.' }),
    packetMarks: z.array(z.string()),
    disabled: z.boolean(),
    comment: z.string(),
    upload: Direction.optional(),
    download: Direction.optional().openapi({ description: 'Of a tree: its one direction.' }),
    applied: z.boolean().openapi({ description: 'It is in force: enabled, and in the kernel.' }),
    place: Place.optional(),
  })
  .openapi('Queue');

export const Queues = z.strictObject(listOf(Queue)).openapi('Queues');
