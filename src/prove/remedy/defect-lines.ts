import {
  type FirewallRule,
  type Matcher,
  mainTable,
  networkReached,
  type Router,
  rolesOf,
} from '../../model/index.ts';
import { isDefault, isIpv4, prefixContains } from '../../net/index.ts';
import { newState, type Prepared, walk } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import { somePacketClasses } from '../classes/classes.ts';
import { arrivalsOf, markersOf, markOf } from '../defects/connection-marks.ts';
import type { Defect } from '../defects/defect.ts';
import { quoted } from '../invariants/transit.ts';

/** RouterOS lines that may mend what is wrong with a text itself; none where no remedy is known. */
export function linesForDefect({ flaw, origins }: Defect, prepared: Prepared): string[] {
  switch (flaw.kind) {
    case 'empty-table':
      return tableWithRoute(prepared, flaw.table);
    case 'crossed-marks':
      return uncrossed(prepared, flaw);
    case 'missing':
    case 'impossible':
    case 'repeated':
      return withRemainders(prepared, flaw.pcc, origins);
    case 'scope':
      return withScopes(prepared, flaw);
    case 'unreached-pcc':
      return behind(prepared, origins);
    default:
      return [];
  }
}

/** A default route for a table, by the WAN whose connections are marked for it. */
function tableWithRoute({ router, rib, setup }: Prepared, table: string): string[] {
  const wan = lineMarkedFor(router, table);
  const main = rib.routes.find(
    ({ destination, table: of, gateways }) =>
      of === mainTable &&
      isDefault(destination) &&
      gateways.some(({ nextHops }) => nextHops.some(hop => hop.interface === wan)),
  );
  const gateway = main?.gateways[0]?.text ?? '';
  // By which line an address is reached may only be assumed: then nobody knows that it is the gateway of that WAN.
  if (!isStatedOn(router, wan, gateway)) return [];
  const isStated = rib.routes.some(
    route => route.table === table && !route.disabled && isDefault(route.destination),
  );
  if (main?.source !== 'static' || isStated || !/^[\w.-]+$/.test(gateway)) return [];
  const { routeTableProperty, impliedTables } = setup.semantics;
  const isKnown = impliedTables || router.routingTables.some(({ name }) => name === table);
  return [
    ...(isKnown ? [] : [`/routing table add name=${quoted(table)} fib`]),
    `/ip route add dst-address=0.0.0.0/0 gateway=${gateway} ${routeTableProperty}=${quoted(table)} check-gateway=ping`,
  ];
}

type CrossedMarks = Extract<Defect['flaw'], { readonly kind: 'crossed-marks' }>;

/** Where nothing marks what comes in by the WAN of the table, the rule that marks names a wrong port; else the table is wrong. */
function uncrossed(prepared: Prepared, flaw: CrossedMarks): string[] {
  const { router } = prepared;
  const [out, ...others] = flaw.outs;
  const isMarked = enabledRules(router).some(
    rule => rule.action.kind === 'mark-connection' && arrivalsOf(router, rule).includes(out ?? ''),
  );
  if (isMarked || out === undefined || others.length > 0) return toOwnTable(prepared, flaw);
  const place = `[find in-interface=${quoted(flaw.wan)} new-connection-mark=${quoted(flaw.mark)}]`;
  return [`/ip firewall mangle set ${place} in-interface=${quoted(out)}`];
}

/** The mark goes to the one table that leads out by the WAN where its connections come in. */
function toOwnTable({ rib }: Prepared, { mark, wan, table }: CrossedMarks): string[] {
  const own = rib.routes.filter(
    route =>
      route.active &&
      route.table !== mainTable &&
      isDefault(route.destination) &&
      route.gateways.every(({ nextHops }) => nextHops.every(hop => hop.interface === wan)),
  );
  const [only, ...others] = new Set(own.map(route => route.table));
  if (only === undefined || others.length > 0) return [];
  const place = `[find connection-mark=${quoted(mark)} new-routing-mark=${quoted(table)}]`;
  return [`/ip firewall mangle set ${place} new-routing-mark=${quoted(only)}`];
}

const isStatedOn = ({ addresses }: Router, wan: string | undefined, gateway: string): boolean =>
  !isIpv4(gateway) ||
  addresses.some(
    item => item.interface === wan && !item.disabled && prefixContains(networkReached(item), gateway),
  );

