import type { CoreEvent } from '../event.ts';
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
  const who = by === undefined ? 'by hand' : `by hand (${by})`;
  const reason =
    action === 'down' ? `${line} was taken down ${who}` : `${line} was given back to its health ${who}`;
  return because({ ...after, unreachable }, { reason, atMs });
}
