import type { Topology } from '../../topology/topology.ts';
import { around, percent, same, shareOf } from '../checks.ts';
import type { Conclusion, Judging } from '../define.ts';
import type { MethodsExpectation } from '../expect.ts';
import type { Check, Column, Figure, Table } from '../result.ts';
import { heldCount, type MethodRun, sessionCount } from './data.ts';
import { methods } from './rewrite/index.ts';
import type { MethodsWords } from './say.ts';

const titleOf = (name: string): string => methods.find(method => method.name === name)?.title ?? name;

/** Judges shares and kept sessions, and sets the methods side by side. */
export function judgeMethods({
  pieces,
  expect,
  topology,
  say,
}: Judging<MethodsExpectation, MethodRun, MethodsWords>): Conclusion {
  const runs = pieces.map(({ data }) => data);
  const inapplicable = runs.filter(run => run.inapplicable);
  const measured = runs.filter(run => !run.inapplicable);
  return {
    finding: measured.length > 0 ? finding(measured, say) : say.nothingToCompare(reasonsOf(inapplicable)),
    checks: expect ? runs.flatMap(run => checks(run, expect, say)) : [],
    data: { methods: runs.map(toData) },
    tables: measured.length > 0 ? [table(measured, topology, say)] : [],
    figures:
      measured.length > 0
        ? topology.isps.slice(0, 1).map(({ name }) => bars(measured, expect, name, say))
        : [],
    notes: [...say.notes, ...inapplicable.map(run => `${titleOf(run.method)}: ${run.inapplicable}`)],
  };
}

const reasonsOf = (runs: readonly MethodRun[]): string =>
  [...new Set(runs.map(({ inapplicable }) => inapplicable))].join(' ');

function finding(runs: readonly MethodRun[], say: MethodsWords): string {
  const split = runs.filter(({ splitSessions }) => splitSessions > 0).map(({ method }) => titleOf(method));
  const used = runs.filter(run => Object.values(run.viaIsp).filter(count => count > 0).length > 1);
  const sessions = split.length > 0 ? say.splitBy(split.join(', ')) : say.noSplit;
  return say.finding(used.length, runs.length, sessions);
}

function checks(run: MethodRun, expect: MethodsExpectation, say: MethodsWords): Check[] {
  const wanted = expect.methods[run.method];
  if (!wanted) return [];
  const title = titleOf(run.method);
  if (run.inapplicable) return [same(title, say.measured, run.inapplicable)];
  const shares = shareOf(run.viaIsp);
  const list = Object.entries(wanted.shares ?? {}).map(([isp, share]) => {
    // Nothing is hashed where one ISP carries all: then there is no chance to tolerate.
    const tolerance = share === 0 || share === 1 ? 0 : expect.tolerance;
    const what = say.connectionsBy(title, isp.toUpperCase());
    return around({ what, value: shares[isp] ?? 0, show: percent }, share, tolerance);
  });
  if (!wanted.sessions) return list;
  const found = run.splitSessions > 0 ? 'split' : 'kept';
  return [...list, same(say.sessionsCheck(title), say[wanted.sessions], say[found])];
}

function toData(run: MethodRun) {
  const { delayMs, jitterMs, lossPct, tiphon } = run.loaded;
  return {
    method: run.method,
    applicable: run.inapplicable === '',
    connections: run.viaIsp,
    shares: shareOf(run.viaIsp),
    failed: run.tried - Object.values(run.viaIsp).reduce((sum, count) => sum + count, 0),
    sessions: run.sessions,
    splitSessions: run.splitSessions,
    longConnections: run.held,
    longConnectionsBroken: run.heldBroken,
    downloadBps: Math.round(run.downloadBps),
    pingMs: delayMs ?? null,
    jitterMs: jitterMs ?? null,
    lossPct,
    tiphon: tiphon.index,
  };
}

function table(runs: readonly MethodRun[], { isps }: Topology, say: MethodsWords): Table {
  return {
    title: say.table,
    columns: [
      say.method,
      ...isps.map(({ name }): Column => ({ title: name.toUpperCase(), unit: '%' })),
      ...say.countColumns,
      { title: say.download, unit: 'bit/s' },
      { title: say.ping, unit: 'ms' },
      { title: say.jitter, unit: 'ms' },
      { title: say.loss, unit: '%' },
      { title: say.index, digits: 2 },
    ],
    rows: runs.map(run => [
      titleOf(run.method),
      ...isps.map(({ name }) => (shareOf(run.viaIsp)[name] ?? 0) * 100),
      run.splitSessions,
      run.heldBroken,
      run.downloadBps,
      run.loaded.delayMs ?? null,
      run.loaded.jitterMs ?? null,
      run.loaded.lossPct,
      run.loaded.tiphon.index,
    ]),
    note: say.tableNote(sessionCount, heldCount),
  };
}

function bars(
  runs: readonly MethodRun[],
  expect: MethodsExpectation | undefined,
  isp: string,
  say: MethodsWords,
): Figure {
  return {
    kind: 'bars',
    title: say.share(isp.toUpperCase()),
    quantity: say.share(isp.toUpperCase()),
    unit: '%',
    bars: runs.map(run => {
      const wanted = expect?.methods[run.method]?.shares?.[isp];
      const value = (shareOf(run.viaIsp)[isp] ?? 0) * 100;
      return { name: titleOf(run.method), value, expected: wanted === undefined ? undefined : wanted * 100 };
    }),
  };
}
