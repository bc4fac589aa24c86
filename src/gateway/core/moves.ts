import type { Rib } from '../../rib/index.ts';
import { activeDefaults } from './active.ts';

/**
 * Tables whose way out changed, as sentences for the decision. At RouterOS's pace their connections are left to the
 * kernel: a masqueraded one whose way out changes loses one packet and is then translated anew, TCP is reset by the server
 * (docs/routeros.md#masquerade-and-route-changes, docs/lab-notes.md#established-flows-at-a-failover).
 */
export function movedTables(before: Rib | undefined, after: Rib): string[] {
  if (!before) return [];
  const old = waysOut(before);
  return [...waysOut(after)].flatMap(([table, ways]) => {
    const was = old.get(table);
    return was === undefined || was === ways
      ? []
      : [`connections of table ${table} move from ${was} to ${ways}`];
  });
}

function waysOut(rib: Rib): Map<string, string> {
  const ways = new Map<string, Set<string>>();
  for (const { table, interfaces } of activeDefaults(rib)) {
    ways.set(table, new Set([...(ways.get(table) ?? []), ...interfaces]));
  }
  return new Map([...ways].map(([table, names]) => [table, [...names].sort().join(' and ')]));
}
