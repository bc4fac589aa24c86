import { ipv4ToNumber } from '../net/index.ts';
import { isPrivate, leavingOf, type Prepared } from '../walk/index.ts';
import { enabledRules } from './classes/bounds.ts';
import type { Findings, Violation } from './search.ts';

/**
 * A router that translates nothing and whose uplink has a private address stands behind another router, which may know
 * the way back and translate: what it sends with a private source may be meant so, and nobody knows.
 */
export function withoutInnerLeaks(prepared: Prepared, found: Findings): Findings {
  if (translates(prepared)) return found;
  const inner = found.violations.filter(one => isInner(prepared, one));
  const doubts = inner.map(({ invariant, packet, fault }) => ({
    invariant,
    why: { kind: 'no-nat' } as const,
    packet,
    fault,
  }));
  return {
    ...found,
    violations: found.violations.filter(one => !inner.includes(one)),
    doubts: [...found.doubts, ...doubts],
  };
}

const translates = ({ router }: Prepared): boolean =>
  enabledRules(router).some(({ action: { kind } }) => kind === 'masquerade' || kind === 'src-nat');

function isInner({ world }: Prepared, { invariant, trace }: Violation): boolean {
  const out = leavingOf(trace)?.out ?? '';
  const addresses = world.interfaces[out]?.addresses ?? [];
  return invariant === 'nothing-leaks' && addresses.some(({ address }) => isPrivate(ipv4ToNumber(address)));
}
