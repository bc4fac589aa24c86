import { z } from '@hono/zod-openapi';
import { Count, Part } from './common.ts';
import { Fault, PacketView, PointView, readAs, Verdict, Walk, world } from './question.ts';

export const ProveRequest = z.strictObject(world).openapi('ProveRequest');

const Remedy = z.strictObject({ lines: z.array(z.string()), left: z.array(Fault) }).openapi('Remedy', {
  description: 'RouterOS lines that mend it, proved; `left`: states in which they do not.',
});

const Defect = z
  .strictObject({
    invariant: z.string(),
    sentence: z.string(),
    places: z.array(z.string()),
    remedy: Remedy.optional(),
  })
  .openapi('Defect');

const Violation = z
  .strictObject({
    invariant: z.string(),
    verdict: z.enum(['violated', 'depends']),
    points: z.array(PointView),
    when: z.array(z.strictObject({ point: z.string(), answer: z.string() })).optional(),
    sentence: z.string(),
    fault: Fault.optional(),
    alsoIn: z.array(Fault).optional(),
    alsoBreaks: z.array(z.string()).optional(),
    isOver: z.boolean().optional(),
    concerns: z.array(z.strictObject({ service: z.string(), protocol: z.int(), port: z.int() })).optional(),
    weight: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('everything') }),
        z.strictObject({ kind: z.literal('only'), destinations: z.array(z.string()) }),
      ])
      .optional(),
    share: Part.optional(),
    together: z.number().optional(),
    alike: z
      .array(z.strictObject({ fault: Fault.optional(), share: Part.optional(), sentence: z.string() }))
      .optional(),
    packetClasses: Count,
    remedy: Remedy.optional(),
    packet: PacketView,
    seed: z.int(),
    walk: Walk,
  })
  .openapi('Violation', { description: 'What does not hold, with a packet that shows it.' });

const proof = {
  file: z.string(),
  verdict: Verdict,
  answer: z.string(),
  points: z.array(PointView),
  invariants: z.array(
    z.strictObject({
      invariant: z.string(),
      verdict: Verdict,
      points: z.array(PointView),
      why: z.string().optional(),
    }),
  ),
  about: z.array(z.string()),
  packetClasses: Count,
  linkStates: Count,
  assumptions: z.array(z.string()),
  defects: z.array(Defect),
  leftOvers: z.array(Defect),
  violations: z.array(Violation),
  remarks: z.array(Violation),
  notAsked: z.array(z.string()),
  notProved: z.array(
    z.strictObject({
      invariant: z.string(),
      why: z.string(),
      packet: PacketView.optional(),
      fault: Fault.optional(),
    }),
  ),
};

export const Proof = z
  .strictObject({ ...proof, ...readAs, asV6: z.strictObject(proof).optional() })
  .openapi('Proof');
