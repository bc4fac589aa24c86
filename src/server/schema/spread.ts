import { z } from '@hono/zod-openapi';
import { Count, Part } from './common.ts';
import { PointView, readAs, Verdict, world } from './question.ts';

const sample = {
  flows: z.int().min(1).max(20_000).default(2000),
  clients: z.int().min(1).max(2000).default(50),
  destinations: z.int().min(1).max(5000).default(200),
};

export const SpreadRequest = z.strictObject({ ...world, ...sample }).openapi('SpreadRequest');

const Bounds = z.strictObject({ from: Part, to: Part });

const Share = z
  .strictObject({
    way: z.string().openapi({ description: 'An interface, or what became of it.', example: 'ether1' }),
    text: z.string().openapi({ description: 'The same as people call it.' }),
    wan: z.boolean(),
    connections: Part,
    connectionsMargin: z.number(),
    bytes: Part,
    bytesMargin: z.number(),
    range: z.strictObject({ connections: Bounds, bytes: Bounds }).optional(),
  })
  .openapi('Share', { description: 'What one way out gets; margins hold 95 of 100 boots.' });

const spread = {
  file: z.string(),
  head: z.string(),
  verdict: Verdict,
  points: z.array(PointView),
  assumptions: z.array(z.string()),
  shares: z.array(Share),
  size: z.strictObject({ flows: Count, clients: Count, destinations: Count }),
  boots: Count,
  mix: z.array(
    z.strictObject({
      name: z.string(),
      protocol: z.string(),
      port: z.int(),
      share: Part,
      bytes: Count,
    }),
  ),
};

export const Spread = z
  .strictObject({ ...spread, ...readAs, asV6: z.strictObject(spread).optional() })
  .openapi('Spread');
