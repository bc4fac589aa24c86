import {
  askedPort,
  askedProtocol,
  askedServicePort,
  convertText,
  explainTexts,
  type InEachReading,
  type NoAnswer,
  parseTarget,
  proveTexts,
  type Said,
  spreadTexts,
} from '../../../answers/index.ts';
import { sanitize } from '../../../sanitize/index.ts';
import type { Said as Sentence } from '../../../text/index.ts';
import { jsonDiagnostic } from '../../../text/index.ts';
import type { PacketForm } from '../../parts/index.ts';
import { completionsOf } from './complete.ts';
import { lintText, mendedText } from './lint-text.ts';
import { type IsWanted, NotAsked } from './not-asked.ts';
import type { Kind, Question } from './questions.ts';
import { understand } from './said.ts';

type Of<K extends Kind> = Extract<Question, { readonly kind: K }>;

const answering = {
  lint: (question: Of<'lint'>, isWanted: IsWanted) => lintText(question, saidOf(question), isWanted),
  mend: (question: Of<'mend'>) => mendedText(question, saidOf(question), question.level),
  explain: (question: Of<'explain'>) => answered(explainOf(question)),
  prove: (question: Of<'prove'>) => answered(proveTexts([question], saidOf(question))),
  spread: (question: Of<'spread'>) => {
    const { flows, clients, destinations } = question;
    return answered(spreadTexts([question], saidOf(question), { flows, clients, destinations }));
  },
  convert: (question: Of<'convert'>) => {
    const target = parseTarget(question.to);
    if (target === undefined)
      throw new NotAsked({ why: ['v6, v7, v7:18 or yaml is the form.'], diagnostics: [] });
    return convertText(question, target, saidOf(question).dialect);
  },
  sanitize: async ({ text, file, key }: Of<'sanitize'>) => sanitize(text, file, await keyOf(key)),
  complete: (question: Of<'complete'>) => completionsOf(question, question.offset),
} satisfies { readonly [K in Kind]: (question: Of<K>, isWanted: IsWanted) => unknown };

/** What is answered to each question. */
export type Answers = { readonly [K in Kind]: Awaited<ReturnType<(typeof answering)[K]>> };

/** Answers a question; throws `NotAsked` where it means nothing. */
export const answer = <K extends Kind>(question: Of<K>, isWanted: IsWanted): Promise<Answers[K]> =>
  (answering[question.kind] as unknown as (asked: Of<K>, isWanted: IsWanted) => Promise<Answers[K]>)(
    question,
    isWanted,
  );

function saidOf({ said, lang }: Pick<Question, 'said' | 'lang'>): Said {
  const understood = understand(said, lang);
  if ('said' in understood) return understood.said;
  throw new NotAsked({ why: understood.wrong, diagnostics: [] });
}

function answered<T>(found: InEachReading<T>): { readonly answer: T; readonly asV6?: T | undefined } {
  if (!('no' in found)) return found;
  throw refusal(found.no);
}

export const refusal = ({ why, diagnostics }: NoAnswer): NotAsked =>
  new NotAsked({ why, diagnostics: diagnostics.map(jsonDiagnostic) });

function explainOf(question: Of<'explain'>) {
  const { packet } = question;
  const refuse = (why: string): never => {
    throw new NotAsked({ why: [why], diagnostics: [] });
  };
  const taken = <T>(asked: { readonly value: T } | { readonly wrong: Sentence }): T =>
    'value' in asked ? asked.value : refuse(asked.wrong[question.lang]);
  const { through, how, reply } = packet;
  return explainTexts([question], {
    ...saidOf(question),
    ...ends(packet),
    ...(packet.protocol !== '' && { proto: taken(askedProtocol(packet.protocol)) }),
    ...(packet.dstPort !== '' && { dport: taken(askedServicePort(packet.dstPort)) }),
    sport: packet.srcPort === '' ? 40_000 : taken(askedPort(packet.srcPort)),
    ...{ reply, how },
    ...(through !== '' && { through }),
    ...(packet.whyNot !== '' && { whyNot: lineOf(packet.whyNot, refuse) }),
    ...(packet.seed !== '' && { seed: seedOf(packet.seed, refuse) }),
  });
}

const ends = ({ in: port, src, dst }: PacketForm) => ({
  ...(port !== '' && { in: port }),
  ...(src !== '' && { src }),
  dst,
});

const lineOf = (text: string, refuse: (why: string) => never): number => {
  if (text === 'all') return Number.POSITIVE_INFINITY;
  return /^\d+$/.test(text) ? Number(text) : refuse('It is a line number, or all.');
};

const seedOf = (text: string, refuse: (why: string) => never): number =>
  /^\d+$/.test(text) && Number(text) <= 0xffff_ffff
    ? Number(text)
    : refuse('A seed is a number below 4294967296.');

/** 16 bytes: of the key that is given, as `jalur sanitize --key` has them, or by chance. */
async function keyOf(text: string): Promise<Uint8Array> {
  if (text === '') return crypto.getRandomValues(new Uint8Array(16));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new Uint8Array(digest).subarray(0, 16);
}
