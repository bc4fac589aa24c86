import { equal } from '../../../model/index.ts';
import type { Effect } from '../effect.ts';
import type { CoreEvent } from '../event.ts';
import { lineCauses, reason } from '../reasons.ts';
import type { GatewayState } from '../state.ts';
import { because, type Step } from '../transition.ts';
import { downLinesOf, unreachableOf } from './judged.ts';

/** News of a line; routes are decided anew where it changes what may be used. One that is not watched any more comes too late. */
export function hearLine(state: GatewayState, event: Extract<CoreEvent, { readonly kind: 'line' }>): Step {
  const { line, verdict, evidence, atMs } = event;
  if (!state.watched.some(({ watch }) => watch.line === line)) return { state, effects: [] };
  const judgements = { ...state.judgements, [line]: { verdict, evidence, atMs } };
  const isJudged = verdict.status !== 'unknown';
  const awaited = isJudged ? state.awaited.filter(one => one.line.watch.line !== line) : state.awaited;
  const heard = { ...state, judgements, awaited };
  const unreachable = unreachableOf(heard);
  const after = { ...heard, unreachable };
  const isSame = equal(unreachable, state.unreachable) && equal(downLinesOf(after), downLinesOf(state));
  if (isSame) return { state: after, effects: [] };
  return because(after, { reason: reasonOf(event), atMs, evidence }, turnedChecks(state, after, event));
}

function reasonOf({ line, verdict }: Extract<CoreEvent, { readonly kind: 'line' }>): string {
  const { status, cause, held, silent } = verdict;
  if (held) return reason('lineHeld', { name: line });
  if (status === 'down') return reason('lineDown', { name: line, cause: cause ? lineCauses.en[cause] : '' });
  if (silent.length > 0) return reason('lineSilent', { targets: silent.join(', '), name: line });
  return reason('lineUp', { name: line });
}

/** Checks that turned with it, as they would be said one by one. */
function turnedChecks(
  before: GatewayState,
  after: GatewayState,
  { atMs, evidence }: Extract<CoreEvent, { readonly kind: 'line' }>,
): Effect[] {
  return after.watched.flatMap(({ checks, watch }) =>
    checks.flatMap(({ key, address }): Effect[] => {
      const reachable = !after.unreachable.includes(key);
      if (reachable === !before.unreachable.includes(key)) return [];
      const said = { type: 'check', atMs, key, address, interface: watch.line, reachable } as const;
      return [{ kind: 'emit', event: reachable ? said : { ...said, silentMs: evidence.silentMs } }];
    }),
  );
}
