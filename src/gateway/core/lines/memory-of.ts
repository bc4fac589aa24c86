import type { GatewayState } from '../state.ts';
import type { LineMemory } from './line-memory.ts';

/** Undefined at RouterOS's pace, where each start begins anew. */
export function memoryOf(state: GatewayState, unreachable: readonly string[]): LineMemory | undefined {
  const { reached, watched, awaited, judgements } = state;
  if (state.config.pace !== 'jalur' || !reached) return undefined;
  const { uplinks, isReleased } = reached;
  const shares = reached.shares.map(({ name, home }) => ({ name, home }));
  const lines = { watched, awaited, judgements, unreachable, uplinks, isReleased, isHeld: !isReleased };
  return shares.length > 0 ? { ...lines, shares } : lines;
}
