import { type FirewallRule, type Named, type Router, rulesOf } from '../../model/index.ts';
import { emptyLists, missingInterfaceLists } from '../../rsc/index.ts';
import type { Said } from '../../text/index.ts';
import type { Placed } from './placed.ts';

/** Rules that let through or keep out: for them it matters most whom a list names. */
const judging: ReadonlySet<FirewallRule['action']['kind']> = new Set(['accept', 'drop', 'reject', 'tarpit']);

/** Enabled rules by lists that nothing fills or makes: on Linux these match nobody, or with `!` everybody. */
export function unknownLists(router: Router): Placed[] {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  const judges = rules.filter(({ action }) => judging.has(action.kind));
  return [
    ...usesOf(emptyLists(router), judges).map(one =>
      finding('linux/address-list', one, {
        en: 'Nothing here fills the address list',
        id: 'Tidak ada yang mengisi address list',
      }),
    ),
    ...usesOf(missingInterfaceLists(router), rules).map(one =>
      finding('linux/interface-list', one, {
        en: 'Nothing here makes the interface list',
        id: 'Tidak ada yang membuat interface list',
      }),
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

const finding = (id: string, { name, rule }: Use, what: Said): Placed => ({
  finding: {
    id,
    severity: 'error',
    what: {
      en: `${what.en} '${name}', by which this rule of ${rule.table} goes.`,
      id: `${what.id} '${name}', yang dipakai aturan ${rule.table} ini.`,
    },
    why: {
      en: 'With a mistyped name it would keep out nobody, or with `!` everybody.',
      id: 'Bila namanya salah ketik, tidak ada yang ditahan, atau dengan `!` semuanya.',
    },
    do: {
      en: 'Correct the name, fill the list, or disable the rule.',
      id: 'Perbaiki namanya, isi list-nya, atau nonaktifkan aturannya.',
    },
  },
  span: rule.origin.span,
});
