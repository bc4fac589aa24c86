import {
  freeze,
  mainTable,
  makeRoutingRule,
  makeRoutingTable,
  type Router,
  tablesInUse,
} from '../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Interface,
  ipv4ToNumber,
  networkOf,
  prefixRange,
  printIpv4,
} from '../../net/index.ts';
import { assumeWorld, portsTakenForGranted, withPorts } from '../../rib/index.ts';

/** What a part of a configuration leaves to the rest of it, and was assumed so that packets could be walked. */
export interface Assumed {
  /** Ports that the text does not name. */
  readonly ports: readonly { readonly name: string; readonly address: Ipv4Interface }[];
  /** Tables that nothing in the text asks, and whose packets use each now. */
  readonly tables: readonly { readonly name: string; readonly host: Ipv4 }[];
}

export const nothingAssumed: Assumed = { ports: [], tables: [] };

/** Both texts with what the first takes for granted: the same in both. */
export function withMissing(
  before: Router,
  after: Router,
): { readonly routers: readonly [Router, Router]; readonly assumed: Assumed } {
  const missing = portsTakenForGranted(before);
  const whole = withPorts(before, missing);
  const { interfaces } = assumeWorld(whole).world;
  const ports = [...missing.wans, ...missing.lans].flatMap(name => {
    const [address] = interfaces[name]?.addresses ?? [];
    return address ? [{ name, address }] : [];
  });
  const lan = ports.find(({ name }) => missing.lans.includes(name));
  const tables = lan ? tablesAsked(before, lan.address) : [];
  const made = [whole, withPorts(after, missing)].map(router => withRules(router, tables));
  return { routers: [made[0] ?? before, made[1] ?? after], assumed: { ports, tables } };
}

/** A host of the LAN for each table that has routes which nothing in the text uses. */
function tablesAsked(router: Router, own: Ipv4Interface): Assumed['tables'] {
  const used = [mainTable, ...tablesInUse(router)];
  const { to } = prefixRange(networkOf(own));
  const names = [...new Set(router.routes.flatMap(({ table, disabled }) => (disabled ? [] : [table])))];
  const open = names.filter(name => !used.includes(name));
  return open.map((name, i) => ({ name, host: printIpv4(to - 1 - i) })).filter(({ host }) => fits(own, host));
}

const fits = (own: Ipv4Interface, host: Ipv4): boolean =>
  ipv4ToNumber(host) > Math.max(prefixRange(networkOf(own)).from, ipv4ToNumber(own.address));

/** A part may leave it to the rest to declare its tables, too. */
const withRules = (router: Router, tables: Assumed['tables']): Router =>
  freeze({
    ...router,
    routingTables: [
      ...router.routingTables,
      ...tables
        .filter(({ name }) => !router.routingTables.some(known => known.name === name))
        .map(({ name }) => makeRoutingTable({ name, implied: true })),
    ],
    routingRules: [
      ...router.routingRules,
      ...tables.map(({ name, host }) => makeRoutingRule({ srcAddress: `${host}/32`, table: name })),
    ],
  });
