import { z } from 'zod';

const count = z.number().int().min(0);
const ms = z.number().min(0);
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
} as const;
