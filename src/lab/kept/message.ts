import { z } from 'zod';
import { languages } from '../../text/index.ts';
import { faultKinds } from '../faults/fault.ts';
import type { PlainResult } from '../report/index.ts';

export type { PlainResult };

const options = z.strictObject({
  loss: z.number().min(0).max(100).optional(),
  delay: z.number().min(0).optional(),
  jitter: z.number().min(0).optional(),
  downMs: z.number().min(0).optional(),
  upMs: z.number().min(0).optional(),
  times: z.number().int().min(1).optional(),
});
const lang = z.enum(languages).default('en');

/** What is asked of a kept lab: one line of JSON. */
export const keptRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('describe'), lang }),
  z.strictObject({
    type: z.literal('fault'),
    fault: z.enum(faultKinds),
    isp: z.string().optional(),
    options,
  }),
  z.strictObject({ type: z.literal('repair'), isp: z.string().optional() }),
  /** Let its clients use the Internet, or stop that. */
  z.strictObject({ type: z.literal('traffic'), on: z.boolean() }),
  /** Begin an experiment on its bench. */
  z.strictObject({ type: z.literal('run'), experiment: z.string(), lang }),
  z.strictObject({ type: z.literal('cancel') }),
  /** What the last experiment found. */
  z.strictObject({ type: z.literal('result') }),
  /** How it is now, and again whenever that changes, until the connection ends. */
  z.strictObject({ type: z.literal('watch') }),
]);

export type KeptRequest = z.input<typeof keptRequest>;

const keptExperiment = z.object({
  name: z.string(),
  title: z.string(),
  /** 0: the configuration has nothing that it could try. */
  parts: z.number(),
  /** About how long it takes. */
  seconds: z.number(),
});

export type KeptExperiment = z.output<typeof keptExperiment>;

/** An experiment that runs, or the last one that ran. */
const keptRun = z.object({
  experiment: z.string(),
  title: z.string(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Why it failed. */
  why: z.string().optional(),
  verdict: z.enum(['pass', 'measured', 'reproduced', 'fail']).optional(),
  fraction: z.number(),
  leftMs: z.number(),
  parts: z.object({ done: z.number(), all: z.number() }),
  /** Parts that run, each with what it does. */
  now: z.array(z.object({ title: z.string(), line: z.string() })),
});

export type KeptRun = z.output<typeof keptRun>;

/** How a kept lab is now. */
const now = {
  faults: z.array(z.object({ fault: z.enum(faultKinds), isp: z.string() })),
  /** Its clients use the Internet. */
  traffic: z.boolean(),
  run: keptRun.optional(),
};

export const keptNow = z.object(now);
export type KeptNow = z.output<typeof keptNow>;

/** Its answer: one line too. */
export const keptReply = z.union([
  z.object({
    ok: z.literal(true),
    /** The bench, as people name it. */
    name: z.string(),
    /** Each with the router's port that its line is plugged into. */
    isps: z.array(z.object({ name: z.string(), interface: z.string() })),
    /** Control socket of the gateway under test, where it has one. */
    control: z.string().optional(),
    experiments: z.array(keptExperiment),
    /** Where it was asked for, and there is one. */
    result: z.custom<PlainResult>().optional(),
    ...now,
  }),
  z.object({ ok: z.literal(false), why: z.string() }),
]);

export type KeptReply = z.output<typeof keptReply>;
