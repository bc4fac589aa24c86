import {
  askedInside,
  destinationFor,
  type Forward,
  forwardsOf,
  stranger,
} from '../../ask/strangers/index.ts';
import { set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A port forward that takes what the LAN sends to the Internet (docs/routeros.md#packet-flow). */
export const forwardTooWide: Rule = {
  id: 'nat/forward-too-wide',
  level: 'error',
  title: {
    en: 'A port forward takes what the LAN sends out',
    id: 'dst-nat menangkap lalu lintas keluar LAN',
  },
  why: {
    en: 'Without in-interface or dst-address the rule matches every connection to that port, also those of the LAN to hosts of the Internet: they all end at this one host.',
    id: 'Tanpa in-interface atau dst-address, aturan ini cocok dengan semua koneksi ke port itu, termasuk dari LAN ke Internet: semuanya berakhir di satu host ini.',
  },
  check: subject => forwardsOf(subject).flatMap(forward => finding(subject, forward)),
};

function finding(subject: Subject, forward: Forward): Found[] {
  const { rule, to, port } = forward;
  if (rule.chain !== 'dstnat' || destinationFor(rule) !== undefined || isForDns(forward)) return [];
  // A rule for some hosts of the LAN, or for one of its ports, is written for what they send.
  if (rule.matchers.some(one => isOfTheLan(subject, one))) return [];
  const [example] = subject.lans.flatMap(lan => askedInside(subject, forward, lan, stranger) ?? []);
  if (!example) return [];
  return [
    {
      at: rule,
      what: {
        en: `What the LAN sends to any host of the Internet at port ${port} goes to ${to}.`,
        id: `Semua yang dikirim LAN ke host Internet mana pun di port ${port} pergi ke ${to}.`,
      },
      do: {
        en: 'Add in-interface-list with the WANs, or dst-address-type=local to keep it working from inside.',
        id: 'Tambahkan in-interface-list berisi WAN, atau dst-address-type=local supaya tetap bisa dipakai dari dalam.',
      },
      fix: {
        changes: [set(rule, 'dst-address-type', 'local')],
        isSafe: false,
        note: {
          en: 'Addresses that are forwarded here and that the router does not have itself need dst-address instead.',
          id: 'Alamat yang diteruskan di sini tetapi tidak dimiliki router memerlukan dst-address.',
        },
      },
      counterExample: { prepared: subject.well, packet: example.packet, trace: example },
    },
  ];
}

/** To send all questions for names to one resolver is what people mean by that. */
const isForDns = ({ port }: Forward): boolean => port === 53 || port === 853 || port === 123;

const isOfTheLan = ({ lans }: Subject, one: Forward['rule']['matchers'][number]): boolean =>
  one.kind === 'src-address' ||
  one.kind === 'src-address-list' ||
  one.kind === 'src-mac-address' ||
  (one.kind === 'in-interface' && !one.negated && lans.includes(one.interface)) ||
  (one.kind === 'in-interface-list' && !one.negated);
