import { z } from '@hono/zod-openapi';
import { Dialect, Language } from './common.ts';

export const mostFiles = 16;
export const longestText = 4 << 20;

export const TextFile = z
  .strictObject({ file: z.string().min(1).max(256), text: z.string().max(longestText) })
  .openapi('TextFile');

const Port = z.strictObject({
  name: z.string().min(1).max(128),
  address: z.string().max(32).optional().openapi({ example: '192.168.88.1/24' }),
});

const names = z.array(z.string().min(1).max(128)).max(64);

/** A text, the version and the ports that it is to be read with. */
export const reading = {
  texts: z.array(TextFile).min(1).max(mostFiles).optional().openapi({
    description: 'One configuration; absent: the one that runs, with its links and leases as they are.',
  }),
  dialect: Dialect.optional().openapi({ description: 'Instead of what the text shows.' }),
  wan: z
    .array(Port)
    .max(64)
    .optional()
    .openapi({ description: 'The WAN ports, instead of what the text shows.' }),
  lan: z.array(Port).max(64).optional(),
  lang: Language.default('en'),
};

export const Engine = z.enum(['routeros', 'linux']);

/** The world that it is looked at in. */
export const world = {
  ...reading,
  engine: Engine.default('routeros').openapi({ description: 'Who carries it out.' }),
  down: names.optional().openapi({ description: 'As if these interfaces were unplugged.' }),
  dead: names.optional().openapi({ description: 'As if nothing behind these answered.' }),
  deadGateway: names.optional().openapi({ description: 'As if the next hops at these were silent.' }),
  unreachable: names.optional().openapi({ description: 'As if these checked gateways did not answer.' }),
  leases: z
    .array(
      z.strictObject({
        interface: z.string().min(1).max(128),
        address: z.string().max(32).openapi({ example: '10.10.10.254/24' }),
        gateway: z.string().max(32).optional(),
      }),
    )
    .max(64)
    .optional(),
  assume: z
    .record(z.string().max(64), z.string().max(64))
    .optional()
    .openapi({ description: 'Answers to what is open.', example: { limit: 'above' } }),
  atMoment: z
    .string()
    .max(32)
    .optional()
    .openapi({ description: 'For conditions of time.', example: 'mon 14:00' }),
};

export const PointView = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    file: z.string(),
    line: z.int(),
    what: z.string(),
    settle: z.string(),
  })
  .openapi('OpenPoint', {
    description: 'Something that neither text nor packet decides, and what settles it.',
  });

export const Verdict = z
  .enum(['holds', 'violated', 'depends', 'partly-judged', 'not-judged'])
  .openapi('Verdict');

/** `7`, and where RouterOS 6 would answer otherwise, that answer too. */
export const readAs = {
  dialect: Dialect.optional().openapi({
    description: 'Present where the text does not show its version and both answers differ.',
  }),
};

export const PacketView = z
  .looseObject({ src: z.string(), dst: z.string(), protocol: z.int() })
  .openapi('Packet');

const Ending = z
  .looseObject({ kind: z.string().openapi({ example: 'forwarded' }) })
  .openapi('Ending', { description: 'What became of the packet.' });

const StoryLine = z.strictObject({
  kind: z.string().optional(),
  short: z.string().optional().openapi({ description: 'The step in a few words, for a drawing.' }),
  table: z.string().optional().openapi({ description: 'Of a rule: filter, nat, mangle, raw.' }),
  chain: z.string().optional(),
  text: z.string(),
  place: z.string().optional().openapi({ example: 'office.rsc:12' }),
});

export const Walk = z
  .strictObject({
    answer: z.string(),
    packet: PacketView,
    ending: Ending,
    steps: z.array(StoryLine),
    tables: z.array(StoryLine),
  })
  .openapi('Walk', { description: 'The way of one packet, step by step.' });

export const Fault = z
  .strictObject({ interface: z.string(), kind: z.enum(['unplugged', 'gateway', 'upstream']) })
  .openapi('Fault');
