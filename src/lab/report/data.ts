import { z } from 'zod';

const count = z.number().int().min(0);
const ms = z.number().min(0);
const share = z.number().min(0).max(1);
/** null: it never happened while the experiment watched. */
const moment = ms.nullable();

/** `data` of balance: by ISP, what went over it. */
export const balanceData = z.looseObject({
  perWan: z.record(z.string(), z.looseObject({ connections: count, bytes: count })),
});

/** `data` of failover: what each fault did to a user behind the gateway. */
export const failoverData = z.looseObject({
  faults: z.array(
    z.looseObject({
      wan: z.string(),
      fault: z.string(),
      detectMs: moment,
      restoreMs: moment,
      pingsLost: count,
      tcpBroken: count,
      tcpHung: count,
    }),
  ),
});

/** `data` of speed: one row for each test. */
export const speedData = z.looseObject({
  rows: z.array(
    z.looseObject({
      path: z.string(),
      servers: count.optional(),
      connections: count,
      downloadBps: z.number().min(0),
      uploadBps: z.number().min(0),
      downloadUtilisation: z.number().min(0).nullable().optional(),
      uploadUtilisation: z.number().min(0).nullable().optional(),
      pingMs: z.number().min(0).nullable(),
      jitterMs: z.number().min(0).nullable(),
      lossPct: z.number().min(0).max(100),
      tiphon: z.number().nullable(),
    }),
  ),
});

/** `data` of filter: one entry for each real attempt. */
const filterData = z.looseObject({
  attempts: z.array(
    z.looseObject({
      protocol: z.enum(['tcp', 'udp']),
      port: z.number().int().min(1).max(65_535),
      direction: z.string(),
      blocked: z.boolean(),
    }),
  ),
});

/** `data` of addressing: among other things, why each route that is not active is not. */
export const addressingData = z.looseObject({
  inactive: z.array(
    z.looseObject({
      destination: z.string(),
      gateway: z.string(),
      table: z.string(),
      place: z.string(),
      reason: z.string(),
    }),
  ),
});

const fate = z.looseObject({
  reached: z.boolean(),
  by: z.string().describe('the ISP by which the answer left, or the connection went; empty: none'),
});

/** `data` of the experiments that try what the text asks for: one entry for each connection or packet. */
const trialData = z.looseObject({
  trials: z.array(
    z.looseObject({
      what: z.string(),
      place: z.string().describe('file:line'),
      from: z.string(),
      packet: z.string(),
      expected: z
        .array(fate.extend({ says: z.string() }))
        .min(1)
        .describe('what the walk of the text says; several where hash, chance or something open decides'),
      onRouteros: z.string().describe('what RouterOS would do, where that is something else'),
      seen: fate,
      counted: count.nullable().optional().describe('packets that the rule counted'),
      cameBy: z.string().optional().describe('the ISP that it came in by'),
    }),
  ),
  leftOut: z.array(z.object({ what: z.string(), place: z.string(), why: z.string() })),
});

/** `data` of names: what each unplugged ISP cost those who ask. */
const namesData = z.looseObject({
  names: z.array(
    z.looseObject({
      wan: z.string(),
      resolver: z.string(),
      restoreMs: moment,
      longestGapMs: moment,
      lost: count,
      asked: count,
    }),
  ),
});

/** `data` of shares: how the share of the line whose rate changed went after each change. */
const sharesData = z.looseObject({
  isp: z.string(),
  changes: z.array(
    z.looseObject({
      change: z.enum(['lowered', 'raised']),
      from: share,
      exact: share,
      inTime: share.describe('30 s after the change'),
      last: share.describe('before the next change, or at the end'),
      halfMs: moment.describe('half of the way was gone'),
      turns: z.boolean(),
    }),
  ),
  fetched: count,
  broken: z.array(z.looseObject({ atMs: z.number(), why: z.string() })),
  sessions: z.object({ alive: count, broken: count, hung: count }),
});

/** Nothing of the kind is in the configuration. */
const trialsOrNothing = z.union([trialData, z.strictObject({})]);

/** `data` of an experiment that was not completed. */
export const brokenData = z.looseObject({
  broken: z.array(z.object({ part: z.string(), error: z.string() })).min(1),
});

/** What is promised of `data`, by experiment; the others are free. */
export const dataSchemas = {
  addressing: addressingData,
  balance: balanceData,
  failover: failoverData,
  speed: speedData,
  filter: filterData,
  forwards: trialsOrNothing,
  returns: trialsOrNothing,
  networks: trialsOrNothing,
  names: z.union([namesData, z.strictObject({})]),
  rules: trialsOrNothing,
  shares: z.union([sharesData, z.strictObject({})]),
} as const;
