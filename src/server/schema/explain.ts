import { z } from '@hono/zod-openapi';
import { Engine, PointView, readAs, Verdict, Walk, world } from './question.ts';

const port = z.int().min(0).max(65_535);

export const ExplainRequest = z
  .strictObject({
    ...world,
    engine: Engine.optional().openapi({
      description: 'Who carries it out; absent: RouterOS, and of what runs this gateway, with its own seed.',
    }),
    packet: z.strictObject({
      in: z
        .string()
        .min(1)
        .max(128)
        .optional()
        .openapi({ description: 'Absent: by the network of its source, or the router makes it.' }),
      src: z.string().min(1).max(128).optional(),
      dst: z.string().min(1).max(128),
      protocol: z
        .string()
        .min(1)
        .max(32)
        .optional()
        .openapi({ description: 'tcp, udp, icmp, or a service such as dns.' }),
      srcPort: port.optional(),
      dstPort: z
        .union([port, z.string().min(1).max(32)])
        .optional()
        .openapi({ description: 'A number, or a service such as https.' }),
    }),
    reply: z.boolean().default(false).openapi({ description: 'Also the answer back.' }),
    whyNot: z
      .union([z.int().min(1), z.literal('all')])
      .optional()
      .openapi({ description: 'Why rules did not match: those up to this line, or all.' }),
    seed: z.int().min(0).max(0xffff_ffff).optional().openapi({
      description: 'Of the hashes; absent: of what runs that of its kernel, where Linux is asked.',
    }),
    through: z
      .string()
      .min(1)
      .max(128)
      .optional()
      .openapi({ description: 'Follow the connection while this WAN goes down and comes back.' }),
    how: z.enum(['down', 'dead-gateway', 'dead']).default('down'),
  })
  .openapi('ExplainRequest');

const Way = Walk.extend({
  share: z.number().openapi({ description: 'How likely, 0 to 1.' }),
  when: z.array(z.strictObject({ point: z.string(), answer: z.string().optional() })),
}).openapi('Way');

const Moment = Walk.extend({ when: z.enum(['before', 'during', 'after']), which: z.string() }).openapi(
  'Moment',
);

const answer = {
  file: z.string(),
  head: z.array(z.string()).openapi({ description: 'The answer, one line for each way that it may go.' }),
  verdict: Verdict,
  points: z.array(PointView),
  assumptions: z.array(z.string()),
  notes: z.array(z.string()).optional(),
  ways: z.array(Way),
  replies: z.array(Way),
  directReply: z.string().optional(),
  otherwise: z.array(z.string()).optional(),
  wan: z.string().optional().openapi({ description: 'With `through`: as people call it.' }),
  consequence: z.string().optional().openapi({ description: 'With `through`: what the client notices.' }),
  moments: z.array(Moment).optional(),
};

export const Explanation = z
  .strictObject({ ...answer, ...readAs, asV6: z.strictObject(answer).optional() })
  .openapi('Explanation');
