import type { GatewayState } from '../state.ts';
import type { LineMemory } from './line-memory.ts';

/** Undefined at RouterOS's pace, where each start begins anew. */
export function memoryOf(state: GatewayState, unreachable: readonly string[]): LineMemory | undefined {
  const { reached, watched, judgements } = state;
  if (state.config.pace !== 'jalur' || !reached) return undefined;
  const { uplinks, isReleased } = reached;
  return { watched, judgements, unreachable, uplinks, isReleased, isHeld: !isReleased };
}
