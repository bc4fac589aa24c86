import { z } from 'zod';
import { faultKinds } from '../faults/fault.ts';

const options = z.strictObject({
  loss: z.number().min(0).max(100).optional(),
  delay: z.number().min(0).optional(),
  jitter: z.number().min(0).optional(),
  downMs: z.number().min(0).optional(),
  upMs: z.number().min(0).optional(),
  times: z.number().int().min(1).optional(),
});

/** What is asked of a kept lab: one line of JSON. */
export const keptRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('describe') }),
  z.strictObject({
    type: z.literal('fault'),
    fault: z.enum(faultKinds),
    isp: z.string().optional(),
    options,
  }),
  z.strictObject({ type: z.literal('repair'), isp: z.string().optional() }),
]);

export type KeptRequest = z.output<typeof keptRequest>;

/** Its answer: one line too. */
export const keptReply = z.union([
  z.object({
    ok: z.literal(true),
    /** The bench, as people name it. */
    name: z.string(),
    isps: z.array(z.string()),
    /** Control socket of the gateway under test, where it has one. */
    control: z.string().optional(),
    faults: z.array(z.object({ fault: z.enum(faultKinds), isp: z.string() })),
  }),
  z.object({ ok: z.literal(false), why: z.string() }),
]);

export type KeptReply = z.output<typeof keptReply>;
