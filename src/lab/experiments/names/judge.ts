import type { FaultKind } from '../../faults/fault.ts';
import { concernedFrom, gapsAfter } from '../../traffic/index.ts';
import { atMost, duration } from '../checks.ts';
import type { Conclusion, Judging } from '../define.ts';
import type { NamesExpectation } from '../expect.ts';
import { concerned, longestOf, lostOf, restoreOf } from '../losses.ts';
import { required } from '../requirement.ts';
import type { Check, Figure, Requirement, Table } from '../result.ts';
import type { NameRun } from './data.ts';
import type { NameWords } from './say.ts';

/** What one fault cost those who ask for names. Times in ms from the fault; null is never. */
interface NameCost {
  readonly wan: string;
  readonly fault: FaultKind;
  readonly resolver: string;
  /** Until questions were answered again; 0 where there was no gap. */
  readonly restoreMs: number | null;
  readonly longestGapMs: number | null;
  /** Of those that were not answered when the fault came, and those asked later. */
  readonly lost: number;
  readonly asked: number;
  /** Of those before. */
  readonly lostBefore: number;
  readonly answeredBefore: boolean;
}

/** `ISP1 blackhole`. */
export const nameOf = ({ wan, fault }: Pick<NameRun, 'wan' | 'fault'>): string =>
  `${wan.toUpperCase()} ${fault}`;

function costOf({ wan, fault, resolver, questions, faultMs }: NameRun): NameCost {
  const gaps = gapsAfter(questions, faultMs);
  const { before, since } = concerned(questions, concernedFrom(questions, faultMs));
  return {
    wan,
    fault,
    resolver: resolver ?? '',
    restoreMs: restoreOf(gaps, faultMs),
    longestGapMs: longestOf(gaps),
    lost: lostOf(since),
    asked: since.length,
    lostBefore: lostOf(before),
    answeredBefore: before.some(({ rttMs }) => rttMs !== null),
  };
}

/** Judges whether names are answered again by what the walk says of the state in which the line is down. */
export function judgeNames({
  pieces,
  expect,
  say,
}: Judging<NamesExpectation, NameRun, NameWords>): Conclusion {
  const runs = pieces.map(({ data }) => data);
  const costs = runs.map(costOf);
  return {
    finding: `${costs.map(cost => say.finding(nameOf(cost), foundText(cost, say))).join('; ')}.`,
    keys: costs.map(cost => ({
      name: say.finding(nameOf(cost), say.columns.restored),
      unit: 'ms',
      value: cost.restoreMs,
      none: say.never,
    })),
    checks: runs.flatMap(run => checksOf(run, expect, say)),
    data: { names: costs },
    tables: [tableOf(costs, say)],
    figures: runs.filter(({ questions }) => questions.length > 0).map(run => figureOf(run, say)),
    notes: say.notes,
  };
}

function foundText({ resolver, answeredBefore, restoreMs }: NameCost, say: NameWords): string {
  if (resolver === '') return say.noResolver;
  if (!answeredBefore) return say.notBefore;
  if (restoreMs === 0) return say.noGap;
  return restoreMs === null ? say.not : say.after(duration(say, restoreMs));
}

function checksOf(run: NameRun, expect: NamesExpectation | undefined, say: NameWords): Check[] {
  const cost = costOf(run);
  const name = nameOf(run);
  if (cost.resolver === '') return [];
  const answered = cost.answeredBefore && cost.restoreMs !== null;
  const word = (one: boolean): string => (one ? say.answered : say.notAnswered);
  const expected = run.expected.map(word).join(say.or);
  const most = expect?.['outage-ms']?.max;
  const value = cost.restoreMs ?? Number.POSITIVE_INFINITY;
  const measured = { what: say.within(name), value, show: (ms: number) => duration(say, ms) };
  return [
    {
      what: say.check(name, cost.resolver),
      expected: say.bracketed(expected, run.says),
      measured: foundText(cost, say),
      holds: run.expected.includes(answered),
    },
    ...(most === undefined ? [] : [atMost(say, measured, most)]),
  ];
}

function tableOf(costs: readonly NameCost[], say: NameWords): Table {
  const { isp, fault, resolver, gap, restored, lost, asked, lostBefore } = say.columns;
  const time = (title: string) => ({ title, unit: 'ms', none: say.never }) as const;
  return {
    title: say.table,
    columns: [
      isp,
      fault,
      resolver,
      time(restored),
      time(gap),
      { title: lost },
      { title: asked },
      { title: lostBefore },
    ],
    rows: costs.map(one => [
      one.wan.toUpperCase(),
      one.fault,
      one.resolver || say.none,
      one.restoreMs,
      one.longestGapMs,
      one.lost,
      one.asked,
      one.lostBefore,
    ]),
  };
}

function figureOf(run: NameRun, say: NameWords): Figure {
  const name = nameOf(run);
  const since = (atMs: number): number => Math.round(atMs - run.startMs);
  return {
    kind: 'timeline',
    title: say.figure(name),
    quantity: say.quantity,
    unit: 'ms',
    series: [{ name: say.series, points: run.questions.map(({ atMs, rttMs }) => [since(atMs), rttMs]) }],
    marks: [{ atMs: since(run.faultMs), label: name }],
    measure: { name: say.columns.restored, unit: 'ms', value: costOf(run).restoreMs },
  };
}

/** Names are answered before anything is broken. */
export function namesRequirements({
  pieces,
  say,
}: Judging<NamesExpectation, NameRun, NameWords>): readonly Requirement[] {
  return pieces
    .map(({ data }) => costOf(data))
    .filter(({ resolver }) => resolver !== '')
    .map(({ answeredBefore, ...cost }) => {
      const texts = [
        say.before(nameOf(cost), cost.resolver),
        say.answered,
        answeredBefore ? say.answered : say.notAnswered,
      ] as const;
      return required(texts, answeredBefore, say.wrongBefore);
    });
}
