import { type HostCheck, type HostEvent, type HostState, nextHost, startHost } from '../health/index.ts';
import { equal } from '../model/index.ts';
import { EnvironmentError, monotonicMs, type Namespace } from '../sys/index.ts';
import { routedEchoLink } from './echo.ts';
import type { Link } from './link.ts';
import { tcpLink } from './tcp.ts';

/** A host answers now, or does not. */
export interface HostVerdict {
  readonly check: HostCheck;
  readonly status: 'up' | 'down';
  readonly atMs: number;
}

/** Hosts under watch, set as a whole. */
export interface HostChecks {
  /** Starts new checks, forgets those that are gone, leaves the others alone. */
  set(checks: readonly HostCheck[]): void;
  close(): void;
}

interface Runner {
  readonly check: HostCheck;
  state: HostState;
  /** Opened when a probe is sent first. */
  link: Link | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Asks hosts by ordinary routing, as netwatch does, and reports when their status changes; health decides. */
export function runHostChecks(
  ns: Namespace | undefined,
  onVerdict: (verdict: HostVerdict) => void,
): HostChecks {
  const runners = new Map<string, Runner>();

  const step = (runner: Runner, event: HostEvent): void => {
    if (runners.get(runner.check.key) !== runner) return;
    const nowMs = monotonicMs();
    const { state, effects, wakeMs } = nextHost(runner.state, event, nowMs);
    runner.state = state;
    clearTimeout(runner.timer);
    // By way of the poll phase: answers that wait in the socket are read before their time-out is judged.
    const wake = (): void => void setImmediate(() => step(runner, { kind: 'wake' }));
    runner.timer = setTimeout(wake, Math.max(1, Math.ceil(wakeMs - nowMs)));
    for (const effect of effects) {
      if (effect.kind === 'send') send(runner, effect.seq);
      else onVerdict({ check: runner.check, status: effect.status, atMs: nowMs });
    }
  };

  const send = (runner: Runner, seq: number): void => {
    const answered = (rttMs: number): void => step(runner, { kind: 'reply', seq, rttMs });
    try {
      runner.link ??= openLink(runner.check, ns);
      runner.link.send(runner.check.host, answered);
    } catch (error) {
      // A source address that the router does not have: such a host counts as down (docs/routeros.md#netwatch).
      if (!(error instanceof EnvironmentError)) throw error;
    }
  };

  const stop = (runner: Runner): void => {
    clearTimeout(runner.timer);
    runner.link?.close();
    runners.delete(runner.check.key);
  };

  return {
    set(checks) {
      const wanted = new Map(checks.map(check => [check.key, check]));
      for (const runner of [...runners.values()]) {
        if (!equal<HostCheck | undefined>(runner.check, wanted.get(runner.check.key))) stop(runner);
      }
      for (const check of wanted.values()) {
        if (runners.has(check.key)) continue;
        const state = startHost(check, monotonicMs());
        const runner: Runner = { check, state, link: undefined, timer: undefined };
        runners.set(check.key, runner);
        step(runner, { kind: 'wake' });
      }
    },
    close() {
      for (const runner of [...runners.values()]) stop(runner);
    },
  };
}

const openLink = ({ method, port, source }: HostCheck, ns: Namespace | undefined): Link =>
  method === 'tcp' ? tcpLink({ ns, source }, port) : routedEchoLink({ ns, source });
