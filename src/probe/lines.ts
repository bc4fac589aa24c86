import {
  evidenceOf,
  type LatestProbes,
  type LineEvidence,
  type LineMachine,
  type LineTarget,
  type LineVerdict,
  type LineWatch,
  latestProbes,
  nextLine,
  startLine,
} from '../health/index.ts';
import { equal } from '../model/index.ts';
import { EnvironmentError, monotonicMs } from '../sys/index.ts';
import type { Link } from './link.ts';

/** What is known of a line changed. `atMs`: CLOCK_MONOTONIC. */
export interface LineReport {
  readonly line: string;
  readonly verdict: LineVerdict;
  readonly evidence: LineEvidence;
  readonly atMs: number;
}

/** A line to be watched, and the counters of what passes it. */
export interface WatchedLine {
  readonly watch: LineWatch;
  readonly counters: { readonly arrived: string; readonly left: string };
}

export interface LineListener {
  readonly onVerdict: (report: LineReport) => void;
  /** A target cannot be asked (no such interface, not allowed), or can be again. */
  readonly onSendError: (line: string, target: string, error: EnvironmentError | undefined) => void;
}

export interface LineTools {
  readonly openLink: (line: string, target: LineTarget) => Link;
  /** Packets by the name of their counter; undefined where they cannot be read now. */
  readonly readCounters: () => ReadonlyMap<string, number> | undefined;
}

/** What is known of lines, by their name. */
export type Measured = Readonly<
  Record<string, LineEvidence & { readonly probes?: LatestProbes | undefined }>
>;

/** Lines under watch, set as a whole. */
export interface Lines {
  set(lines: readonly WatchedLine[]): void;
  /** What is known of each now. */
  measured(): Measured;
  close(): void;
}

interface Runner {
  line: WatchedLine;
  machine: LineMachine;
  wakeMs: number;
  readonly links: Map<string, Link>;
  readonly failing: Set<string>;
  arrived: number;
  left: number;
}

/** Lines that would be woken this soon after another are woken with it: counters are read once for all. */
const togetherMs = 20;

/** Watches lines: one timer for all of them; health decides. */
export function runLines({ openLink, readCounters }: LineTools, listener: LineListener): Lines {
  const runners = new Map<string, Runner>();
  let timer: NodeJS.Timeout | undefined;

  const step = (runner: Runner, event: Parameters<typeof nextLine>[1]): void => {
    const nowMs = monotonicMs();
    const { machine, effects, wakeMs } = nextLine(runner.machine, event, nowMs);
    runner.machine = machine;
    runner.wakeMs = wakeMs;
    for (const effect of effects) {
      if (effect.kind === 'send') send(runner, effect.target, effect.seq);
      else listener.onVerdict(reportOf(runner, effect, nowMs));
    }
  };

  const send = (runner: Runner, key: string, seq: number): void => {
    const { line, targets } = runner.line.watch;
    const target = targets.find(one => one.key === key);
    if (!target) return;
    const answered = (rttMs: number): void => {
      if (runners.get(line) !== runner) return;
      step(runner, { kind: 'reply', seq, rttMs });
      schedule();
    };
    try {
      const link = runner.links.get(key) ?? openLink(line, target);
      runner.links.set(key, link);
      link.send(target.address, answered);
      if (runner.failing.delete(key)) listener.onSendError(line, key, undefined);
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      if (!runner.failing.has(key)) listener.onSendError(line, key, error);
      runner.failing.add(key);
    }
  };

  const count = (runner: Runner, counters: ReadonlyMap<string, number>): void => {
    const arrived = counters.get(runner.line.counters.arrived) ?? 0;
    const left = counters.get(runner.line.counters.left) ?? 0;
    const news = { arrived: arrived - runner.arrived, left: left - runner.left };
    Object.assign(runner, { arrived, left });
    // A table that was loaded anew counts from 0: what passed meanwhile is not known.
    if (news.arrived >= 0 && news.left >= 0) step(runner, { kind: 'traffic', ...news });
  };

  const wake = (): void => {
    const soonMs = monotonicMs() + togetherMs;
    const due = [...runners.values()].filter(({ wakeMs }) => wakeMs <= soonMs);
    const counters = due.some(isCounted) ? readCounters() : undefined;
    for (const runner of due) {
      if (counters && isCounted(runner)) count(runner, counters);
      step(runner, { kind: 'wake' });
    }
    schedule();
  };

  const schedule = (): void => {
    clearTimeout(timer);
    const next = Math.min(...[...runners.values()].map(({ wakeMs }) => wakeMs));
    if (!Number.isFinite(next)) return;
    // By way of the poll phase: answers that wait in the socket are read before their time-out is judged.
    timer = setTimeout(() => setImmediate(wake), Math.max(1, Math.ceil(next - monotonicMs())));
  };

  const stop = (runner: Runner): void => {
    for (const link of runner.links.values()) link.close();
    runners.delete(runner.line.watch.line);
  };

  return {
    set(lines) {
      const names = new Set(lines.map(({ watch }) => watch.line));
      for (const runner of [...runners.values()]) if (!names.has(runner.line.watch.line)) stop(runner);
      for (const line of lines) {
        const before = runners.get(line.watch.line);
        if (before && equal(before.line, line)) continue;
        runners.set(line.watch.line, successor(line, before));
        if (before) for (const link of before.links.values()) link.close();
      }
      wake();
    },
    measured() {
      const nowMs = monotonicMs();
      const all = [...runners].map(([name, { machine }]) => {
        return [name, { ...evidenceOf(machine, nowMs), probes: latestProbes(machine) }] as const;
      });
      return Object.fromEntries(all);
    },
    close() {
      clearTimeout(timer);
      for (const runner of [...runners.values()]) stop(runner);
    },
  };
}

const reportOf = (
  { line: { watch } }: Runner,
  { verdict, evidence }: Pick<LineReport, 'verdict' | 'evidence'>,
  atMs: number,
): LineReport => ({ line: watch.line, verdict, evidence, atMs });

const isCounted = ({ line: { watch }, machine }: Runner): boolean =>
  watch.counted && machine.phase.kind !== 'down';

/** A line that is asked otherwise from now on keeps what is known of it. */
function successor(line: WatchedLine, before: Runner | undefined): Runner {
  const nowMs = monotonicMs();
  return {
    line,
    machine: startLine(line.watch, nowMs, before?.machine),
    wakeMs: nowMs,
    links: new Map(),
    failing: new Set(),
    // The first reading only says where the counters stand.
    arrived: Number.NaN,
    left: Number.NaN,
  };
}
