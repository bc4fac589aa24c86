import type { Semantics } from '../model/index.ts';
import type { Candidate } from './candidate.ts';
import type { RibGateway } from './rib-route.ts';

/** A candidate with its gateways resolved and checked. */
export interface Resolved {
  readonly candidate: Candidate;
  readonly gateways: readonly RibGateway[];
}

/** Of equal distances RouterOS promises no order; we take this one, always. */
const preference: readonly Candidate['source'][] = ['connect', 'static', 'vpn', 'modem', 'dhcp'];

/** Could it carry packets, if no better route stood beside it? */
export function isUsable({ candidate, gateways }: Resolved): boolean {
  if (candidate.veto !== undefined) return false;
  return candidate.type !== 'unicast' || gateways.some(({ state }) => state === 'reachable');
}

/**
 * The active routes: per table and destination the lowest distance. Of equals v7 makes one ECMP group, whatever their
 * origin; v6 uses exactly one, the first in our order (docs/routeros.md#route-selection).
 */
export function selectActive(all: readonly Resolved[], semantics: Semantics): ReadonlySet<Resolved> {
  const groups = byPrefix(all.filter(isUsable));
  return new Set([...groups.values()].flatMap(group => winners(group, semantics)));
}

/** Routes of one prefix and table, by `prefixKey`. */
export function byPrefix(all: Iterable<Resolved>): ReadonlyMap<string, readonly Resolved[]> {
  const groups = new Map<string, Resolved[]>();
  for (const resolved of all) {
    const key = prefixKey(resolved.candidate);
    const group = groups.get(key);
    if (group) group.push(resolved);
    else groups.set(key, [resolved]);
  }
  return groups;
}

export const prefixKey = ({ destination, table }: Candidate): string => `${destination} ${table}`;

function winners(group: readonly Resolved[], { ecmp }: Semantics): readonly Resolved[] {
  const distance = group.reduce(
    (least, { candidate }) => Math.min(least, candidate.distance),
    Number.POSITIVE_INFINITY,
  );
  const equals = group.filter(({ candidate }) => candidate.distance === distance).toSorted(byPreference);
  const first = equals[0];
  if (!first || ecmp === 'first' || first.candidate.type !== 'unicast') return equals.slice(0, 1);
  return equals.filter(({ candidate }) => candidate.type === 'unicast' && joins(candidate, first.candidate));
}

/** A network on a link of our own is no uplink's: its routes balance among themselves only. */
const joins = (one: Candidate, first: Candidate): boolean =>
  (one.source === 'connect') === (first.source === 'connect');

function byPreference(a: Resolved, b: Resolved): number {
  return preference.indexOf(a.candidate.source) - preference.indexOf(b.candidate.source);
}
