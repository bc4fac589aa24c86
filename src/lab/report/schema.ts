import { z } from 'zod';
import { languages } from '../../text/index.ts';
import { brokenData, dataSchemas } from './data.ts';

const verdict = z
  .enum(['pass', 'measured', 'reproduced', 'fail'])
  .describe(
    'measured: no expectation is stated, and what must hold on every bench holds; reproduced: every check holds, and what it shows is a defect of the configuration',
  );
const text = z.string();

const environmentSchema = z.looseObject({
  jalur: text,
  node: text,
  kernel: text,
  os: text,
  architecture: text,
  cpus: z.number().int().min(1),
  cpuModel: text,
  memory: z.number().describe('bytes'),
  tools: z.record(text, text).describe('versions of the programs that the lab runs'),
  congestion: text.describe('TCP congestion control, pinned in every namespace'),
  privileges: z.enum(['root', 'user namespace']),
  parallel: z.number().int().min(1).describe('labs that ran at the same time'),
  missing: z.array(z.object({ feature: text, effect: text })),
  emulation: z.array(z.object({ what: text, unit: text, asked: z.number(), measured: z.number() })),
});

const ispSchema = z.looseObject({
  name: text,
  interface: text,
  network: text,
  gateway: text,
  lease: z.array(text),
  rate: z.object({ upload: z.number().optional(), download: z.number().optional() }).describe('bit/s'),
  delay: z.number().describe('ms, one way'),
  jitter: z.number().describe('ms'),
  loss: z.number().describe('per cent, each way'),
});

const topologySchema = z.looseObject({ title: text, config: text, isps: z.array(ispSchema).min(1) });

const check = z.object({ what: text, expected: text, measured: text, holds: z.boolean() });

const unit = z.enum(['bit/s', 'ms', '%', 'p/s', 'B']).describe('of the numbers, as they stand here');
const number = z.number().nullable();
const amount = z
  .union([number, z.array(number).min(2)])
  .describe('null: never, or none; with several runs the number of each run, in their order');

const common = {
  title: text,
  verdict,
  judged: z.boolean().describe('is an expectation stated?'),
  expectation: text,
  finding: text,
  checks: z.array(check),
  keys: z
    .array(z.looseObject({ name: text, unit: unit.optional(), value: amount }))
    .optional()
    .describe('the main results'),
  tables: z.array(
    z.looseObject({
      title: text,
      columns: z.array(z.union([text, z.looseObject({ title: text, unit: unit.optional() })])),
      rows: z.array(z.array(z.union([text, amount]))),
    }),
  ),
  figures: z.array(z.looseObject({ kind: z.enum(['timeline', 'bars']), title: text, quantity: text, unit })),
  notes: z.array(text),
  durationMs: z.number(),
  runs: z
    .array(z.object({ verdict, finding: text, data: z.record(text, z.unknown()), durationMs: z.number() }))
    .min(2)
    .optional()
    .describe('each run, where there were several; data above has the medians then'),
};

const free = z.record(text, z.unknown());

const experimentSchema = z.union([
  ...Object.entries(dataSchemas).map(([name, data]) =>
    z.looseObject({ name: z.literal(name), ...common, data: z.union([data, brokenData]) }),
  ),
  z.looseObject({ name: z.enum(['ping', 'methods']), ...common, data: free }),
]);

/** The JSON report. What it names is stable within a major version; more may come. */
export const reportSchema = z.looseObject({
  language: z.enum(languages).describe('of every sentence'),
  headline: text,
  verdict,
  configuration: text,
  pace: z
    .enum(['routeros', 'jalur'])
    .describe("whose timers its gateway had: RouterOS's, as the text has them, or jalur's own"),
  balance: z.enum(['pcc', 'buckets', 'adaptive']).describe('how it divided connections'),
  spill: z.boolean().describe('did new connections avoid full lines?'),
  startedAt: text.describe('ISO 8601, UTC'),
  durationMs: z.number(),
  repeat: z.number().int().min(1).describe('how often each experiment was run'),
  environment: environmentSchema,
  topology: topologySchema,
  standIns: z
    .array(z.object({ interface: text, kind: text.describe('as RouterOS calls it'), text }))
    .describe('interfaces that a veth stands in for'),
  notRun: z
    .array(z.object({ kind: z.enum(['script', 'hotspot']), at: text.describe('file:line'), text }))
    .describe('what of the configuration takes no effect on the bench'),
  experiments: z.array(experimentSchema),
});

/** The same as JSON Schema 2020-12, for `docs/lab-report.schema.json`. */
export function reportJsonSchema(): object {
  return {
    title: 'jalur lab report',
    description: 'What `jalur lab run --json` writes.',
    ...z.toJSONSchema(reportSchema),
  };
}
