import { type CoreEvent, type Effect, type GatewayEvent, type GatewayState, step } from '../core/index.ts';
import { performer } from './perform.ts';
import type { GatewayPort } from './port.ts';

/** The core at work: hears events, has effects performed through the port. */
export interface Loop {
  readonly state: GatewayState;
  /** Nothing is decided any more. */
  readonly isStopped: boolean;
  /** One more event; those that come in one turn of Node's event loop are taken together. */
  post(event: CoreEvent): void;
  /** Resolves when everything asked for until now is done, or failed and waits to be tried again. */
  settled(): Promise<void>;
  /** Resolves when the core has gone through what waits, and rests; never once it has stopped. */
  pulse(): Promise<void>;
  /** Lets services be set that are being set, and starts nothing more. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  readonly state: GatewayState;
  readonly port: GatewayPort;
  readonly emit: (event: GatewayEvent) => void;
}

/**
 * Runs the core. Errors of the environment become events, and with them conditions. Every other error is a defect: it is
 * thrown from where it happened and ends the process.
 */
export function startLoop({ state: first, port, emit }: LoopOptions): Loop {
  let state = first;
  let scheduled = false;
  let stopped = false;
  const inbox: CoreEvent[] = [];
  const waiting: (() => void)[] = [];
  const pulses: (() => void)[] = [];

  const schedule = (): void => {
    if (!scheduled) setImmediate(drain);
    scheduled = true;
  };
  const post = (event: CoreEvent): void => {
    if (stopped) return;
    inbox.push(event);
    schedule();
  };
  const effects = performer({ port, emit, answer: post });
  const isQuiet = (): boolean => inbox.length === 0 && state.turn.kind === 'idle' && !effects.busy;
  const advance = (event: CoreEvent): readonly Effect[] => {
    const next = step(state, event);
    state = next.state;
    return next.effects;
  };

  /** Events first, effects after: however many events wait, the kernel is read and changed once. */
  function drain(): void {
    while (inbox.length > 0 && !stopped) {
      for (const effect of inbox.splice(0).flatMap(advance)) effects.perform(effect);
    }
    scheduled = false;
    if (!stopped && state.turn.kind === 'idle') for (const resolve of pulses.splice(0)) resolve();
    if (isQuiet()) for (const resolve of waiting.splice(0)) resolve();
  }

  return {
    get state() {
      return state;
    },
    get isStopped() {
      return stopped;
    },
    post,
    settled: () => (isQuiet() ? Promise.resolve() : new Promise(resolve => waiting.push(resolve))),
    pulse: () =>
      new Promise(resolve => {
        pulses.push(resolve);
        schedule();
      }),
    async stop() {
      stopped = true;
      for (const resolve of waiting.splice(0)) resolve();
      await effects.stop();
    },
  };
}
