import type { CoreEvent, Effect, FlowChoice, GatewayEvent, Services, TimerName } from '../core/index.ts';
import { attempt, attemptAsync, errorOf } from './attempt.ts';
import type { GatewayPort } from './port.ts';
import { namedTimers } from './timers.ts';
import { workQueue } from './work-queue.ts';

/** Performs effects. What takes time is done beside, one after the other. */
export interface Performer {
  perform(effect: Effect): void;
  /** Services are being set, or connections moved. */
  readonly busy: boolean;
  /** Starts no timer's event any more; resolves when nothing is under way. */
  stop(): Promise<void>;
}

export interface PerformerOptions {
  readonly port: GatewayPort;
  readonly emit: (event: GatewayEvent) => void;
  /** Hears what comes of an effect. */
  readonly answer: (event: CoreEvent) => void;
}

type Performers = {
  readonly [K in Effect['kind']]: (effect: Extract<Effect, { readonly kind: K }>) => void;
};

export function performer({ port, emit, answer }: PerformerOptions): Performer {
  const timers = namedTimers<TimerName>(port.nowMs, name =>
    answer({ kind: 'timer', name, atMs: port.nowMs() }),
  );
  const services = workQueue<Services>(async wanted => {
    const error = errorOf(await attemptAsync(async () => ({ set: await port.setServices(wanted) })));
    answer({ kind: 'performed', effect: 'services', atMs: port.nowMs(), error });
  });
  const flows = workQueue<readonly FlowChoice[]>(async wanted => {
    const sinceMs = port.nowMs();
    const result = await attemptAsync(() => port.moveFlows(wanted));
    const atMs = port.nowMs();
    if (result.kind === 'done' && result.poked + result.forgotten > 0) {
      const { poked: reset, forgotten: begunAnew } = result;
      emit({ type: 'flows', atMs, durationMs: atMs - sinceMs, reset, begunAnew });
    }
    answer({ kind: 'performed', effect: 'flows', atMs, error: errorOf(result) });
  }, joined);
  const performers: Performers = {
    observe() {
      const atMs = port.nowMs();
      const result = attempt(() => ({ interfaces: port.interfaces() }));
      answer({ kind: 'observed', atMs, result });
    },
    apply({ program }) {
      const sinceMs = port.nowMs();
      const result = attempt(() => port.apply(program));
      answer({ kind: 'applied', atMs: port.nowMs(), sinceMs, result });
    },
    save({ kind: _, ...saved }) {
      const error = errorOf(attempt(() => ({ saved: port.save(saved) })));
      answer({ kind: 'performed', effect: 'save', atMs: port.nowMs(), error });
    },
    settleTrial({ stays }) {
      const error = errorOf(attempt(() => ({ settled: port.settleTrial(stays) })));
      answer({ kind: 'performed', effect: 'trial', atMs: port.nowMs(), error });
    },
    saveForced({ lines }) {
      const error = errorOf(attempt(() => ({ saved: port.saveForced(lines) })));
      answer({ kind: 'performed', effect: 'forced', atMs: port.nowMs(), error });
    },
    setServices: effect => services.ask(effect.services),
    forget({ connections }) {
      const error = errorOf(attempt(() => ({ forgotten: port.forget(connections) })));
      answer({ kind: 'performed', effect: 'connections', atMs: port.nowMs(), error });
    },
    setProbes: ({ checks, hosts, lines }) => port.setProbes({ checks, hosts, lines }),
    moveFlows: effect => flows.ask(effect.flows),
    askNeighbours: effect => port.askNeighbours(effect.interface),
    renew: effect => port.renew(effect.interface),
    timer: ({ name, afterMs }) => timers.set(name, afterMs),
    emit: ({ event }) => emit(event),
  };
  return {
    perform: effect => (performers[effect.kind] as (effect: Effect) => void)(effect),
    get busy() {
      return services.busy || flows.busy;
    },
    async stop() {
      timers.clear();
      await services.idle();
      await flows.idle();
    },
  };
}

const joined = (waiting: readonly FlowChoice[], more: readonly FlowChoice[]): readonly FlowChoice[] => [
  ...waiting,
  ...more,
];
