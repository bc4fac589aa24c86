import { letIn } from '../../ask/strangers/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** The bandwidth server answers strangers without a password (docs/routeros.md#management-services). */
export const bandwidthTestOpen: Rule = {
  id: 'services/bandwidth-test-open',
  level: 'warning',
  title: { en: `The bandwidth server is open to the Internet`, id: `Bandwidth server terbuka ke Internet` },
  why: {
    en: `Anybody can fill the line, for as long as he likes.`,
    id: `Siapa saja bisa memenuhi jalur selama yang ia mau.`,
  },
  check(subject) {
    const setting = subject.router.plain.find(
      ({ menu, stated }) => menu === '/tool bandwidth-server' && stated,
    );
    if (setting?.properties['authenticate'] !== 'no' || setting.properties['enabled'] === 'no') return [];
    const hasInput = subject.router.firewall.ipv4.filter.some(({ chain }) => chain === 'input');
    const [knock] = hasInput || !subject.isPart ? letIn(subject, 'tcp', 2000) : [];
    if (!knock) return [];
    return [
      {
        at: setting,
        what: {
          en: `Anybody can start a bandwidth test by ${knock.wan}: authenticate is off.`,
          id: `Siapa saja bisa memulai bandwidth test lewat ${knock.wan}: authenticate mati.`,
        },
        do: {
          en: 'Use /tool bandwidth-server set enabled=no.',
          id: 'Pakai /tool bandwidth-server set enabled=no.',
        },
        fix: {
          changes: [set(setting, 'enabled', 'no')],
          isSafe: false,
          note: {
            en: 'Tests against this router, also your own, fail from then on.',
            id: 'Tes ke router ini, juga tes sendiri, lalu gagal.',
          },
        },
        counterExample: { prepared: subject.well, packet: knock.packet, trace: knock.trace },
      },
    ];
  },
};
