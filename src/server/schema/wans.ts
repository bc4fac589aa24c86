import { z } from '@hono/zod-openapi';
import { BitsPerSecond, Count, listOf, Ms, Part, Place, Time } from './common.ts';

export const LineStatus = z.enum(['unknown', 'up', 'degraded', 'down']).openapi('LineStatus');
export const LineCause = z
  .enum(['carrier', 'gateway', 'upstream', 'dns', 'forced', 'loss', 'latency', 'jitter'])
  .openapi('LineCause', { description: 'Why a line is down, or not as it should be.' });

export const LineEvidence = z
  .strictObject({
    silentMs: Ms.openapi({ description: 'How long nothing came from behind the line.' }),
    lost: Count.openapi({ description: 'Probes in a row without an answer.' }),
    asked: z.array(z.string()),
    roundTripMs: Ms.optional(),
    jitterMs: Ms.optional(),
    loss: Part.optional(),
  })
  .openapi('LineEvidence', { description: 'What a judgement rests on.' });

const Outage = z.strictObject({
  from: Time,
  until: Time.optional().openapi({ description: 'Absent: it is down still.' }),
  cause: z.string().optional(),
});

const WanLease = z.strictObject({
  address: z.string().openapi({ example: '203.0.113.9/24' }),
  gateway: z.string().optional(),
  server: z.string().optional(),
  dns: z.array(z.string()),
  expiresAt: Time,
});

export const Wan = z
  .strictObject({
    name: z.string(),
    label: z.string().openapi({ description: 'As people call it.', example: 'ISP2 (ether2)' }),
    state: LineStatus,
    cause: LineCause.optional(),
    held: z
      .boolean()
      .optional()
      .openapi({ description: 'Not used while there is another: it may fall again.' }),
    why: z.string().openapi({ description: 'State and evidence as one sentence.' }),
    evidence: LineEvidence.optional(),
    addresses: z.array(z.string()),
    gateway: z.string().optional(),
    lease: WanLease.optional(),
    rttMs: Ms.optional(),
    jitterMs: Ms.optional(),
    loss: Part.optional(),
    rate: z
      .strictObject({ receivedBitsPerSecond: BitsPerSecond, sentBitsPerSecond: BitsPerSecond })
      .optional(),
    limit: z
      .strictObject({
        place: Place.optional(),
        receivedBitsPerSecond: BitsPerSecond.optional(),
        sentBitsPerSecond: BitsPerSecond.optional(),
      })
      .optional()
      .openapi({
        description:
          'What the text says that the line carries (queues, or an intent); absent: it says nothing.',
      }),
    connections: Count.optional().openapi({
      description: 'Tracked now that leave by it; absent: not known.',
    }),
    opened: z
      .strictObject({ connections: Count, overMs: Ms })
      .optional()
      .openapi({ description: 'Opened by it lately; absent: nobody counts them (pace of RouterOS).' }),
    share: z
      .strictObject({ promised: Part.optional(), measured: Part.optional() })
      .openapi({ description: 'Of new connections: what the configuration promises, and what was counted.' }),
    since: Time.optional().openapi({ description: 'In this state since then; absent: nobody has noted it.' }),
    lastOutage: Outage.optional(),
  })
  .openapi('Wan', { description: 'One uplink: its state with the reason, and what it carries.' });

export const Wans = z.strictObject(listOf(Wan)).openapi('Wans');

export const WanParams = z.object({ name: z.string().min(1).max(128) });
export const WanOrder = z
  .strictObject({
    force: z.boolean().default(false).openapi({ description: 'Also where nothing is left without it.' }),
  })
  .openapi('WanOrder');

export const WanChange = z
  .strictObject({ wan: Wan, changed: z.boolean().openapi({ description: 'False: it was so before.' }) })
  .openapi('WanChange');
