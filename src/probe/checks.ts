import { type CheckEffect, type CheckEvent, type CheckState, next, startCheck } from '../health/index.ts';
import { equal } from '../model/index.ts';
import type { GatewayCheck } from '../rib/index.ts';
import { EnvironmentError, monotonicMs } from '../sys/index.ts';
import { linkPool, type OpenLink } from './link.ts';

/** A checked gateway changed its state. Times in ms; `silentMs` since its last answer. */
export interface Verdict {
  readonly check: GatewayCheck;
  readonly reachable: boolean;
  readonly silentMs: number;
  readonly atMs: number;
}

/** What comes of the checks. */
export interface CheckListener {
  readonly onVerdict: (verdict: Verdict) => void;
  readonly onReply?: ((check: GatewayCheck, rttMs: number) => void) | undefined;
  /**
   * A probe could not even be sent (no such interface, not allowed); the check goes on and will time out. Called again
   * with undefined when one could be sent again.
   */
  readonly onSendError: (check: GatewayCheck, error: EnvironmentError | undefined) => void;
}

/** Gateways under watch. What is to be watched is set as a whole. */
export interface Checks {
  /** Starts new checks (reachable until proved otherwise), forgets those that are gone, leaves the others alone. */
  set(checks: readonly GatewayCheck[]): void;
  close(): void;
}

/** One check that runs. */
interface Runner {
  readonly check: GatewayCheck;
  state: CheckState;
  timer: NodeJS.Timeout | undefined;
  /** The last probe could not be sent. */
  failing: boolean;
}

/** Probes each gateway at its own interval and reports when one stops answering or answers again; health decides which. */
export function runChecks(openLink: OpenLink, listener: CheckListener): Checks {
  const runners = new Map<string, Runner>();
  const links = linkPool(openLink);

  const step = (runner: Runner, event: CheckEvent): void => {
    if (runners.get(runner.check.key) !== runner) return;
    const nowMs = monotonicMs();
    const { state, effects, wakeMs } = next(runner.state, event, nowMs);
    runner.state = state;
    clearTimeout(runner.timer);
    // By way of the poll phase: answers that wait in the socket are read before their time-out is judged.
    const wake = (): void => void setImmediate(() => step(runner, { kind: 'wake' }));
    runner.timer = setTimeout(wake, Math.max(1, Math.ceil(wakeMs - nowMs)));
    for (const effect of effects) perform(runner, effect, nowMs);
  };

  const perform = (runner: Runner, effect: CheckEffect, atMs: number): void => {
    if (effect.kind === 'send') {
      send(runner, effect.seq);
      return;
    }
    const { reachable, silentMs } = effect;
    listener.onVerdict({ check: runner.check, reachable, silentMs, atMs });
  };

  const send = (runner: Runner, seq: number): void => {
    const { check } = runner;
    try {
      links.of(check).send(check.address, rttMs => {
        listener.onReply?.(check, rttMs);
        step(runner, { kind: 'reply', seq });
      });
      if (runner.failing) listener.onSendError(check, undefined);
      runner.failing = false;
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      if (!runner.failing) listener.onSendError(check, error);
      runner.failing = true;
    }
  };

  const stop = (runner: Runner): void => {
    clearTimeout(runner.timer);
    runners.delete(runner.check.key);
  };

  return {
    set(checks) {
      const wanted = new Map(checks.map(check => [check.key, check]));
      for (const runner of [...runners.values()]) {
        if (!equal<GatewayCheck | undefined>(runner.check, wanted.get(runner.check.key))) stop(runner);
      }
      links.keep(checks);
      for (const check of wanted.values()) {
        if (runners.has(check.key)) continue;
        const state = startCheck(check, monotonicMs());
        const runner: Runner = { check, state, timer: undefined, failing: false };
        runners.set(check.key, runner);
        step(runner, { kind: 'wake' });
      }
    },
    close() {
      for (const runner of [...runners.values()]) stop(runner);
      links.keep([]);
    },
  };
}
