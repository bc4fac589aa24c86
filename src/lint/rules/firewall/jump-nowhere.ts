import { didYouMean } from '../../../rsc/index.ts';
import { ownChains } from '../../ask/chains.ts';
import type { Rule } from '../../rule.ts';

/** A jump to a chain without rules (docs/routeros.md#actions). */
export const jumpNowhere: Rule = {
  id: 'firewall/jump-nowhere',
  level: 'warning',
  title: { en: 'A jump to a chain without rules', id: 'Lompatan ke chain tanpa aturan' },
  why: {
    en: 'The router takes the rule and sends packets to a chain that has nothing for them: they come back and go on, as if the rule were not there.',
    id: 'Router menerima aturan ini dan mengirim paket ke chain yang kosong: paket kembali dan lanjut, seakan aturan ini tidak ada.',
  },
  check({ router, isPart }) {
    const chains = ownChains(router);
    const filled = chains.filter(({ rules }) => rules.length > 0);
    return chains.flatMap(({ name, scope, rules, jumps: [first, ...more] }) => {
      if (!first || rules.length > 0) return [];
      const near = filled.filter(other => other.scope === scope).map(other => other.name);
      return {
        at: first.item,
        severity: isPart && !isNear(near, name) ? 'info' : 'warning',
        what: {
          en: `The chain ${name}, to which this rule jumps, has no enabled rule.${didYouMean(name, near)}`,
          id: `Chain ${name} yang dituju lompatan ini tidak punya aturan aktif.`,
        },
        do: {
          en: `Correct the name, or add the rules of the chain ${name}.`,
          id: `Perbaiki namanya, atau tambahkan aturan untuk chain ${name}.`,
        },
        related: more.map(({ item }) => ({
          at: item,
          text: { en: 'This one, too.', id: 'Yang ini juga.' },
        })),
      };
    });
  },
};

const isNear = (names: readonly string[], name: string): boolean => didYouMean(name, names) !== '';
