import type { FirewallRule, Matcher, Origin } from '../model/index.ts';
import { balanceOf } from '../pcc/index.ts';
import type { Prepared } from '../walk/index.ts';
import { enabledRules } from './bounds.ts';
import type { InvariantName } from './invariants.ts';

/** An invariant about the text and the routes themselves that does not hold. */
export interface Defect {
  readonly invariant: InvariantName;
  readonly sentence: string;
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
  const say = (remainders: readonly number[], what: string): Defect[] =>
    remainders.length === 0
      ? []
      : [
          {
            invariant: 'pcc-is-complete',
            sentence: `${fields}:${denominator}: ${what} ${remainders.join(', ')}.`,
            origins,
          },
        ];
  return [
    ...say(missing, 'no rule takes remainder'),
    ...say(dead, 'no packet ever has remainder'),
    ...say(repeated, 'more than one rule takes remainder'),
  ];
}

function tableDefects({ router, routing }: Prepared): Defect[] {
  const marking = enabledRules(router).flatMap(({ action, origin }) =>
    action.kind === 'mark-routing' ? [{ table: action.mark, origin }] : [],
  );
  const tables = [...new Set(marking.map(({ table }) => table))];
  return tables
    .filter(table => table !== 'main' && !routing.isLive(table))
    .map(table => ({
      invariant: 'tables-are-live',
      sentence: `Packets are marked for table ${table}, which holds no active route: they go where main sends them.`,
      origins: marking.filter(one => one.table === table).map(({ origin }) => origin),
    }));
}
