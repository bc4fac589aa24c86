import { z } from '@hono/zod-openapi';
import { Count, inLanguage, listOf, Ms, Part, paging, Time } from './common.ts';
import { Recorded } from './events.ts';
import { LineEvidence } from './wans.ts';

const Decision = z.strictObject({
  time: Time,
  reason: z.string(),
  durationMs: Ms,
  steps: z.strictObject({ waited: Ms, decided: Ms, applied: Ms }),
  changes: z.array(z.string()),
  refused: z.array(z.string()),
});

export const Incident = z
  .strictObject({
    id: z.string().openapi({ example: 'ether2-20261130T023412Z' }),
    line: z.string(),
    from: Time,
    until: Time.optional().openapi({ description: 'Absent: it is down still.' }),
    downMs: Ms,
    causes: z.array(z.string()),
    evidence: LineEvidence.optional(),
    decision: Decision.optional().openapi({ description: 'What was decided because of it.' }),
    back: Decision.optional().openapi({ description: 'What was decided because it was back.' }),
    flows: z.strictObject({ reset: Count, begunAnew: Count }).optional(),
    unseen: z.strictObject({ start: z.boolean(), end: z.boolean() }),
    correlation: z.string(),
  })
  .openapi('Incident', { description: 'A line that was down, from the beginning to the end.' });

export const PastQuery = z.object({ ...paging, since: Time.optional(), ...inLanguage });
export const Incidents = z.strictObject(listOf(Incident)).openapi('Incidents');
export const IncidentParams = z.object({ id: z.string().min(1).max(128) });
export const IncidentQuery = z.object(inLanguage);

export const Point = z
  .strictObject({ time: Time, min: z.number(), avg: z.number(), max: z.number(), n: Count })
  .openapi('Point', { description: 'What was measured in one stretch of time.' });

export const IncidentStory = z
  .strictObject({
    at: Time,
    incident: Incident,
    story: z.string().openapi({ description: 'One page of text, as `jalur incident` prints it.' }),
    lostPacketsAbout: z.number().min(0).optional(),
    events: z.array(z.strictObject({ ...Recorded.shape, correlation: z.string() })),
    series: z.record(z.string(), z.array(Point)).openapi({
      description:
        'What was measured from before it until after it, by name (`up`, `rtt`, `loss`, `in`, `out`).',
    }),
  })
  .openapi('IncidentStory');

const Figure = z.strictObject({ avg: z.number(), max: z.number() });

const LineReport = z
  .strictObject({
    line: z.string(),
    measured: Part,
    available: Part.optional(),
    outages: z.array(Incident),
    roundTripMs: Figure.optional(),
    jitterMs: Figure.optional(),
    loss: Figure.optional(),
    tiphon: z
      .strictObject({ delay: z.int(), jitter: z.int(), loss: z.int(), index: z.number() })
      .optional()
      .openapi({ description: 'ETSI TR 101 329: 4 very good, 3 good, 2 medium, 1 poor.' }),
    receivedBps: Figure.optional(),
    sentBps: Figure.optional(),
    promised: Part.optional(),
    share: Part.optional(),
    up: z.array(Point),
    roundTrips: z.array(Point),
  })
  .openapi('LineReport');

export const Report = z
  .strictObject({
    at: Time,
    name: z.string(),
    since: Time,
    until: Time,
    lines: z.array(LineReport),
    incidents: z.array(Incident).openapi({ description: 'The longest first.' }),
    decisions: z.strictObject({ count: Count, medianMs: Ms.optional(), slowestMs: Ms.optional() }),
    configs: z.array(
      z.strictObject({
        time: Time,
        file: z.string(),
        how: z.string(),
        by: z.string().optional(),
        result: z.string(),
        changes: Count,
        digest: z.string().optional(),
      }),
    ),
    conditions: z.array(z.strictObject({ code: z.string(), raised: Count })),
  })
  .openapi('Report', { description: 'What the gateway did over a time.' });

export const ReportQuery = z.object({ since: Time, until: Time.optional(), ...inLanguage });

export const SeriesQuery = z.object({
  wan: z.string().min(1).max(64),
  what: z
    .string()
    .regex(/^[a-z]{1,32}(?:,[a-z]{1,32}){0,15}$/)
    .openapi({
      description:
        'Of up, rtt, jitter, loss, in, out, pin, pout, new, promised, share; several with commas. rtt and jitter in ms; in and out in bit/s; pin and pout in packets/s; the others parts of 1.',
      example: 'rtt,loss',
    }),
  since: Time,
  until: Time.optional(),
  step: z.coerce.number().int().min(1).max(86_400).optional().openapi({
    description: 'Seconds: points are at least so far apart; absent: as near as 1500 of them allow.',
  }),
});

export const Series = z
  .strictObject({
    at: Time,
    wan: z.string(),
    since: Time,
    until: Time,
    stepMs: Ms,
    series: z.record(z.string(), z.array(Point)).openapi({
      description: 'By what was asked for, oldest first; where nothing was measured there is no point.',
    }),
  })
  .openapi('Series');
