import { z } from 'zod';

// What clients send and gateways answer, for both ends. The values inside replies and events have the types of
// `ControlValues` and `GatewayEvent`: the gateway makes them, and a client of the same version takes its word.

const head = { v: z.literal(1), id: z.int().min(0) };
const plain = <T extends string>(type: T) => z.strictObject({ ...head, type: z.literal(type) });

/** Who asks for it, as he says himself: for the journal. */
const by = z.string().max(128).optional();

const since = z.iso.datetime();
/** Of the texts in force, as `texts` says it: a change is refused where it is another one meanwhile. */
const ifHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional();
/** The same of what is on trial; its first 12 digits are enough, as people are told them. */
const ifTrial = z
  .string()
  .regex(/^[0-9a-f]{12,64}$/)
  .optional();
/** Write the texts into the files of the configuration in force before, once they stay: else its next start has what is there. */
const save = z.boolean().optional();
const confirmMs = z.int().min(1000).max(86_400_000).optional();
const cursor = z.string().max(64).optional();
const limit = (usual: number, most: number) => z.int().min(0).max(most).default(usual);

/** One request: `{"v":1,"id":7,"type":"routes"}`. */
export const requestSchema = z.discriminatedUnion('type', [
  plain('routes'),
  plain('status'),
  plain('counters'),
  /** What was said since a time (ISO 8601, UTC); default: all that is kept. */
  z.strictObject({ ...head, type: z.literal('events'), since: since.optional() }),
  /** Take a line down by hand, or give it back to its health; `force`: also where it is the last one. */
  z.strictObject({
    ...head,
    type: z.literal('wan'),
    line: z.string().min(1),
    action: z.enum(['down', 'up']),
    force: z.boolean().optional(),
    by,
  }),
  /** Who is told of what happens, one or (default) all; `test`: a message is sent to each. */
  z.strictObject({
    ...head,
    type: z.literal('notify'),
    test: z.boolean().optional(),
    receiver: z.string().min(1).max(64).optional(),
  }),
  plain('settled'),
  /** Whether it answers at all. */
  plain('pulse'),
  /**
   * Events follow. `since`: first those after this number of this run that are kept still. `rates`: what lines carry as well, each second,
   * or so many times a second (`hz`). Asked again, it says anew whether and how often rates are wanted.
   */
  z.strictObject({
    ...head,
    type: z.literal('subscribe'),
    since: z.strictObject({ run: z.string().max(64), seq: z.int().min(0) }).optional(),
    rates: z.boolean().optional(),
    hz: z.int().min(1).max(10).optional(),
  }),
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
    confirmMs,
    ifHash,
    by,
    save,
    /** Refuse it where it changes who is told of what happens, or names another file of a password: nothing is read by its name. */
    keepNotify: z.boolean().optional(),
  }),
  /** Take the configuration on trial back now; `to`: return to one that was in force before, by the hash of its texts. */
  z.strictObject({
    ...head,
    type: z.literal('rollback'),
    to: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    confirmMs,
    ifHash,
    by,
    save,
  }),
  /** What was applied stays; with `save` its texts are written into their files. `session`: how the client's user came in; the age of his SSH connection, or of his browser's. */
  z.strictObject({
    ...head,
    type: z.literal('confirm'),
    ifHash: ifTrial,
    by,
    save,
    session: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('local') }),
      z.strictObject({ kind: z.literal('ssh'), ageMs: z.number().min(0) }),
      z.strictObject({ kind: z.literal('web'), ageMs: z.number().min(0) }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  }),
  /** Every interface with its counters; the configuration's queues with those of the kernel; leases of WANs and LANs. */
  plain('interfaces'),
  plain('queues'),
  plain('leases'),
  /** A page of the connections that the kernel tracks. */
  z.strictObject({
    ...head,
    type: z.literal('connections'),
    filter: z
      .strictObject({
        /** A line, by any of its names; `none`: those that use no WAN. */
        wan: z.string().min(1).max(128).optional(),
        /** Who began it, an address or a network: `192.168.88.10`, `192.168.88.0/24`. */
        client: z.string().min(1).max(64).optional(),
        /** Of either end. */
        port: z.int().min(0).max(65_535).optional(),
        /** `tcp`, `udp`, `icmp` …, or a number. */
        protocol: z.string().min(1).max(16).optional(),
        /** In any of its addresses, with its port (`10.0.0.5:443`), its state, or its mark. */
        text: z.string().min(1).max(128).optional(),
      })
      .optional(),
    sort: z.enum(['order', 'rate', 'bytes', 'timeout']).default('order'),
    limit: limit(100, 1000),
    cursor,
  }),
  /** The texts in force; and which were applied when, by whom, and what became of them. */
  plain('texts'),
  z.strictObject({ ...head, type: z.literal('applied'), limit: limit(50, 1000) }),
  /** Of the journal: lines that were down, one of them as a page, a report, what was measured, and all that happened. */
  z.strictObject({
    ...head,
    type: z.literal('incidents'),
    since: since.optional(),
    limit: limit(100, 1000),
  }),
  z.strictObject({
    ...head,
    type: z.literal('incident'),
    incident: z.string().min(1).max(128),
    language: z.enum(['en', 'id']).default('en'),
  }),
  z.strictObject({ ...head, type: z.literal('report'), since, until: since.optional() }),
  z.strictObject({
    ...head,
    type: z.literal('series'),
    /** By any of its names; without it `what` names series of the whole gateway: `connections`. */
    line: z.string().min(1).max(128).optional(),
    what: z.array(z.string().min(1).max(32)).min(1).max(16),
    since,
    until: since.optional(),
    /** Points are at least so far apart; default: as near as 1500 of them allow. */
    stepMs: z.int().min(1000).optional(),
  }),
  z.strictObject({
    ...head,
    type: z.literal('journal'),
    since: since.optional(),
    kinds: z.array(z.string().min(1).max(32)).max(32).optional(),
    /** All that belongs together. */
    correlation: z.string().min(1).max(64).optional(),
    limit: limit(100, 1000),
    cursor,
  }),
]);

export type ControlRequest = z.infer<typeof requestSchema>;

/** Everything that can be asked for. */
export const requestTypes: readonly string[] = requestSchema.options.map(({ shape }) => shape.type.value);

/** A request as a client writes it: what has a usual value may be left out. */
export type ControlAsking = z.input<typeof requestSchema>;

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
  z.looseObject({
    ...version,
    type: z.literal('rates'),
    at: z.string(),
    overMs: z.number(),
    lines: z.looseObject({}),
    interfaces: z.looseObject({}),
  }),
]);
