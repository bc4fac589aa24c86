import { type CheckEffect, type CheckState, next, startCheck } from '../health/index.ts';
import type { GatewayCheck } from '../rib/index.ts';
import { monotonicMs, type Namespace } from '../sys/index.ts';
import { arpLink } from './arp.ts';
import { echoLink } from './echo.ts';
import type { Link } from './link.ts';

/** A checked gateway changed its state. Times in ms; `silentMs` since its last answer. */
export interface Verdict {
  readonly check: GatewayCheck;
  readonly reachable: boolean;
  readonly silentMs: number;
  readonly atMs: number;
}

export interface ProberOptions {
  readonly ns?: Namespace | undefined;
  /** SO_MARK of every probe. */
  readonly mark: number;
  readonly onVerdict: (verdict: Verdict) => void;
  readonly onReply?: ((check: GatewayCheck, rttMs: number) => void) | undefined;
  /** A probe could not even be sent (no such interface, not allowed); the check goes on and will time out. */
  readonly onTrouble?: ((check: GatewayCheck, error: Error) => void) | undefined;
}

/** Watches gateways. What it shall watch is set as a whole. */
export interface Prober {
  /** Starts new checks (reachable until proved otherwise), forgets those that are gone, leaves the others alone. */
  set(checks: readonly GatewayCheck[]): void;
  /** Keys of the gateways that are unreachable now. */
  unreachable(): readonly string[];
  close(): void;
}

interface Runner {
  readonly check: GatewayCheck;
  state: CheckState;
  timer: NodeJS.Timeout | undefined;
}

/** Probes each gateway at its own pace and tells when one dies or comes back (the rules are health's). */
export function startProber(options: ProberOptions): Prober {
  const runners = new Map<string, Runner>();
  const links = linkPool(options);

  const step = (runner: Runner, event: Parameters<typeof next>[1]): void => {
    if (runners.get(runner.check.key) !== runner) return;
    const nowMs = monotonicMs();
    const { state, effects, wakeMs } = next(runner.state, event, nowMs);
    runner.state = state;
    clearTimeout(runner.timer);
    // By way of the poll phase: answers that wait in the socket are heard before their time-out is judged.
    const wake = (): void => void setImmediate(() => step(runner, { kind: 'wake' }));
    runner.timer = setTimeout(wake, Math.max(1, Math.ceil(wakeMs - nowMs)));
    for (const effect of effects) act(runner, effect, nowMs);
  };

  const act = (runner: Runner, effect: CheckEffect, atMs: number): void => {
    const { check } = runner;
    if (effect.kind === 'changed') {
      const { reachable, silentMs } = effect;
      options.onVerdict({ check, reachable, silentMs, atMs });
      return;
    }
    try {
      links.get(check).send(check.address, rttMs => {
        options.onReply?.(check, rttMs);
        step(runner, { kind: 'reply', seq: effect.seq });
      });
    } catch (error) {
      options.onTrouble?.(check, error as Error);
    }
  };

  const stop = (runner: Runner): void => {
    clearTimeout(runner.timer);
    runners.delete(runner.check.key);
  };

  return {
    set(checks) {
      // BFD needs a session with the other end, which we cannot hold: such a gateway counts as reachable.
      const wanted = new Map(
        checks.filter(({ method }) => method !== 'bfd').map(check => [check.key, check]),
      );
      for (const runner of [...runners.values()]) {
        if (!same(runner.check, wanted.get(runner.check.key))) stop(runner);
      }
      links.keep([...wanted.values()]);
      for (const check of wanted.values()) {
        if (runners.has(check.key)) continue;
        const runner = { check, state: startCheck(check, monotonicMs()), timer: undefined };
        runners.set(check.key, runner);
        step(runner, { kind: 'wake' });
      }
    },
    unreachable: () => [...runners.values()].filter(({ state }) => !state.reachable).map(r => r.check.key),
    close() {
      for (const runner of [...runners.values()]) stop(runner);
      links.keep([]);
    },
  };
}

function same(a: GatewayCheck, b: GatewayCheck | undefined): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** One socket per interface and method, opened when first needed. */
function linkPool({ ns, mark }: ProberOptions) {
  const open = new Map<string, Link>();
  const keyOf = ({ method, interface: device }: GatewayCheck): string => `${method} ${device}`;
  return {
    get(check: GatewayCheck): Link {
      const key = keyOf(check);
      const place = { ns, mark, device: check.interface };
      const link = open.get(key) ?? (check.method === 'arp' ? arpLink(place) : echoLink(place));
      open.set(key, link);
      return link;
    },
    keep(checks: readonly GatewayCheck[]): void {
      const wanted = new Set(checks.map(keyOf));
      for (const [key, link] of open) {
        if (wanted.has(key)) continue;
        link.close();
        open.delete(key);
      }
    },
  };
}
