import { z } from '@hono/zod-openapi';
import { Time } from './common.ts';

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

export const Lab = z
  .strictObject({
    at: Time,
    name: z.string(),
    isps: z.array(z.string()),
    kinds: z.array(z.enum(faultKinds)),
    faults: z
      .array(z.strictObject({ fault: z.enum(faultKinds), isp: z.string() }))
      .openapi({ description: 'Now.' }),
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
