import { z } from '@hono/zod-openapi';
import { Count, inLanguage, Language, Ms, Part, Time } from './common.ts';

export const faultKinds = [
  'unplug',
  'blackhole',
  'gateway-dead',
  'lossy',
  'slow',
  'flap',
  'gateway-change',
] as const;

const isp = z.string().min(1).max(128).openapi({ description: 'Of which ISP.' });

const Verdict = z.enum(['pass', 'measured', 'reproduced', 'fail']).openapi('LabVerdict', {
  description:
    'measured: nothing is stated that it should show, and what must hold everywhere holds. reproduced: it showed the defect that it was expected to show.',
});

const LabExperiment = z
  .strictObject({
    name: z.string().openapi({ example: 'failover' }),
    title: z.string(),
    parts: Count.openapi({ description: '0: the configuration has nothing that it could try.' }),
    seconds: z.number().min(0).openapi({ description: 'About how long it takes.' }),
  })
  .openapi('LabExperiment');

const LabRun = z
  .strictObject({
    experiment: z.string(),
    title: z.string(),
    startedAt: Time,
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    why: z.string().optional().openapi({ description: 'Why it failed.' }),
    verdict: Verdict.optional(),
    part: Part.openapi({ description: 'How much of it is done.' }),
    leftMs: Ms.openapi({ description: 'What it takes at most from now on, as it is planned.' }),
    parts: z.strictObject({ done: Count, all: Count }),
    now: z
      .array(z.strictObject({ title: z.string(), line: z.string() }))
      .openapi({ description: 'Parts that run, each with what it does.' }),
  })
  .openapi('LabRun', { description: 'An experiment that runs, or the last one that ran.' });

const now = {
  faults: z.array(z.strictObject({ fault: z.enum(faultKinds), isp: z.string() })).openapi({
    description: 'What is broken now.',
  }),
  traffic: z.boolean().openapi({ description: 'Its clients use the Internet.' }),
  run: LabRun.optional(),
};

/** What the stream tells. */
export const LabNow = z
  .strictObject({ at: Time, ...now })
  .openapi('LabNow', { description: 'What is broken in the lab, and what runs on its bench.' });

export const LabQuery = z.object(inLanguage);

export const Lab = z
  .strictObject({
    at: Time,
    name: z.string(),
    isps: z.array(
      z.strictObject({
        name: z.string(),
        interface: z
          .string()
          .openapi({ description: 'The port of the gateway that its line is plugged into.' }),
      }),
    ),
    kinds: z.array(z.enum(faultKinds)),
    experiments: z.array(LabExperiment),
    ...now,
  })
  .openapi('Lab', { description: 'The lab that is kept up, and what is broken in it.' });

export const LabFault = z
  .strictObject({
    fault: z.enum(faultKinds),
    isp: isp.optional(),
    options: z
      .strictObject({
        loss: z.number().min(0).max(100).optional().openapi({ description: 'lossy: per cent each way.' }),
        delay: z.number().min(0).max(60_000).optional().openapi({ description: 'slow: one way, ms.' }),
        jitter: z.number().min(0).max(60_000).optional(),
        downMs: z.number().min(0).max(600_000).optional(),
        upMs: z.number().min(0).max(600_000).optional(),
        times: z.int().min(1).max(1000).optional(),
      })
      .default({}),
  })
  .openapi('LabFault');

export const LabRepair = z
  .strictObject({ isp: isp.optional().openapi({ description: 'Absent: all of them.' }) })
  .openapi('LabRepair');

export const LabTraffic = z.strictObject({ on: z.boolean() }).openapi('LabTraffic');

export const LabRunOrder = z
  .strictObject({
    experiment: z.string().min(1).max(64),
    lang: Language.default('en').openapi({ description: 'Of what it says.' }),
  })
  .openapi('LabRunOrder');

const Unit = z.enum(['bit/s', 'ms', '%', 'p/s', 'B']);

const Timeline = z.strictObject({
  kind: z.literal('timeline'),
  title: z.string(),
  quantity: z.string(),
  unit: Unit,
  series: z.array(
    z.strictObject({
      name: z.string(),
      points: z
        .array(z.array(z.number().nullable()).length(2))
        .openapi({ description: 'Each: ms since the start, value; null: nothing came back.' }),
    }),
  ),
  marks: z.array(z.strictObject({ atMs: Ms, label: z.string() })),
  limits: z.array(z.strictObject({ name: z.string(), value: z.number() })),
});

const Bars = z.strictObject({
  kind: z.literal('bars'),
  title: z.string(),
  quantity: z.string(),
  unit: Unit,
  bars: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number().nullable(),
      text: z.string().openapi({ description: 'The value with its unit.' }),
      expected: z.number().optional(),
      limit: z.number().optional(),
    }),
  ),
});

const LabResult = z
  .strictObject({
    name: z.string(),
    title: z.string(),
    verdict: Verdict,
    judged: z.boolean().openapi({ description: 'topology.yaml states what it should show.' }),
    expectation: z.string(),
    finding: z.string(),
    durationMs: Ms,
    keys: z.array(z.strictObject({ name: z.string(), text: z.string() })),
    checks: z.array(
      z.strictObject({ what: z.string(), expected: z.string(), measured: z.string(), holds: z.boolean() }),
    ),
    tables: z.array(
      z.strictObject({
        title: z.string(),
        columns: z.array(z.strictObject({ title: z.string(), isNumber: z.boolean() })),
        rows: z.array(z.array(z.string())),
        note: z.string().optional(),
      }),
    ),
    figures: z.array(z.discriminatedUnion('kind', [Timeline, Bars])),
    notes: z.array(z.string()),
  })
  .openapi('LabResult', { description: 'What an experiment measured, and what that is worth.' });

export const LabOutcome = z
  .strictObject({ at: Time, run: LabRun.optional(), result: LabResult.optional() })
  .openapi('LabOutcome', { description: 'Without `run`: none was begun.' });
