import type { Semantics } from '../model/index.ts';
import type { Candidate, CandidateGateway } from './candidate.ts';

/** With which target-scope a gateway of a candidate is resolved. */
export type TargetScopeOf = (gateway: CandidateGateway, candidate: Candidate) => number;

/**
 * v7: the route's own. v6 has one gateway object per address, so all routes with that gateway share one target-scope:
 * here that of the first (docs/routeros.md#scope; which of them v6 takes is not established).
 */
export function targetScopeFinder(
  candidates: readonly Candidate[],
  { targetScopeShared }: Semantics,
): TargetScopeOf {
  if (!targetScopeShared) return (_, { targetScope }) => targetScope;
  const shared = new Map<string, number>();
  for (const { gateways, targetScope, veto } of candidates) {
    if (veto !== undefined) continue;
    for (const { text } of gateways) if (!shared.has(text)) shared.set(text, targetScope);
  }
  return ({ text }, { targetScope }) => shared.get(text) ?? targetScope;
}
