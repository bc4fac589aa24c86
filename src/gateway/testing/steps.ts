import { type CoreEvent, type Effect, type GatewayState, step } from '../core/index.ts';

/** What an apply answers that had nothing to change. */
export const applied = { kind: 'done', changes: [], problems: [], closed: false } as const;

/** The state after some events, and all effects on the way. */
export function run(state: GatewayState, ...events: readonly CoreEvent[]) {
  const effects: Effect[] = [];
  let now = state;
  for (const event of events) {
    const next = step(now, event);
    now = next.state;
    effects.push(...next.effects);
  }
  return { state: now, effects };
}

/** The decisions that effects say. */
export const decisionsIn = (effects: readonly Effect[]) =>
  effects.flatMap(effect =>
    effect.kind === 'emit' && effect.event.type === 'decision' ? [effect.event] : [],
  );