/** The WAN that connections come in by which are marked for a table. */
export function lineMarkedFor(router: Router, table: string): string | undefined {
  const marks = enabledRules(router).flatMap(rule =>
    rule.action.kind === 'mark-routing' && rule.action.mark === table ? (markOf(rule) ?? []) : [],
  );
  const { wans } = rolesOf(router);
  const arriving = marks
    .flatMap(mark => markersOf(router, mark).flatMap(rule => arrivalsOf(router, rule)))
    .filter(name => wans.includes(name));
  const [only, ...others] = new Set(arriving);
  return others.length === 0 ? only : undefined;
}

type Pcc = Extract<Matcher, { readonly kind: 'per-connection-classifier' }>;

/** Rules whose remainder another one has, or no packet has, get those that no rule has; what is left of them goes. */
function withRemainders({ router }: Prepared, pcc: string, origins: Defect['origins']): string[] {
  const members = enabledRules(router).flatMap(rule => {
    const balance = rule.matchers.find((one): one is Pcc => one.kind === 'per-connection-classifier');
    return balance && origins.includes(rule.origin) ? [{ rule, balance }] : [];
  });
  const denominator = members[0]?.balance.denominator ?? 0;
  const missing = Array.from({ length: denominator }, (_, i) => i).filter(
    i => !members.some(({ balance }) => balance.remainder === i),
  );
  const idle = members.filter(
    ({ balance }, i) =>
      balance.remainder >= denominator ||
      members.findIndex(other => other.balance.remainder === balance.remainder) < i,
  );
  return idle.flatMap(({ rule, balance }, i) => {
    if (rule.action.kind !== 'mark-connection') return [];
    const place = `[find per-connection-classifier=${pcc}/${balance.remainder} new-connection-mark=${quoted(rule.action.mark)}]`;
    const remainder = missing[i];
    return remainder === undefined
      ? [`/ip firewall mangle remove ${place}`]
      : [`/ip firewall mangle set ${place} per-connection-classifier=${pcc}/${remainder}`];
  });
}

/** The route to the gateway gets the scope of a connected one, and the other a target-scope that takes it. */
function withScopes(
  { setup }: Prepared,
  { host, gateway, destination }: Extract<Defect['flaw'], { readonly kind: 'scope' }>,
): string[] {
  const target = setup.semantics.scopeLift ? 11 : 10;
  return [
    `/ip route set [find dst-address=${host}] scope=10`,
    `/ip route set [find dst-address=${destination} gateway=${gateway}] target-scope=${target}`,
  ];
}

/** The rule that takes all packets before, moved behind all others. */
function behind(prepared: Prepared, origins: Defect['origins']): string[] {
  const { mangle } = prepared.router.firewall.ipv4;
  const last = mangle.findIndex(({ origin }) => origins.includes(origin));
  const { classes } = somePacketClasses(prepared, 20, direction => direction === 'lan-to-internet');
  const blocking = classes
    .flatMap(({ packet }) => walk(prepared, newState(8), packet).steps)
    .flatMap(step => (step.kind === 'rule' ? [step.rule] : []))
    .findLast(
      rule => rule.action.kind === 'accept' && mangle.indexOf(rule) >= 0 && mangle.indexOf(rule) < last,
    );
  const words = blocking && wordsOf(blocking);
  return words === undefined ? [] : [`/ip firewall mangle move [find ${words.join(' ')}]`];
}

/** How an accept rule is found; undefined: not by the conditions that are written here. */
function wordsOf({ chain, matchers }: FirewallRule): string[] | undefined {
  const words = matchers.map(matcher => {
    const not = matcher.negated ? '!' : '';
    switch (matcher.kind) {
      case 'in-interface':
        return `in-interface=${not}${quoted(matcher.interface)}`;
      case 'in-interface-list':
      case 'src-address-list':
      case 'dst-address-list':
        return `${matcher.kind}=${not}${quoted(matcher.list)}`;
      default:
        return undefined;
    }
  });
  const known = words.flatMap(word => word ?? []);
  return known.length < words.length ? undefined : [`chain=${chain}`, 'action=accept', ...known];
}
