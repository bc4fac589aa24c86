import type { Origin } from '../../model/index.ts';
import type { RibRoute } from '../../rib/index.ts';
import type { Possibility } from '../possibilities.ts';
import type { Prepared } from '../prepare.ts';
import type { Step, Trace } from '../trace.ts';
import { endingText, reasonText } from './ending.ts';
import { stepText } from './step.ts';

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

/** Tells what happened to a packet. */
export function explainTrace(prepared: Prepared, trace: Trace): Story {
  return explainWay(prepared, { trace, twins: [] });
}

/** Tells one way a packet can go. */
export function explainWay(
  prepared: Prepared,
  { trace, twins }: Pick<Possibility, 'trace' | 'twins'>,
): Story {
  const lines = trace.steps.map(step => ({ text: stepText(prepared, step), origin: originOf(step) }));
  const reasons = [...new Set([trace, ...twins].map(reasonText))].filter(text => text !== '');
  const answer = `It ${endingText(prepared, trace)}${because(reasons)}.`;
  const tables = [...new Set([trace, ...twins].flatMap(missedTables))];
  return { answer, lines, tables: tables.flatMap(table => inactive(prepared.rib.routes, table)) };
}

function because(reasons: readonly string[]): string {
  const [only = ''] = reasons;
  if (reasons.length > 1) return `, whatever the hash says: ${reasons.join('; or ')}`;
  return only === '' ? '' : `, because ${only}`;
}

function originOf(step: Step): Origin | undefined {
  if (step.kind === 'rule' || step.kind === 'passed-over') return step.rule.origin;
  if (step.kind === 'routed') return step.rule?.origin ?? step.route?.origin;
  return step.kind === 'queued' ? step.queue.origin : undefined;
}

const missedTables = ({ steps }: Trace): string[] =>
  steps.flatMap(step => (step.kind === 'routed' ? step.missed.map(({ table }) => table) : []));

function inactive(routes: readonly RibRoute[], table: string): StoryLine[] {
  const own = routes.filter(route => route.table === table && !route.active);
  if (own.length === 0) return [{ text: `Table ${table} has no routes at all.` }];
  return own.map(route => ({ text: inactiveText(route), origin: route.origin }));
}

function inactiveText({ table, destination, gateways, reason }: RibRoute): string {
  const unresolved = gateways.filter(({ state }) => state !== 'reachable').map(gateway => gateway.reason);
  const via = gateways.map(({ text }) => text).join(', ');
  return `${table}: ${destination} via ${via} is inactive. ${unresolved.join(' ') || reason}`;
}
