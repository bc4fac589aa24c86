import { readFileSync } from 'node:fs';
import {
  explainTexts,
  lintInputOf,
  proveTexts,
  type Said,
  type SaidOfExplain,
  spreadTexts,
} from '../../../src/answers/index.ts';
import { findingJson, lint, verdictOf } from '../../../src/lint/index.ts';
import type { Schemas } from '../../../src/web/api/index.ts';
import type { Answers, Asked } from './answers.ts';
import { ago } from './scene.ts';

// What the API answers about texts: worked out by the floors that the real one asks, for a configuration that stands still.

const file = 'paper-fixed.rsc';
export const inForce = {
  file,
  text: readFileSync(new URL('../../../examples/paper-fixed/paper-fixed.rsc', import.meta.url), 'utf8'),
};
const hash = 'a'.repeat(64);

const said = ({ lang }: { lang?: Schemas['Language'] | undefined }): Said => ({
  ...{ lang: lang ?? 'en', engine: 'routeros', assume: {} },
  ...{ down: [], dead: [], deadGateway: [], unreachable: [], lease: [] },
});

type Found = { readonly answer: unknown } | { readonly no: { readonly why: readonly string[] } };
const told = (found: Found) =>
  'answer' in found ? { answer: plain(found.answer) } : { refused: found.no.why.join(' '), status: 400 };

/** As it comes out of JSON: what is undefined is not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function linted(text: string, lang: Schemas['Language'] | undefined) {
  const own = said({ lang });
  const read = lintInputOf(
    { file, text },
    own,
    () => [],
    () => undefined,
  );
  if (!read) throw new Error('nothing was said of ports');
  const found = lint(read.input, { language: own.lang });
  return { found, config: read.config, verdict: verdictOf(found, own.lang) };
}

function explain(body: Schemas['ExplainRequest']) {
  const { in: port, src, dst, dstPort } = body.packet;
  const asked: SaidOfExplain = {
    ...said(body),
    ...(port !== undefined && { in: port }),
    ...(src !== undefined && { src }),
    ...{ dst, sport: 40_000, reply: body.reply },
    ...(typeof dstPort === 'number' && { dport: { port: dstPort } }),
    ...(typeof body.whyNot === 'number' && { whyNot: body.whyNot }),
  };
  return told(explainTexts([inForce], asked));
}

const draft = ({ body }: Asked) => body as Schemas['ConfigApply'];
const textIn = (asked: Asked): string => draft(asked).files[0]?.text ?? '';

function validate(asked: Asked): Schemas['ConfigVerdict'] {
  const { found, config } = linted(textIn(asked), draft(asked).lang);
  return {
    ...{ accepted: config.usable, dialect: 'v7' },
    ...{ statements: config.statements, notUnderstood: config.notUnderstood.length },
    diagnostics: plain(found.diagnostics.map(findingJson)) as Schemas['Finding'][],
  };
}

const plan = (asked: Asked): Schemas['ConfigPlan'] => ({
  ...{ at: ago(0), accepted: true, diagnostics: [], written: [], points: [], assumptions: [] },
  head: '1 change; of 2000 connections 660 move.',
  changes: [{ kind: 'changed', text: `changed in ${draft(asked).files[0]?.file}` }],
  connections: 2000,
  moving: { from: 660, to: 660 },
  movements: [{ fate: 'moves', before: 'ISP2 (ether2)', after: 'ISP1 (ether1)', connections: 660 }],
  kinds: { sent: 120, complete: true, changed: [] },
});

/** A tenth of the connections: it works on what the tests work on. */
export function spreadAsked(body: Schemas['SpreadRequest']): Parameters<typeof spreadTexts> {
  const { texts, flows = 2000, clients = 20, destinations = 300, down = [], ...asked } = body;
  return [texts ?? [inForce], { ...said(asked), down }, { flows: flows / 10, clients, destinations }];
}

export const asking: Answers = {
  explain: ({ body }) => explain(body as Schemas['ExplainRequest']),
  prove: ({ body }) => told(proveTexts([inForce], said(body as Schemas['ProveRequest']))),
  spread: ({ body }) => told(spreadTexts(...spreadAsked(body as Schemas['SpreadRequest']))),
  lint: ({ body }) => {
    const { found, config, verdict } = linted(inForce.text, (body as Schemas['LintRequest']).lang);
    const { version, ...context } = found.context;
    const one = {
      ...{ file, verdict, version, context },
      ...{ statements: config.statements, notUnderstood: config.notUnderstood.length },
      suppressed: found.suppressed,
      diagnostics: found.diagnostics.map(findingJson),
    };
    return { answer: plain({ files: [one] }) };
  },
  getConfig: () => ({
    answer: {
      ...{ at: ago(0), hash, dialect: 'v7', source: [file], secrets: 'shown' },
      files: [{ ...inForce, kind: 'rsc' }],
    },
  }),
  validateConfig: asked => ({ answer: validate(asked) }),
  planConfig: asked => ({ answer: plan(asked) }),
  applyConfig: asked => ({
    answer: {
      ...{ accepted: true, file, hash, diagnostics: [], refused: [] },
      changes: ['route 0.0.0.0/0 table 101'],
      ...(draft(asked).confirmSeconds !== undefined && { until: ago(-60_000) }),
    },
  }),
  getConfigHistory: () => ({
    answer: {
      ...{ at: ago(0), total: 1 },
      items: [
        {
          ...{ time: ago(86_400_000), file, how: 'apply', by: 'admin', result: 'applied', hash },
          ...{ correlation: 'c1', changes: 4, restorable: true },
        },
      ],
    },
  }),
};
