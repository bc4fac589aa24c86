import { z } from '@hono/zod-openapi';
import { Count, Dialect, inLanguage, Ms, nameList, Part, paging, Time } from './common.ts';
import { LabNow } from './lab.ts';
import { ActiveDefault, Condition, Status } from './status.ts';
import { LineCause, LineEvidence, LineStatus, Wan } from './wans.ts';

const said = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({
    type: z.literal(type),
    atMs: Ms.openapi({ description: 'CLOCK_MONOTONIC of the gateway.' }),
    ...shape,
  });

const Cause = z.strictObject({
  reason: z.string(),
  atMs: Ms,
  evidence: LineEvidence.partial().optional(),
});

/** One for each `GatewayEvent`; events.test.ts holds both together, when types are checked. */
export const GatewayEvent = z
  .discriminatedUnion('type', [
    said('ready', {
      durationMs: Ms,
      dialect: Dialect,
      waiting: z.array(z.strictObject({ line: z.string(), for: z.enum(['interface', 'carrier', 'lease']) })),
    }),
    said('lease', {
      interface: z.string(),
      lease: z.looseObject({ interface: z.string() }).optional(),
      durationMs: Ms.optional(),
    }),
    said('link', { interface: z.string(), running: z.boolean() }),
    said('check', {
      key: z.string(),
      address: z.string(),
      interface: z.string(),
      reachable: z.boolean(),
      silentMs: Ms.optional(),
    }),
    said('line', {
      line: z.string(),
      status: LineStatus,
      cause: LineCause.optional(),
      evidence: LineEvidence.optional(),
      held: z.boolean().optional(),
      sinceMs: Ms,
    }),
    said('host', { host: z.string(), status: z.enum(['up', 'down']) }),
    said('script', {
      property: z.string(),
      place: z.string(),
      outcome: z.enum(['changed', 'unchanged', 'uncertain']),
      line: z.int().optional(),
    }),
    said('decision', {
      durationMs: Ms,
      reason: z.string(),
      causes: z.array(Cause),
      steps: z.strictObject({ waited: Ms, decided: Ms, applied: Ms }),
      changes: z.array(z.string()),
      refused: z.array(z.string()),
      scripts: z.array(z.string()),
    }),
    said('routes-changed', { durationMs: Ms, reason: z.string(), active: z.array(ActiveDefault) }),
    said('flows', { durationMs: Ms, reset: Count, begunAnew: Count }),
    said('config', {
      file: z.string(),
      how: z.enum(['start', 'reload', 'signal', 'apply', 'confirm', 'rolled-back']),
      by: z.string().optional(),
      result: z.enum(['in-force', 'on-trial', 'partly', 'refused']),
      digest: z.string().optional(),
      changes: Count,
    }),
    said('notification', {
      receiver: z.string(),
      channel: z.string().openapi({ example: 'telegram' }),
      title: z.string().openapi({ description: 'First line of the message.' }),
      result: z.enum(['delivered', 'failed', 'lost']),
      attempts: Count,
      said: z.string().openapi({ description: 'What came back.' }),
      tookMs: Ms,
    }),
    said('diagnostics', { diagnostics: z.array(z.looseObject({ id: z.string(), what: z.string() })) }),
    said('problem', { condition: Condition }),
    said('cleared', { condition: Condition }),
    said('stopped', { undone: z.boolean() }),
  ])
  .openapi('GatewayEvent', { description: 'Something the gateway says by itself.' });

export const Recorded = z
  .strictObject({
    seq: z.int().openapi({ description: 'Counts up without gaps since the gateway was started.' }),
    time: Time,
    text: z.string().openapi({ description: 'The same as a sentence.' }),
    event: GatewayEvent,
  })
  .openapi('Event');

export const EventsQuery = z.object({
  since: Time.optional(),
  ...inLanguage,
});

export const Events = z
  .strictObject({
    at: Time,
    total: Count,
    items: z.array(Recorded).openapi({ description: 'Oldest first.' }),
    earlier: z.boolean().openapi({ description: 'Something before them is not kept any more.' }),
  })
  .openapi('Events');

export const JournalQuery = z.object({
  ...paging,
  since: Time.optional(),
  kinds: nameList.optional().openapi({ description: 'Of these kinds, with commas: line,decision.' }),
  correlation: z.string().min(1).max(64).optional().openapi({ description: 'All that belongs together.' }),
  ...inLanguage,
});

export const Journal = z
  .strictObject({
    at: Time,
    items: z.array(z.strictObject({ ...Recorded.shape, correlation: z.string() })),
    next: z.string().optional(),
  })
  .openapi('Journal', {
    description: 'What is kept of the past, the latest first; `seq` rises over restarts.',
  });

const perSecond = z.number().min(0);
const passed = {
  receivedBitsPerSecond: perSecond.optional(),
  sentBitsPerSecond: perSecond.optional(),
  receivedPacketsPerSecond: perSecond.optional(),
  sentPacketsPerSecond: perSecond.optional(),
};

const Rates = z
  .strictObject({
    at: Time,
    overMs: Ms,
    lines: z.record(
      z.string(),
      z.strictObject({
        ...passed,
        rttMs: Ms.optional(),
        jitterMs: Ms.optional(),
        loss: Part.optional(),
        openedPerSecond: perSecond.optional(),
      }),
    ),
    interfaces: z.record(z.string(), z.strictObject(passed)).openapi({ description: 'By device.' }),
    tracked: z.strictObject({ connections: Count, most: Count }).optional(),
  })
  .openapi('Rates', {
    description: 'What lines and interfaces carry now: over the last second, however often that is told.',
  });

export const StreamQuery = z.object({
  ...inLanguage,
  hz: z.coerce
    .number()
    .int()
    .min(1)
    .max(10)
    .default(1)
    .openapi({ type: 'integer', description: 'How often a second `rates` are sent, at most.' }),
  only: z.literal('rates').optional().openapi({ description: '`rates` alone: for a picture that moves.' }),
});

/** What `GET /stream` sends, by the name of the SSE event. */
export const StreamMessage = z
  .discriminatedUnion('event', [
    z.strictObject({
      event: z.literal('status'),
      data: z.strictObject({ status: Status, wans: z.array(Wan) }),
    }),
    z.strictObject({ event: z.literal('rates'), data: Rates }),
    z.strictObject({ event: z.literal('event'), data: Recorded }),
    z.strictObject({
      event: z.literal('gap'),
      data: z
        .strictObject({ at: Time })
        .openapi({ description: 'Events were lost: read /events, /status and /wans anew.' }),
    }),
    z.strictObject({
      event: z.literal('offline'),
      data: z.strictObject({ at: Time, detail: z.string(), do: z.string() }),
    }),
    z.strictObject({ event: z.literal('online'), data: z.strictObject({ at: Time }) }),
    z.strictObject({ event: z.literal('lab'), data: LabNow }),
  ])
  .openapi('StreamMessage', {
    description:
      'Each is sent as `event: NAME` and `data: JSON`; `event` has `id: PID-SEQ`, which `Last-Event-ID` resumes from.',
  });
