import type { Origin } from '../../model/index.ts';
import { type RibRoute, whyText } from '../../rib/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Possibility } from '../possibilities.ts';
import type { Prepared } from '../prepare.ts';
import type { Step, Trace } from '../trace.ts';
import { endingText } from './ending.ts';
import { becauseText } from './reason.ts';
import { stepText } from './step.ts';

const en = {
  answer: (ending: string) => `It ${ending}.`,
  noRoutes: (table: string) => `Table ${table} has no routes at all.`,
  onlyOthers: (table: string) => `Table ${table} has routes to other destinations only.`,
  inactive: (table: string, destination: string, via: string, why: string) =>
    `${table}: ${destination} via ${via} is inactive. ${why}`,
};

const id: typeof en = {
  answer: ending => `Paket ${ending}.`,
  noRoutes: table => `Tabel ${table} sama sekali tidak punya rute.`,
  onlyOthers: table => `Tabel ${table} hanya punya rute ke tujuan lain.`,
  inactive: (table, destination, via, why) => `${table}: ${destination} via ${via} tidak aktif. ${why}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** One sentence of a story, with the statement it comes from. */
export interface StoryLine {
  readonly text: string;
  readonly origin?: Origin | undefined;
}

/** A trace for people. */
export interface Story {
  /** One sentence: what becomes of the packet, and why. */
  readonly answer: string;
  readonly lines: readonly StoryLine[];
  /** Why tables that were looked in hold no active route. */
  readonly tables: readonly StoryLine[];
}

/** Says what happened to a packet. */
export function explainTrace(prepared: Prepared, trace: Trace, language: Language): Story {
  return explainWay(prepared, { trace, alike: [] }, language);
}

/** Says what happens on one way that a packet can go. */
export function explainWay(
  prepared: Prepared,
  { trace, alike }: Pick<Possibility, 'trace' | 'alike'>,
  language: Language,
): Story {
  const lines = trace.steps.map(step => ({
    text: stepText(prepared, step, language),
    origin: originOf(step),
  }));
  const because = becauseText([trace, ...alike], language);
  const answer = words[language].answer(endingText(prepared, trace, language, because));
  const tables = [...new Set([trace, ...alike].flatMap(missedTables))];
  return { answer, lines, tables: tables.flatMap(table => inactive(prepared.rib.routes, table, language)) };
}

function originOf(step: Step): Origin | undefined {
  if (step.kind === 'rule' || step.kind === 'passed-over') return step.rule.origin;
  if (step.kind === 'routed') return step.rule?.origin ?? step.route?.origin;
  return step.kind === 'queued' || step.kind === 'queued-in-tree' ? step.queue.origin : undefined;
}

const missedTables = ({ steps }: Trace): string[] =>
  steps.flatMap(step => (step.kind === 'routed' ? step.missed.map(({ table }) => table) : []));

function inactive(routes: readonly RibRoute[], table: string, language: Language): StoryLine[] {
  const own = routes.filter(route => route.table === table && !route.active);
  const isEmpty = !routes.some(route => route.table === table);
  if (own.length === 0) return [{ text: words[language][isEmpty ? 'noRoutes' : 'onlyOthers'](table) }];
  return own.map(route => ({ text: inactiveText(route, language), origin: route.origin }));
}

function inactiveText({ table, destination, gateways, why }: RibRoute, language: Language): string {
  const unresolved = gateways.filter(({ state }) => state !== 'reachable');
  const reasons = unresolved.length > 0 ? unresolved.map(gateway => gateway.why) : why ? [why] : [];
  const via = gateways.map(({ text }) => text).join(', ');
  const text = reasons.map(one => whyText(one, language)).join(' ');
  return words[language].inactive(table, destination, via, text);
}
