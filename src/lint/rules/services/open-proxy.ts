import { type StatedItem, statedItems } from '../../../model/index.ts';
import { letIn } from '../../ask/strangers/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A proxy that strangers reach (docs/routeros.md#management-services). */
export const openProxy: Rule = {
  id: 'services/open-proxy',
  level: 'error',
  title: { en: `A proxy that is open to the Internet`, id: `Proxy terbuka ke Internet` },
  why: {
    en: `Anybody can reach any host as if from this router: spammers and attackers find open proxies within hours and work by them.`,
    id: `Siapa saja bisa mengakses host mana pun atas nama router ini: penyalahguna menemukan proxy terbuka dalam hitungan jam.`,
  },
  check(subject) {
    if (subject.isPart && !subject.router.firewall.ipv4.filter.some(({ chain }) => chain === 'input'))
      return [];
    return statedItems(subject.router, /^\/ip (?:proxy|socks)$/).flatMap(item => {
      if (item.properties['enabled'] !== 'yes') return [];
      const port = portOf(item);
      const [knock] = Number.isInteger(port) ? letIn(subject, 'tcp', port) : [];
      if (!knock || hasAccessList(subject, item)) return [];
      return {
        at: item,
        what: {
          en: `Anybody can use this proxy at port ${port} by ${knock.wan}.`,
          id: `Siapa saja bisa memakai proxy ini di port ${port} lewat ${knock.wan}.`,
        },
        do: {
          en: 'Drop its port in chain=input from the WANs, or turn it off.',
          id: 'Buang port-nya di chain=input dari WAN, atau matikan.',
        },
        counterExample: { prepared: subject.well, packet: knock.packet, trace: knock.trace },
      };
    });
  },
};

const portOf = ({ menu, properties }: StatedItem): number =>
  Number((properties['port'] ?? (menu === '/ip socks' ? '1080' : '8080')).split(',')[0]);

/** Who may use it is said there. */
const hasAccessList = ({ router: { kept } }: Subject, { menu }: StatedItem): boolean =>
  kept.some(({ origin }) => origin.menu === `${menu} access`);
