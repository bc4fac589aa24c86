import type { GatewayEvent } from './core/index.ts';

/** Hands the gateway's events to everyone who listens. */
export interface EventHub {
  emit(event: GatewayEvent): void;
  /** Hears every event from now on; returns the end of that. */
  subscribe(listener: (event: GatewayEvent) => void): () => void;
}

export function eventHub(): EventHub {
  const listeners = new Set<(event: GatewayEvent) => void>();
  return {
    emit(event) {
      for (const listener of [...listeners]) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
