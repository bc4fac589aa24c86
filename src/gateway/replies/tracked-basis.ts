import type { TrackedQuery } from '../../kernel/index.ts';
import { markLayout } from '../../linux/index.ts';
import type { GatewayState } from '../core/index.ts';
import { wansOf } from './line.ts';

/** What is known beside the kernel of the marks and addresses that connections carry. */
export function trackedBasis(
  state: Pick<GatewayState, 'reached' | 'config' | 'interfaces'>,
): Pick<TrackedQuery, 'markMask' | 'marks' | 'lines' | 'addresses'> {
  const names = state.reached?.program.marks?.names ?? [];
  return {
    markMask: markLayout.connection.mask,
    marks: names.filter(({ kind }) => kind === 'connection').map(({ name, value }) => ({ name, value })),
    lines: (state.reached?.uplinks ?? []).map(({ interface: name, number }) => ({ name, number })),
    addresses: wansOf(state).flatMap(name =>
      (state.interfaces[name]?.addresses ?? []).map(({ address }) => ({ name, address })),
    ),
  };
}
