import type { LineVerdict } from '../line-state.ts';
import type { LineTarget, LineWatch } from '../line-watch.ts';
import type { LineEffect, LineMachine } from '../machine.ts';
import { nextLine } from '../next-line.ts';
import { patienceMs, slowMs } from '../parameters.ts';
import { startLine } from '../start-line.ts';
import type { Path } from './paths.ts';

/** When packets of users leave: the time of the next one after this. */
export type Sender = (afterMs: number) => number;

export interface Simulation {
  readonly watch: LineWatch;
  readonly path: Path;
  /** Of users' packets; default the same. */
  readonly trafficPath?: Path;
  readonly traffic?: Sender;
  readonly untilMs: number;
}

export interface Simulated {
  readonly verdicts: readonly { readonly atMs: number; readonly verdict: LineVerdict }[];
  readonly probes: number;
  readonly steps: number;
  readonly machine: LineMachine;
}

export const target = (key: string, more: Partial<LineTarget> = {}): LineTarget => ({
  ...{ key, method: 'ping', address: '192.0.2.1', place: 'beyond', stated: true },
  ...more,
});

/** A line with two hosts to ask. */
export const watchOf = (more: Partial<LineWatch> = {}): LineWatch => ({
  ...{ line: 'ether1', targets: [target('a'), target('b')], need: 1, counted: false, slowMs, patienceMs },
  ...more,
});

/** Lets a line live for a while. Only steps that something brings about are taken, so a day is quick. */
export function simulate({ watch, path, trafficPath = path, traffic, untilMs }: Simulation): Simulated {
  const world = users(trafficPath, traffic);
  const verdicts: { atMs: number; verdict: LineVerdict }[] = [];
  const replies: { atMs: number; seq: number; rttMs: number }[] = [];
  let machine = startLine(watch, 0);
  let wakeMs = 0;
  let [probes, steps] = [0, 0];

  const perform = (effect: LineEffect, nowMs: number): void => {
    if (effect.kind === 'verdict') {
      verdicts.push({ atMs: nowMs, verdict: effect.verdict });
      return;
    }
    probes++;
    const rttMs = path(nowMs);
    if (rttMs !== undefined) insert(replies, { atMs: nowMs + rttMs, seq: effect.seq, rttMs });
  };
  const take = (event: Parameters<typeof nextLine>[1], nowMs: number): void => {
    const step = nextLine(machine, event, nowMs);
    steps++;
    ({ machine, wakeMs } = step);
    for (const effect of step.effects) perform(effect, nowMs);
  };

  for (;;) {
    const reply = replies[0];
    const nowMs = Math.min(wakeMs, reply?.atMs ?? wakeMs);
    if (nowMs > untilMs) return { verdicts, probes, steps, machine };
    if (reply && reply.atMs <= wakeMs) {
      replies.shift();
      take({ kind: 'reply', seq: reply.seq, rttMs: reply.rttMs }, nowMs);
      continue;
    }
    if (watch.counted) take({ kind: 'traffic', ...world.countUntil(nowMs) }, nowMs);
    // Timers of a real machine have a grain too; without one, a wake-up at the same time would never end.
    take({ kind: 'wake' }, nowMs);
    if (wakeMs <= nowMs) wakeMs = nowMs + 1;
  }
}

/** The packets of users, counted as a kernel would. */
function users(path: Path, sender: Sender | undefined) {
  const arrivals: { atMs: number }[] = [];
  let nextMs = sender?.(0) ?? Number.POSITIVE_INFINITY;
  return {
    countUntil(nowMs: number): { readonly arrived: number; readonly left: number } {
      let left = 0;
      for (; nextMs <= nowMs; nextMs = sender?.(nextMs) ?? Number.POSITIVE_INFINITY) {
        left++;
        const rttMs = path(nextMs);
        if (rttMs !== undefined) insert(arrivals, { atMs: nextMs + rttMs });
      }
      const arrived = arrivals.filter(({ atMs }) => atMs <= nowMs).length;
      arrivals.splice(0, arrived);
      return { arrived, left };
    },
  };
}

function insert<T extends { readonly atMs: number }>(list: T[], item: T): void {
  let at = list.length;
  while (at > 0 && (list[at - 1]?.atMs ?? 0) > item.atMs) at--;
  list.splice(at, 0, item);
}
