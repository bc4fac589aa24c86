import { mainTable, type Router, statedItems, wordsOf } from '../../../model/index.ts';
import { letIn } from '../../ask/strangers/index.ts';
import type { Rule } from '../../rule.ts';

/** SNMP with the community that everybody knows (docs/routeros.md#management-services). */
export const snmpPublic: Rule = {
  id: 'services/snmp-public',
  level: 'error',
  title: { en: `SNMP answers to the community public`, id: `SNMP menjawab community public` },
  why: {
    en: `Anybody who reaches the router reads its addresses, interfaces, neighbours and traffic; from outside it also serves to flood others with answers.`,
    id: `Siapa saja yang mencapai router bisa membaca alamat, interface, tetangga dan trafiknya; dari luar juga bisa dipakai membanjiri korban.`,
  },
  check(subject) {
    const [setting] = statedItems(subject.router, /^\/snmp$/);
    if (setting?.properties['enabled'] !== 'yes' || !isPublic(subject.router)) return [];
    const hasInput = subject.router.firewall.ipv4.filter.some(({ chain }) => chain === 'input');
    const [knock] =
      hasInput || !subject.isPart ? letIn(subject, 'udp', 161, setting.properties['vrf'] ?? mainTable) : [];
    return [
      {
        at: setting,
        severity: knock ? 'error' : 'info',
        what: knock
          ? {
              en: `Anybody reads this router by SNMP with the community public, by ${knock.wan}.`,
              id: `Siapa saja bisa membaca router ini lewat SNMP dengan community public, lewat ${knock.wan}.`,
            }
          : {
              en: 'Hosts inside read this router by SNMP with the community public.',
              id: 'Host di dalam bisa membaca router ini lewat SNMP dengan community public.',
            },
        do: {
          en: 'Limit it: /snmp community set [find default=yes] name=<secret> addresses=<network of the monitor>',
          id: 'Batasi: /snmp community set [find default=yes] name=<rahasia> addresses=<jaringan monitor>',
        },
        counterExample: knock && { prepared: subject.well, packet: knock.packet, trace: knock.trace },
      },
    ];
  },
};

/** The community from the factory, neither renamed nor limited nor turned off. */
const isPublic = ({ kept }: Router): boolean =>
  !kept.some(statement => {
    const words = wordsOf(statement);
    const isSet = statement.origin.menu === '/snmp community' && words.has('set');
    return isSet && ['name', 'addresses', 'read-access', 'disabled'].some(word => words.has(word));
  });
