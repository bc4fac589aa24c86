import { type FirewallRule, type Matcher, mainTable } from '../../model/index.ts';
import { balanceOf } from '../../pcc/index.ts';
import type { Prepared } from '../../walk/index.ts';
import { enabledRules } from '../classes/bounds.ts';
import { markOf } from './connection-marks.ts';
import { crossedMarks, outsOf } from './crossed-marks.ts';
import type { Defect } from './defect.ts';
import { tableDefects } from './tables.ts';
import { unreadMarks, unsetMarks } from './unset-marks.ts';
import { withheldLans } from './withheld.ts';

/**
 * PCC families whose remainders do not cover 0..N-1 once each, marks whose table takes no packet, marks that change the WAN,
 * and marks that nothing sets.
 */
export function defectsOf(prepared: Prepared): Defect[] {
  return [
    ...pccDefects(prepared),
    ...tableDefects(prepared),
    ...crossedMarks(prepared),
    ...unsetMarks(prepared),
    ...unreadMarks(prepared),
    ...withheldLans(prepared),
  ];
}

/**
 * Does what a balance leaves over go by a line of main that no other part of it has? Then it is a part of the balance, as
 * far as the text tells.
 */
export function isRestOfMain(prepared: Prepared, { flaw, origins }: Defect): boolean {
  if (flaw.kind !== 'missing') return false;
  const rules = enabledRules(prepared.router);
  const marks = rules.flatMap(({ action, origin }) =>
    action.kind === 'mark-connection' && origins.includes(origin) ? [action.mark] : [],
  );
  const tables = rules.flatMap(rule =>
    rule.action.kind === 'mark-routing' && marks.includes(markOf(rule) ?? '') ? [rule.action.mark] : [],
  );
  const outs = tables.flatMap(table => outsOf(prepared, table));
  return tables.length > 0 && outsOf(prepared, mainTable).every(out => !outs.includes(out));
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
    // A remainder that no packet has and the one that is missing for it are one mistake.
    { kind: 'missing', remainders: dead.length > 0 ? [] : missing },
    { kind: 'impossible', remainders: dead },
    { kind: 'repeated', remainders: repeated.filter(one => marksOf(members, one) > 1) },
  ] as const;
  return kinds
    .filter(({ remainders }) => remainders.length > 0)
    .map(({ kind, remainders }) => ({
      invariant: 'pcc-is-complete',
      flaw: { kind, pcc, remainders, ...(kind === 'impossible' && missing.length > 0 && { missing }) },
      origins,
    }));
}

/** How many marks the rules of a remainder set: the same rule twice changes nothing. */
function marksOf(members: readonly Member[], remainder: number): number {
  const own = members.filter(({ pcc }) => pcc.remainder === remainder);
  return new Set(own.map(({ rule: { action } }) => action.kind === 'mark-connection' && action.mark)).size;
}
