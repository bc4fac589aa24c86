import { printPorts } from '../../../net/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { portsOf } from '../../ask/strangers/index.ts';
import type { Rule } from '../../rule.ts';

/** Several ports are forwarded to one (docs/routeros.md#actions). */
export const portsMerged: Rule = {
  id: 'nat/ports-merged',
  level: 'warning',
  title: { en: 'Several ports forwarded to one', id: 'Beberapa port diteruskan ke satu port' },
  why: {
    en: 'to-ports replaces the port, whatever it was: all ports of the rule arrive at the same service.',
    id: 'to-ports mengganti port, apa pun asalnya: semua port aturan ini tiba di layanan yang sama.',
  },
  check: ({ router }) =>
    enabledRules(router).flatMap(rule => {
      const { action } = rule;
      const to = action.kind === 'dst-nat' ? action.toPorts : undefined;
      const ports = portsOf(rule);
      const isSeveral = ports.length > 1 || ports.some(port => port.from !== port.to);
      if (!to || to.from !== to.to || !isSeveral) return [];
      return {
        at: rule,
        what: {
          en: `The ports ${printPorts(ports)} all arrive at port ${to.from}.`,
          id: `Port ${printPorts(ports)} semuanya tiba di port ${to.from}.`,
        },
        do: {
          en: 'Leave to-ports out, so that each port stays what it is, or write a rule for each.',
          id: 'Hilangkan to-ports supaya setiap port tetap, atau tulis satu aturan untuk setiap port.',
        },
      };
    }),
};
