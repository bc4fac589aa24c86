import { meant } from '../../../rsc/index.ts';
import { type OwnChain, ownChains } from '../../ask/firewall/index.ts';
import { respelt } from '../../fix/respelt.ts';
import type { Found, Rule } from '../../rule.ts';

/** A jump to a chain without rules (docs/routeros.md#actions). */
export const jumpNowhere: Rule = {
  id: 'firewall/jump-nowhere',
  level: 'warning',
  title: { en: 'A jump to a chain without rules', id: 'Lompatan ke chain tanpa aturan' },
  why: {
    en: 'The router takes the rule and sends packets to a chain that has nothing for them: they come back and go on, as if the rule were not there.',
    id: 'Router menerima aturan ini dan mengirim paket ke chain yang kosong: paket kembali dan lanjut, seakan aturan ini tidak ada.',
  },
  check({ router }) {
    const chains = ownChains(router);
    const empty = chains.filter(({ rules, jumps }) => rules.length === 0 && jumps.length > 0);
    // A chain with rules to which nothing jumps may be the one that is meant.
    const left = chains.filter(({ rules, jumps }) => rules.length > 0 && jumps.length === 0);
    const nearOf = ({ scope, name }: OwnChain): string | undefined => {
      const isSpelledAlike = (other: OwnChain): boolean =>
        other.rules.length > 0 && other.name.toLowerCase() === name.toLowerCase();
      const candidates = chains.filter(
        other => other.scope === scope && (left.includes(other) || isSpelledAlike(other)),
      );
      return meant(
        name,
        candidates.map(other => other.name),
      );
    };
    const misspelled = empty.filter(chain => nearOf(chain) !== undefined);
    const others = empty.filter(chain => nearOf(chain) === undefined);
    return [...misspelled.map(chain => finding([chain], nearOf(chain))), finding(others)].flat();
  },
};

/** Where no other name is near, the rest of a text, or a program, may fill the chains: one remark. */
function finding(chains: readonly OwnChain[], near?: string): Found[] {
  const jumps = chains.flatMap(chain => chain.jumps);
  const [first, ...more] = jumps.map(({ item }) => item);
  if (!first) return [];
  const names = chains.map(({ name }) => name).join(', ');
  return [
    {
      at: first,
      severity: near === undefined ? 'info' : 'warning',
      what:
        chains.length > 1
          ? {
              en: `The chains ${names}, to which rules jump, have no enabled rule.`,
              id: `Chain ${names} yang dituju lompatan tidak punya aturan aktif.`,
            }
          : {
              en: `The chain ${names}, to which this rule jumps, has no enabled rule.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
              id: `Chain ${names} yang dituju lompatan ini tidak punya aturan aktif.${near === undefined ? '' : ` Maksudnya '${near}'?`}`,
            },
      ...(near !== undefined && { fix: respelt(jumps, near) }),
      do: {
        en: `Correct the name, or add rules of ${names}; ignore this if a program fills them.`,
        id: `Perbaiki namanya, atau tambahkan aturan untuk ${names}; abaikan kalau diisi oleh program lain.`,
      },
      related: more.map(item => ({ at: item, text: { en: 'This one, too.', id: 'Yang ini juga.' } })),
    },
  ];
}
