import { type FirewallRule, type Named, type Router, rulesOf } from '../../model/index.ts';
import { emptyLists, missingInterfaceLists } from '../../rsc/index.ts';
import type { Diagnostic } from '../../text/index.ts';

/** Rules that let through or keep out: for them it matters most whom a list names. */
const judging: ReadonlySet<FirewallRule['action']['kind']> = new Set(['accept', 'drop', 'reject', 'tarpit']);

/** Enabled rules by lists that nothing fills or makes: on Linux these match nobody, or with `!` everybody. */
export function unknownLists(router: Router): Diagnostic[] {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  const judges = rules.filter(({ action }) => judging.has(action.kind));
  return [
    ...usesOf(emptyLists(router), judges).map(one =>
      finding('linux/address-list', one, 'Nothing here fills the address list'),
    ),
    ...usesOf(missingInterfaceLists(router), rules).map(one =>
      finding('linux/interface-list', one, 'Nothing here makes the interface list'),
    ),
  ];
}

interface Use {
  readonly name: string;
  readonly rule: FirewallRule;
}

function usesOf(names: readonly Named[], rules: readonly FirewallRule[]): Use[] {
  return names.flatMap(({ name, uses }) =>
    rules.filter(rule => uses.some(({ item }) => item === rule)).map(rule => ({ name, rule })),
  );
}

const finding = (id: string, { name, rule }: Use, what: string): Diagnostic => ({
  id,
  severity: 'error',
  what: `${what} '${name}', by which this rule of ${rule.table} goes.`,
  why: 'With a mistyped name it would keep out nobody, or with `!` everybody.',
  do: 'Correct the name, fill the list, or disable the rule.',
  span: rule.origin.span,
});
