import { z } from 'zod';
import { type Ipv4Prefix, isIpv4, parseIpv4Interface, parseIpv4Prefix } from '../../net/index.ts';
import type { Language } from '../../text/index.ts';
import { faultKinds } from '../faults/fault.ts';

const share = z.number().min(0, 'is below 0').max(1, 'is above 1 (shares are parts of one)');
const milliseconds = z.number().min(0, 'is below 0 ms');
const ports = z.array(z.number().int().min(1).max(65_535)).default([]);
const isp = z.string();
const sentence = z
  .string('is missing: one sentence about what this example should show')
  .min(1, 'is empty: write one sentence about what this example should show');
/** One sentence, or the same sentence in each language. */
const shows = z.union([sentence, z.strictObject({ en: sentence, id: sentence })], {
  error: 'is not a sentence about what this example should show (or one for each of en and id)',
});
/** `defect`: what the example shows is a defect of its configuration, which a run reproduces. */
const stated = { shows, defect: z.boolean('is not true or false').default(false) };
const byIsp = z.record(isp, share);

const lease = z
  .string()
  .refine(text => parseIpv4Interface(text) !== undefined && text.includes('/'), 'is not 10.10.10.254/24');

/** What an example should show: one sentence for all languages, or one for each. */
export type Shown = z.output<typeof shows>;

export const shownIn = (shown: Shown, language: Language): string =>
  typeof shown === 'string' ? shown : shown[language];

/** `expect.addressing`: leases by interface, the LAN's network, and by which ports each table's default leaves. */
export const addressingExpectation = z.strictObject({
  ...stated,
  leases: z.record(z.string(), lease),
  lan: z
    .string()
    .refine(text => parseIpv4Prefix(text) === text, 'is not a network such as 192.168.0.0/24')
    .transform(text => text as Ipv4Prefix),
  defaults: z.record(z.string(), z.array(z.string())),
  resolver: z.string().refine(isIpv4, 'is not an IPv4 address').optional(),
});

/** `expect.ping`: share of pings lost while the only ISP is down, and the longest gap when there is another. */
export const pingExpectation = z.strictObject({
  ...stated,
  'lost-while-down': z.strictObject({ min: share }),
  'outage-ms': z.strictObject({ max: milliseconds }),
});

/** `expect.balance`: shares of connections by ISP, or one ISP that stays idle. */
export const balanceExpectation = z.strictObject({
  ...stated,
  connections: z.strictObject({ min: z.number().int() }).default({ min: 3000 }),
  destinations: z.strictObject({ min: z.number().int() }).default({ min: 250 }),
  shares: byIsp.optional(),
  tolerance: share.default(0.03),
  /** The chi-square test must not refute the shares: its p must not be below this. */
  'p-value': z.strictObject({ min: share }).optional(),
  idle: z.strictObject({ isp, 'bytes-share': z.strictObject({ max: share }) }).optional(),
  /** Connections from one client to one server: all by one ISP, or spread over several. */
  'one-pair': z.enum(['together', 'spread']).default('together'),
});

/** One time for both dialects, or one for each: RouterOS 6 waits 10 s for an answer where 7 waits 1 s. */
const byDialect = z.union([milliseconds, z.strictObject({ v6: milliseconds, v7: milliseconds })], {
  error: 'is not a time in ms, or { v6: ms, v7: ms }',
});

/** What one fault does: no effect on users, an outage that ends, one that does not; or it is measured only. */
const faultExpectation = z.union(
  [
    z.enum(['unaffected', 'never', 'measured']),
    z.strictObject({ 'detect-ms': byDialect.optional(), 'restore-ms': byDialect }),
  ],
  { error: 'is not unaffected, never, measured, or { detect-ms: …, restore-ms: … }' },
);

/** `expect.failover`: by ISP and fault. */
export const failoverExpectation = z.strictObject({
  ...stated,
  faults: z.record(isp, z.partialRecord(z.enum(faultKinds), faultExpectation)),
});

const bound = z.union(
  [
    z.strictObject({ min: share }),
    z.strictObject({ max: share }),
    z.strictObject({ about: share, tolerance: share }),
  ],
  { error: 'is not { min: … }, { max: … } or { about: …, tolerance: … }, as parts of one' },
);

/** `expect.speed`: goodput as a part of the lines' rate, in each direction. */
export const speedExpectation = z.strictObject({
  ...stated,
  /** One ISP alone, many connections, as a part of its own rate. */
  alone: z.record(isp, bound).default({}),
  /** Both ISPs, many connections to many servers, as a part of the sum of the rates. */
  'many-servers': bound.optional(),
  /** The same to one server only. */
  'one-server': bound.optional(),
});

const portSet = z.strictObject({ tcp: ports, udp: ports });
const directions = z.strictObject({
  'lan-to-wan': portSet.default({ tcp: [], udp: [] }),
  'wan-to-lan': portSet.default({ tcp: [], udp: [] }),
});

/** `expect.filter`: attempts that the other side must not see, and such that it must. */
export const filterExpectation = z.strictObject({ ...stated, blocked: directions, passes: directions });

/** `expect.methods`: by method (`pcc-both-addresses`, `nth` …). */
export const methodsExpectation = z.strictObject({
  ...stated,
  tolerance: share.default(0.07),
  methods: z.record(
    z.string(),
    z.strictObject({
      shares: byIsp.optional(),
      /** Do the connections of one user with one server keep one source address? */
      sessions: z.enum(['kept', 'split']).optional(),
    }),
  ),
});

/** `expect` of the experiments that try what the text asks for: what is expected follows from the text itself. */
export const trialExpectation = z.strictObject({
  ...stated,
  /** ISPs of which it is known that another one answers what comes in by them. */
  'answered-by-another': z.array(isp).default([]),
});

/** `expect.names`: what the text says decides whether names are answered; here, how long they may not be. */
export const namesExpectation = z.strictObject({
  ...stated,
  'outage-ms': z.strictObject({ max: milliseconds }).optional(),
});

/** `expect.shares`: what is followed, and how fast, is the same on every bench; here, for how long each rate stays. */
export const sharesExpectation = z.strictObject({
  ...stated,
  'hold-s': z.number().min(40, 'is below 40 s').max(3600, 'is above 3600 s').default(60),
});

export type SharesExpectation = z.output<typeof sharesExpectation>;

export type NamesExpectation = z.output<typeof namesExpectation>;
export type TrialExpectation = z.output<typeof trialExpectation>;
export type AddressingExpectation = z.output<typeof addressingExpectation>;
export type PingExpectation = z.output<typeof pingExpectation>;
export type BalanceExpectation = z.output<typeof balanceExpectation>;
export type FaultExpectation = z.output<typeof faultExpectation>;
export type FailoverExpectation = z.output<typeof failoverExpectation>;
export type Bound = z.output<typeof bound>;
export type SpeedExpectation = z.output<typeof speedExpectation>;
export type FilterExpectation = z.output<typeof filterExpectation>;
export type MethodsExpectation = z.output<typeof methodsExpectation>;
