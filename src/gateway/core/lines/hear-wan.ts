import type { CoreEvent } from '../event.ts';
import { reason } from '../reasons.ts';
import type { GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';
import { unreachableOf } from './judged.ts';

/** What a line is now depends on the hand first; asked for once more, nothing happens. */
export function hearWan(
  state: GatewayState,
  { line, action, by, atMs }: Extract<CoreEvent, { readonly kind: 'wan' }>,
): Step {
  if (state.forced.includes(line) === (action === 'down')) return { state, effects: [] };
  const others = state.forced.filter(name => name !== line);
  const after = { ...state, forced: action === 'down' ? [...others, line] : others };
  // Whether a line that is held down is used depends on which others there are.
  const unreachable = state.config.pace === 'jalur' ? unreachableOf(after) : state.unreachable;
  return because({ ...after, unreachable }, { reason: reasonOf(line, action, by), atMs });
}

function reasonOf(name: string, action: 'down' | 'up', by: string | undefined): string {
  if (by === undefined) return reason(action === 'down' ? 'takenDown' : 'givenBack', { name });
  return reason(action === 'down' ? 'takenDownBy' : 'givenBackBy', { name, by });
}
