import type { Status, Wan } from '../client/types.ts';
import type { State } from '../ui/state.ts';
import type { Spoken } from '../words/said.ts';
import type { stateWords } from '../words/states.ts';

export interface Sentence {
  readonly state: State;
  readonly text: string;
}

/** How the gateway is, in one sentence: the worst first. */
export function stateSentence(
  status: Pick<Status, 'forwards' | 'differences'>,
  wans: readonly Pick<Wan, 'label' | 'state' | 'cause'>[],
  say: Spoken<typeof stateWords>,
): Sentence {
  if (!status.forwards) return { state: 'down', text: say.notForwarding };
  if (wans.length === 0) return { state: 'unknown', text: say.noWans };
  const worst = worstOf(wans);
  const troubled = wans.filter(wan => wan.state !== 'up');
  const parts = troubled.map(({ label, state, cause }) =>
    say.isSo(label, say[state], cause ? say[cause] : ''),
  );
  const up = wans.length - troubled.filter(({ state }) => state === 'down').length;
  const head = troubled.length === 0 ? [say.allUp(wans.length)] : [say.someUp(up, wans.length), ...parts];
  const drift = status.differences.length > 0 ? [say.outOfStep(status.differences.length)] : [];
  return {
    state: worst === 'up' && drift.length > 0 ? 'degraded' : worst,
    text: [...head, ...drift].join('; '),
  };
}

const order: readonly State[] = ['down', 'degraded', 'unknown', 'up'];

const worstOf = (wans: readonly Pick<Wan, 'state'>[]): State =>
  order.find(state => wans.some(wan => wan.state === state)) ?? 'unknown';
