import { z } from 'zod';

// What clients send and gateways answer, for both ends. The values inside replies and events have the types of
// `ControlValues` and `GatewayEvent`: the gateway makes them, and a client of the same version takes its word.

const head = { v: z.literal(1), id: z.int().min(0) };
const plain = <T extends string>(type: T) => z.strictObject({ ...head, type: z.literal(type) });

/** Who asks for it, as he says himself: for the journal. */
const by = z.string().max(128).optional();

/** One request: `{"v":1,"id":7,"type":"routes"}`. */
export const requestSchema = z.discriminatedUnion('type', [
  plain('routes'),
  plain('status'),
  plain('counters'),
  /** What was said since a time (ISO 8601, UTC); default: all that is kept. */
  z.strictObject({ ...head, type: z.literal('events'), since: z.iso.datetime().optional() }),
  /** Take a line down by hand, or give it back to its health; `force`: also where it is the last one. */
  z.strictObject({
    ...head,
    type: z.literal('wan'),
    line: z.string().min(1),
    action: z.enum(['down', 'up']),
    force: z.boolean().optional(),
  }),
  plain('settled'),
  plain('subscribe'),
  plain('stop'),
  /** Read this file and run it; refused, with its diagnostics, where it has errors. */
  z.strictObject({ ...head, type: z.literal('config'), file: z.string().min(1) }),
  /** Read the files of the configuration in force again. */
  z.strictObject({ ...head, type: z.literal('reload'), by }),
  /**
   * Run these files, which are one configuration; with `confirmMs` they are taken back then unless they are confirmed. `texts`: what
   * the client read in them, as a gateway that is confined as a service may not see them.
   */
  z.strictObject({
    ...head,
    type: z.literal('apply'),
    files: z.array(z.string().min(1)).min(1),
    texts: z
      .array(z.strictObject({ file: z.string().min(1), text: z.string() }))
      .min(1)
      .optional(),
    confirmMs: z.int().min(1000).max(86_400_000).optional(),
    by,
  }),
  /** What was applied stays. `session`: how the client's user came in; the age of his SSH connection. */
  z.strictObject({
    ...head,
    type: z.literal('confirm'),
    by,
    session: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('local') }),
      z.strictObject({ kind: z.literal('ssh'), ageMs: z.number().min(0) }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  }),
]);

export type ControlRequest = z.infer<typeof requestSchema>;

const version = { v: z.literal(1) };

/** One message of the gateway. */
export const messageSchema = z.discriminatedUnion('type', [
  z.looseObject({ ...version, type: z.literal('hello'), pid: z.int() }),
  z.looseObject({ ...version, type: z.literal('reply'), id: z.int(), value: z.looseObject({}) }),
  z.looseObject({
    ...version,
    type: z.literal('failed'),
    id: z.int(),
    error: z.looseObject({ code: z.string(), what: z.string(), do: z.string() }),
  }),
  z.looseObject({
    ...version,
    type: z.literal('event'),
    seq: z.int(),
    time: z.string(),
    event: z.looseObject({ type: z.string(), atMs: z.number() }),
  }),
]);
