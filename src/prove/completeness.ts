import type { FirewallRule, Matcher, Origin } from '../model/index.ts';
import type { Ipv4Prefix } from '../net/index.ts';
import { balanceOf } from '../pcc/index.ts';
import type { Prepared } from '../walk/index.ts';
import type { InvariantName } from './breach.ts';
import { enabledRules } from './classes/bounds.ts';
import type { Doubt } from './search.ts';
import { areAddressesSaid } from './states/uplinks.ts';
import type { NotJudged } from './verdict.ts';

/** What is wrong with a text; say.ts has the sentences. */
type Flaw =
  /** Remainders that no rule takes, that no packet ever has, or that several rules take. */
  | {
      readonly kind: 'missing' | 'impossible' | 'repeated';
      /** `both-addresses:3`. */
      readonly pcc: string;
      readonly remainders: readonly number[];
    }
  /** Packets are marked for a table that holds no active route. */
  | { readonly kind: 'empty-table'; readonly table: string }
  /** Static routes whose gateways are only reached by each other. */
  | { readonly kind: 'route-loop'; readonly destinations: readonly Ipv4Prefix[] }
  /** A static route whose gateway only a route leads to that its target-scope shuts out. */
  | {
      readonly kind: 'scope';
      readonly destination: Ipv4Prefix;
      readonly table: string;
      readonly gateway: string;
      readonly targetScope: number;
      /** The route that leads to the gateway. */
      readonly host: Ipv4Prefix;
      readonly scope: number;
    }
  /** Rules before it take every packet that the rule is meant for. */
  | { readonly kind: 'unreached-pcc' | 'unreached-mark' };

/** An invariant about the text and the routes themselves that does not hold. */
export interface Defect {
  readonly invariant: InvariantName;
  readonly flaw: Flaw;
  readonly origins: readonly Origin[];
}

/** PCC families whose remainders do not cover 0..N-1 once each, and marks whose table holds no active route. */
export function defectsOf(prepared: Prepared): Defect[] {
  return [...pccDefects(prepared), ...tableDefects(prepared)];
}

type Pcc = Extract<Matcher, { readonly kind: 'per-connection-classifier' }>;

interface Member {
  readonly rule: FirewallRule;
  readonly pcc: Pcc;
}

function pccDefects({ router }: Prepared): Defect[] {
  const families = new Map<string, Member[]>();
  for (const rule of enabledRules(router)) {
    const pcc = rule.matchers.find((one): one is Pcc => one.kind === 'per-connection-classifier');
    if (!pcc || pcc.negated || rule.action.kind !== 'mark-connection') continue;
    const key = familyKey(rule, pcc);
    families.set(key, [...(families.get(key) ?? []), { rule, pcc }]);
  }
  return [...families.values()].flatMap(familyDefects);
}

/** Rules of one family differ in the remainder and in the mark only. */
function familyKey({ table, chain, matchers }: FirewallRule, { fields, denominator }: Pcc): string {
  const rest = matchers.filter(({ kind }) => kind !== 'per-connection-classifier');
  return JSON.stringify([table, chain, fields, denominator, rest.map(one => JSON.stringify(one)).sort()]);
}

function familyDefects(members: readonly Member[]): Defect[] {
  const [first] = members;
  if (!first) return [];
  const { fields, denominator } = first.pcc;
  const owners = members.map(({ rule, pcc }) => ({ remainder: pcc.remainder, owner: rule.origin.span.file }));
  const { missing, dead, repeated } = balanceOf(denominator, owners);
  const origins = members.map(({ rule }) => rule.origin);
  const pcc = `${fields}:${denominator}`;
  const kinds = [
    { kind: 'missing', remainders: missing },
    { kind: 'impossible', remainders: dead },
    { kind: 'repeated', remainders: repeated.filter(one => marksOf(members, one) > 1) },
  ] as const;
  return kinds
    .filter(({ remainders }) => remainders.length > 0)
    .map(({ kind, remainders }) => ({
      invariant: 'pcc-is-complete',
      flaw: { kind, pcc, remainders },
      origins,
    }));
}

/** How many marks the rules of a remainder set: the same rule twice changes nothing. */
function marksOf(members: readonly Member[], remainder: number): number {
  const own = members.filter(({ pcc }) => pcc.remainder === remainder);
  return new Set(own.map(({ rule: { action } }) => action.kind === 'mark-connection' && action.mark)).size;
}

function tableDefects(prepared: Prepared): Defect[] {
  return emptyTables(prepared)
    .filter(({ table }) => !whyUnknown(prepared, table))
    .map(({ table, origins }) => ({
      invariant: 'tables-are-live',
      flaw: { kind: 'empty-table', table },
      origins,
    }));
}

/** Tables of which nobody can say whether they are live. */
export function unknownTables(prepared: Prepared): Doubt[] {
  return emptyTables(prepared).flatMap(({ table }) => {
    const why = whyUnknown(prepared, table);
    return why ? [{ invariant: 'tables-are-live' as const, why }] : [];
  });
}

/** Why nobody can say whether a table is live. */
function whyUnknown(prepared: Prepared, table: string): NotJudged | undefined {
  const broken = prepared.router.kept.find(
    ({ origin, reason, text }) =>
      reason === 'not-understood' && /^\/ip route\b/.test(origin.menu) && text.includes(`=${table}`),
  );
  if (broken) return { kind: 'not-understood', table, origin: broken.origin };
  return isUnknown(prepared, table) ? { kind: 'no-address', table } : undefined;
}

/** Tables that packets are marked for and that hold no active route, where no routing rule sends them elsewhere. */
function emptyTables({ router, routing }: Prepared) {
  const isSentOn = (mark: string): boolean =>
    router.routingRules.some(rule => !rule.disabled && rule.routingMark === mark && rule.table !== mark);
  const marking = enabledRules(router).flatMap(({ action, origin }) =>
    action.kind === 'mark-routing' ? [{ table: action.mark, origin }] : [],
  );
  return [...new Set(marking.map(({ table }) => table))]
    .filter(table => table !== 'main' && !routing.isLive(table) && !isSentOn(table))
    .map(table => ({
      table,
      origins: marking.filter(one => one.table === table).map(({ origin }) => origin),
    }));
}

/** A gateway of the table is unresolved, and some WAN has no address but an assumed one that could tell where it lies. */
function isUnknown({ rib, wans, router }: Prepared, table: string): boolean {
  const isUnresolved = rib.routes.some(
    route =>
      route.table === table && !route.disabled && route.gateways.some(({ why }) => why.kind === 'unresolved'),
  );
  return isUnresolved && !areAddressesSaid({ router, wans });
}
