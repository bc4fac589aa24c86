import { showRate } from '../../../net/index.ts';
import type { Topology } from '../../topology/topology.ts';
import { around, percent, same, shareOf } from '../checks.ts';
import type { Conclusion, Piece } from '../define.ts';
import type { MethodsExpectation } from '../expect.ts';
import type { Check, Figure, Table } from '../result.ts';
import type { MethodRun } from './data.ts';
import { methods } from './rewrite/index.ts';

const titleOf = (name: string): string => methods.find(method => method.name === name)?.title ?? name;

/** Judges shares and kept sessions, and sets the methods side by side. */
export function judgeMethods(
  pieces: readonly Piece<MethodRun>[],
  expect: MethodsExpectation | undefined,
  topology: Topology,
): Conclusion {
  const runs = pieces.map(({ data }) => data);
  const split = runs.filter(({ splitSessions }) => splitSessions > 0).map(({ method }) => titleOf(method));
  const idle = runs.filter(run => Object.values(run.viaIsp).filter(count => count > 0).length < 2);
  return {
    finding: `${runs.length - idle.length} of ${runs.length} methods use more than one ISP; sessions are torn apart by ${split.join(', ') || 'none'}.`,
    checks: expect ? runs.flatMap(run => checks(run, expect)) : [],
    data: { methods: runs.map(toData) },
    tables: [table(runs, topology)],
    figures: topology.isps.slice(0, 1).map(({ name }) => bars(runs, expect, name)),
    notes: [
      'Every method meets the same traffic: the same clients, servers, connections and downloads, in a lab of its own.',
      'A session is four connections of one client to one server, one after the other; it is split where the server saw more than one source address, which ends logins that are bound to an address.',
      ...runs.filter(run => run.inapplicable).map(run => `${titleOf(run.method)}: ${run.inapplicable}`),
    ],
  };
}

function checks(run: MethodRun, expect: MethodsExpectation): Check[] {
  const wanted = expect.methods[run.method];
  if (!wanted) return [];
  const title = titleOf(run.method);
  if (run.inapplicable) return [same(title, 'measured', run.inapplicable)];
  const shares = shareOf(run.viaIsp);
  const list = Object.entries(wanted.shares ?? {}).map(([isp, share]) => {
    // Nothing is hashed where one ISP carries all: then there is no chance to tolerate.
    const tolerance = share === 0 || share === 1 ? 0 : expect.tolerance;
    return around(
      `${title}: connections by ${isp.toUpperCase()}`,
      share,
      tolerance,
      shares[isp] ?? 0,
      percent,
    );
  });
  if (wanted.sessions) {
    list.push(same(`${title}: sessions`, wanted.sessions, run.splitSessions > 0 ? 'split' : 'kept'));
  }
  return list;
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

function table(runs: readonly MethodRun[], { isps }: Topology): Table {
  const ms = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(1)} ms`);
  return {
    title: 'Methods on the same traffic; download, ping, jitter and loss with 16 downloads from 16 servers',
    columns: [
      'method',
      ...isps.map(({ name }) => name.toUpperCase()),
      'sessions split',
      'long TCP broken',
      'download',
      'ping',
      'jitter',
      'loss',
      'TIPHON index',
    ],
    rows: runs.map(run => [
      titleOf(run.method),
      ...isps.map(({ name }) => percent(shareOf(run.viaIsp)[name] ?? 0)),
      `${run.splitSessions} of ${run.sessions}`,
      `${run.heldBroken} of ${run.held}`,
      showRate(run.downloadBps),
      ms(run.loaded.delayMs),
      ms(run.loaded.jitterMs),
      `${run.loaded.lossPct.toFixed(1)} %`,
      run.loaded.tiphon.index.toFixed(2),
    ]),
  };
}

function bars(runs: readonly MethodRun[], expect: MethodsExpectation | undefined, isp: string): Figure {
  return {
    kind: 'bars',
    title: `Share of the connections by ${isp.toUpperCase()}`,
    unit: '%',
    bars: runs.map(run => {
      const wanted = expect?.methods[run.method]?.shares?.[isp];
      const value = (shareOf(run.viaIsp)[isp] ?? 0) * 100;
      return { name: titleOf(run.method), value, expected: wanted === undefined ? undefined : wanted * 100 };
    }),
  };
}
