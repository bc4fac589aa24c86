import { randomBytes } from 'node:crypto';
import type { GatewayEvent } from './core/index.ts';
import { type History, history, type Recorded } from './history/index.ts';

/** Hands the gateway's events to everyone who listens, and keeps the latest. */
export interface EventHub {
  emit(event: GatewayEvent): void;
  /** Hears every event from now on; returns the end of that. */
  subscribe(listener: (recorded: Recorded) => void): () => void;
  readonly history: Omit<History, 'add'>;
  /** Of this run: numbers of events begin anew with each. */
  readonly run: string;
}

export function eventHub(): EventHub {
  const listeners = new Set<(recorded: Recorded) => void>();
  const kept = history();
  return {
    emit(event) {
      const recorded = kept.add(event);
      for (const listener of [...listeners]) listener(recorded);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    history: kept,
    run: randomBytes(6).toString('hex'),
  };
}
