import type { Dialect } from '../../../model/index.ts';
import { atMost, duration, same } from '../checks.ts';
import type { Conclusion, Judging } from '../define.ts';
import type { FailoverExpectation, FaultExpectation } from '../expect.ts';
import type { Check } from '../result.ts';
import { costOf, type FaultCost, nameOf, unaffected } from './cost.ts';
import type { FaultRun } from './data.ts';
import { figures } from './figures.ts';
import type { FailoverWords } from './say.ts';
import { lossTable, portTables, timesTable } from './tables.ts';

/** Judges every fault against what is expected of it, with the paper's tables and the lines over time. */
export function judgeFailover({
  pieces,
  expect,
  say,
}: Judging<FailoverExpectation, FaultRun, FailoverWords>): Conclusion {
  const runs = pieces.map(({ data }) => data);
  const costs = runs.map(costOf);
  return {
    finding: `${costs.map(cost => sentence(cost, say)).join('; ')}.`,
    keys: costs.map(({ restoreMs, ...cost }) => ({
      name: say.restoreCheck(nameOf(cost)),
      unit: 'ms',
      value: restoreMs,
      none: say.never,
    })),
    checks: costs.flatMap(cost => checks(cost, expect?.faults[cost.wan]?.[cost.fault], say)),
    data: { faults: costs },
    tables: [timesTable(costs, say), lossTable(costs, say), ...runs.flatMap(run => portTables(run, say))],
    figures: runs.flatMap(run => figures(run, say)),
    notes: say.notes,
  };
}

function sentence(cost: FaultCost, say: FailoverWords): string {
  if (unaffected(cost)) return say.noEffect(nameOf(cost));
  const { detectMs, restoreMs } = cost;
  if (restoreMs === 0) {
    const { connectionsFailed, connectionsTried, tcpBroken, tcpHung } = cost;
    return say.noGap(nameOf(cost), say.of(connectionsFailed, connectionsTried), tcpBroken + tcpHung);
  }
  const detected = detectMs === null ? say.notDetected : say.detectedAfter(duration(say, detectMs));
  return say.effect(nameOf(cost), detected, serviceOf(restoreMs, say));
}

const serviceOf = (restoreMs: number | null, say: FailoverWords): string =>
  restoreMs === null ? say.notRestored : say.restoredAfter(duration(say, restoreMs));

function checks(cost: FaultCost, expected: FaultExpectation | undefined, say: FailoverWords): Check[] {
  if (expected === undefined || expected === 'measured') return [];
  if (expected === 'unaffected') return unaffectedChecks(cost, say);
  const probed = same(say.probedCheck(nameOf(cost)), cost.wan.toUpperCase(), cost.probedVia.toUpperCase());
  if (expected === 'never') return [probed, neverCheck(cost, say)];
  return [probed, ...timeChecks(cost, expected, say)];
}

const foundOf = (cost: FaultCost, say: FailoverWords): string =>
  unaffected(cost) ? say.unaffected : serviceOf(cost.restoreMs, say);

function unaffectedChecks(cost: FaultCost, say: FailoverWords): Check[] {
  return [
    same(say.serviceCheck(nameOf(cost)), say.unaffected, foundOf(cost, say)),
    same(say.sessionsCheck(nameOf(cost)), '0', `${cost.tcpBroken + cost.tcpHung}`),
  ];
}

function neverCheck(cost: FaultCost, say: FailoverWords): Check {
  const found = cost.restoreMs === null ? say.notRestored : foundOf(cost, say);
  return same(say.serviceCheck(nameOf(cost)), say.notRestored, found);
}

type Times = Exclude<FaultExpectation, string>;

function timeChecks(cost: FaultCost, expected: Times, say: FailoverWords): Check[] {
  const show = (ms: number): string => duration(say, ms);
  const check = (what: string, ms: number | null, bound: Times['restore-ms']) =>
    atMost(say, { what, value: ms ?? Number.POSITIVE_INFINITY, show }, boundFor(cost, bound));
  const restore = check(say.restoreCheck(nameOf(cost)), cost.restoreMs, expected['restore-ms']);
  const most = expected['detect-ms'];
  return most === undefined
    ? [restore]
    : [restore, check(say.detectCheck(nameOf(cost)), cost.detectMs, most)];
}

const boundFor = ({ dialect }: FaultCost, bound: number | Readonly<Record<Dialect, number>>): number =>
  typeof bound === 'number' ? bound : bound[dialect];
