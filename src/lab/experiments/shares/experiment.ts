import { monotonicMs, sleep } from '../../../sys/index.ts';
import type { Lab } from '../../build/lab.ts';
import { type SessionPlan, startServers, startSessions } from '../../traffic/index.ts';
import { duration } from '../checks.ts';
import { defineExperiment, type Measuring } from '../define.ts';
import { type SharesExpectation, sharesExpectation } from '../expect.ts';
import { pairs } from '../pairs.ts';
import { longestStillMs, queueFrames, rates, type SharesLog } from './data.ts';
import { startFetching } from './fetching.ts';
import { longestGap } from './followed.ts';
import { judgeShares } from './judge.ts';
import { sharesRequirements } from './requirements.ts';
import { type SharesWords, sharesWords } from './say.ts';

/** Until it is known what the lines can. */
const settleSeconds = 45;
const usualHold = 60;

/** Shares that follow the lines: one line's rate is lowered in mid-run and raised again. */
export const shares = defineExperiment<SharesExpectation, SharesLog, SharesWords>({
  name: 'shares',
  repeats: [],
  needs: 'adaptive',
  expectation: sharesExpectation,
  say: sharesWords,
  parts: ({ isps, expect }, { part }) =>
    isps.length < 2 ? [] : [{ name: 'all', title: part, seconds: settleSeconds + 2 * holdOf(expect) + 30 }],
  nothing: say => say.oneLine,
  measure: context =>
    measureShares(context, {
      settleMs: settleSeconds * 1000,
      holdMs: (context.expect?.['hold-s'] ?? usualHold) * 1000,
    }),
  judge: judgeShares,
  requirements: sharesRequirements,
});

function holdOf(expect: Readonly<Record<string, unknown>>): number {
  const { data } = sharesExpectation.safeParse(expect['shares']);
  return data?.['hold-s'] ?? usualHold;
}

interface Phases {
  readonly settleMs: number;
  readonly holdMs: number;
}

export async function measureShares(
  { lab, progress, say }: Pick<Measuring<SharesExpectation, SharesWords>, 'lab' | 'progress' | 'say'>,
  { settleMs, holdMs }: Phases,
): Promise<SharesLog> {
  const [changed] = lab.isps;
  if (!changed) throw new Error('a topology has at least one ISP');
  const servers = await startServers(lab.internet.ns);
  limitAll(lab);
  const startMs = monotonicMs();
  const since = (): number => Math.round(monotonicMs() - startMs);
  const [sessions, fetching, watch] = [
    startSessions(sessionPlans(lab)),
    startFetching(lab, startMs),
    watchShares(lab, since),
  ];
  const name = changed.name.toUpperCase();
  try {
    progress(0.02, say.settling);
    await sleep(settleMs);
    const loweredMs = since();
    changed.limit({ rate: { download: rates.lowered, upload: rates.upload }, queue: queueFrames });
    progress(0.3, say.lowered(name));
    await sleep(holdMs);
    const raisedMs = since();
    changed.limit({ rate: { download: rates.usual, upload: rates.upload }, queue: queueFrames });
    progress(0.65, say.raised(name));
    await sleep(holdMs);
    const endMs = since();
    const stillMs = longestGap(watch.ticks);
    if (stillMs > longestStillMs) throw new Error(say.stoodStill(duration(say, stillMs)));
    const states = sessions.report().map(({ state }) => state);
    const kept = (state: string): number => states.filter(one => one === state).length;
    return {
      ...{ isp: changed.name, isps: lab.isps.map(isp => isp.name), loweredMs, raisedMs, endMs },
      ...{ shares: watch.stop(), ...(await fetching.stop()) },
      sessions: { alive: kept('alive'), broken: kept('broken'), hung: kept('hung') },
    };
  } finally {
    watch.stop();
    await fetching.stop();
    sessions.stop();
    await servers.close();
  }
}

function limitAll({ isps }: Lab): void {
  for (const isp of isps)
    isp.limit({ rate: { download: rates.usual, upload: rates.upload }, queue: queueFrames });
}

/** Enough that each line has some. */
function sessionPlans(lab: Lab): readonly SessionPlan[] {
  return pairs(lab, 6 * lab.isps.length).map(({ client, address }, i) => ({
    ...{ ns: client.ns, address },
    kind: i % 2 === 0 ? 'echo' : 'receive',
  }));
}

/** What the gateway says that each line is given, once a second. */
function watchShares({ router, topology }: Lab, since: () => number) {
  const seen: SharesLog['shares'][number][] = [];
  const ticks = [since()];
  const look = async (): Promise<void> => {
    const { sharing } = await router.request('status');
    const marks = sharing?.marks ?? [];
    const by = topology.isps.map(({ name, interface: line }) => {
      const own = marks.filter(mark => mark.line === line);
      return [name, own.reduce((sum, { now }) => sum + now, 0)] as const;
    });
    if (marks.length > 0) seen.push({ atMs: since(), by: Object.fromEntries(by) });
  };
  // A look that fails is one that is missing: the gateway's end is seen by everything else.
  const timer = setInterval(() => {
    ticks.push(since());
    void look().catch(() => {});
  }, 1000);
  return {
    ticks,
    stop(): readonly SharesLog['shares'][number][] {
      clearInterval(timer);
      return seen;
    },
  };
}
