import { printPorts } from '../../../net/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import type { Rule } from '../../rule.ts';

/** A port forward that asks for the port of the client (docs/routeros.md#matchers). */
export const forwardBySource: Rule = {
  id: 'nat/forward-by-source',
  level: 'warning',
  title: {
    en: 'A port forward asks for the port of the client',
    id: 'dst-nat meminta port milik klien',
  },
  why: {
    en: 'src-port is the port that a client sends from, which it draws by lot: hardly any connection matches. The port of the service is dst-port.',
    id: 'src-port adalah port asal klien, yang dipilih acak: hampir tidak ada koneksi yang cocok. Port layanan adalah dst-port.',
  },
  check: ({ router }) =>
    enabledRules(router).flatMap(rule => {
      const { action, matchers } = rule;
      const asked = matchers.find(one => one.kind === 'src-port');
      const names = matchers.some(({ kind }) => kind === 'dst-port' || kind === 'port');
      if ((action.kind !== 'dst-nat' && action.kind !== 'redirect') || !asked || asked.negated || names)
        return [];
      const ports = printPorts(asked.ports);
      return {
        at: rule,
        isLikely: true,
        what: {
          en: `This rule takes what clients send from port ${ports}, not what they send to it.`,
          id: `Aturan ini mengambil yang dikirim klien dari port ${ports}, bukan yang dikirim ke port itu.`,
        },
        do: { en: `Write dst-port=${ports}.`, id: `Tulis dst-port=${ports}.` },
      };
    }),
};
