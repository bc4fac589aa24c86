import type { Mention } from '../../../model/index.ts';
import { homeOf, isEntered, jumpMeant, type OwnChain, ownChains } from '../../ask/firewall/index.ts';
import type { Found, Rule } from '../../rule.ts';

/** Rules of a chain to which nothing jumps (docs/routeros.md#packet-flow). */
export const chainUnused: Rule = {
  id: 'firewall/chain-unused',
  level: 'error',
  title: { en: 'A chain to which no rule jumps', id: 'Chain yang tidak pernah dilompati' },
  why: {
    en: 'Packets enter the built-in chains only. Rules of another chain act where a rule with action=jump sends packets there: these never do.',
    id: 'Paket hanya masuk ke chain bawaan. Aturan di chain lain bekerja kalau ada action=jump ke sana: aturan ini tidak pernah bekerja.',
  },
  check: ({ router, isPart }) =>
    ownChains(router).flatMap(chain => {
      const [first, ...more] = chain.rules;
      const home = homeOf(chain);
      if (!first || chain.jumps.length > 0) return [];
      if (home === undefined && isPart && !isEntered(router, chain)) return [];
      return finding(chain, first, more.length + 1, home, jumpMeant(router, chain));
    }),
};

function finding(
  { name, scope }: OwnChain,
  { item }: Mention,
  count: number,
  home: string | undefined,
  jump: OwnChain | undefined,
): Found {
  const table = scope.split(' ').at(-1) ?? '';
  const rules = count === 1 ? 'its rule does' : `its ${count} rules do`;
  if (home === undefined)
    return {
      at: item,
      severity: 'warning',
      what: {
        en: `No rule jumps to the chain ${name}: ${rules} nothing.${jump ? ` A jump to ${jump.name} finds no rule: is ${name} meant?` : ''}`,
        id: `Tidak ada aturan yang melompat ke chain ${name}: ${count} aturannya tidak berpengaruh.${jump ? ` Lompatan ke ${jump.name} tidak menemukan aturan: apakah maksudnya ${name}?` : ''}`,
      },
      related: jump
        ? jump.jumps.map(one => ({ at: one.item, text: { en: 'The jump.', id: 'Lompatannya.' } }))
        : [],
      do: {
        en: `Add a rule with action=jump jump-target=${name}, or correct the name of the chain.`,
        id: `Tambahkan aturan action=jump jump-target=${name}, atau perbaiki nama chain-nya.`,
      },
    };
  return {
    at: item,
    severity: 'error',
    what: {
      en: `No packet enters a chain ${name} in ${table}, it is a chain of ${home}: ${rules} nothing.`,
      id: `Tidak ada paket yang masuk chain ${name} di ${table}, chain itu milik ${home}: ${count} aturannya tidak berpengaruh.`,
    },
    do: { en: `Move the rule to ${home}.`, id: `Pindahkan aturan ini ke ${home}.` },
  };
}
