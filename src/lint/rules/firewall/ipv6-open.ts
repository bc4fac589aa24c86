import type { FirewallRule, PlainItem, Router } from '../../../model/index.ts';
import { listOfJust, portsInWords } from '../../ask/firewall/index.ts';
import { add, type Change, type Mend } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** IPv6 without a rule that drops anything (docs/routeros.md#packet-flow). */
export const ipv6Open: Rule = {
  id: 'firewall/ipv6-open',
  level: 'error',
  title: { en: 'IPv6 is on and its firewall is not', id: 'IPv6 aktif tanpa firewall' },
  why: {
    en: 'Rules of /ip firewall do not see IPv6. Each host gets a public address of its own: there is no NAT that hides anything, and the router and the LAN answer strangers.',
    id: 'Aturan /ip firewall tidak berlaku untuk IPv6. Setiap host punya alamat publik sendiri: tidak ada NAT yang menyembunyikan, router dan LAN menjawab siapa saja.',
  },
  check(subject) {
    const lines = hasIpv6(subject.router) ? linesOf(subject) : [];
    const [first] = lines;
    const open = (['input', 'forward'] as const).filter(chain => !dropsIn(subject.router, chain));
    if (!first || open.length === 0 || isLeftOpen(subject)) return [];
    return [
      {
        at: first,
        what: {
          en: `IPv6 comes from the provider here, and no rule of /ipv6 firewall filter drops anything in chain ${open.join(' and ')}.`,
          id: `IPv6 didapat dari provider di sini, dan tidak ada aturan /ipv6 firewall filter yang membuang paket di chain ${open.join(' dan ')}.`,
        },
        do: {
          en: 'Accept established and related, ICMPv6 and DHCPv6 (UDP 546), then drop what does not come from the LAN, in input and forward of /ipv6 firewall filter.',
          id: 'Terima established dan related, ICMPv6 dan DHCPv6 (UDP 546), lalu buang yang bukan dari LAN, di input dan forward /ipv6 firewall filter.',
        },
        fix: closed(subject, open, [
          ...new Set(lines.map(({ properties }) => properties['interface'] ?? '')),
        ]),
      },
    ];
  },
};

const hasIpv6 = ({ plain }: Router): boolean =>
  !plain.some(({ menu, properties }) => menu === '/ipv6 settings' && properties['disable-ipv6'] === 'yes');

/** By which IPv6 comes from outside: addresses of WANs that are not of the link alone, and clients there. */
const linesOf = ({ router: { plain }, wans }: Subject): PlainItem[] =>
  plain.filter(
    ({ menu, disabled, properties, stated }) =>
      !disabled &&
      stated !== undefined &&
      wans.includes(properties['interface'] ?? '') &&
      (menu === '/ipv6 dhcp-client' ||
        (menu === '/ipv6 address' && !/^fe[89ab]/i.test(properties['address'] ?? ''))),
  );

/** A part that says nothing of its firewall leaves it to the rest. */
const isLeftOpen = ({ router: { firewall }, isPart }: Subject): boolean =>
  isPart && firewall.ipv6.filter.length === 0 && firewall.ipv4.filter.length === 0;

/** Does a chain drop anything but packets without connection? Its jumps may. */
const dropsIn = ({ firewall }: Router, chain: string): boolean =>
  firewall.ipv6.filter.some(
    rule => !rule.disabled && rule.chain === chain && (isDrop(rule) || rule.action.kind === 'jump'),
  ) || firewall.ipv6.raw.some(rule => !rule.disabled && isDrop(rule));

const isDrop = ({ action, matchers }: FirewallRule): boolean =>
  (action.kind === 'drop' || action.kind === 'reject') &&
  !matchers.some(one => one.kind === 'connection-state' && !one.negated && !one.states.includes('new'));

type Chain = 'input' | 'forward';

const accepted: Readonly<Record<Chain, readonly Readonly<Record<string, string>>[]>> = {
  input: [
    { 'connection-state': 'established,related' },
    { protocol: 'icmpv6' },
    { protocol: 'udp', 'dst-port': '546', 'src-address': 'fe80::/10' },
  ],
  forward: [{ 'connection-state': 'established,related' }, { protocol: 'icmpv6' }],
};

/** Answers, ICMPv6 and what DHCPv6 sends come in by these lines, and nothing else; before a rule that would accept all. */
function closed({ router, wans }: Subject, chains: readonly Chain[], lines: readonly string[]): Mend {
  const ports =
    listOfJust(router, lines) === undefined && listOfJust(router, wans) !== undefined
      ? portsInWords(router, 'in', wans)
      : portsInWords(router, 'in', lines);
  return {
    changes: chains.flatMap(chain => {
      const own = router.firewall.ipv6.filter.filter(rule => rule.chain === chain);
      const all = own.find(
        ({ disabled, matchers, action }) => !disabled && matchers.length === 0 && action.kind === 'accept',
      );
      const place = all ? { before: all } : { behind: own.at(-1) };
      const rule = (words: Readonly<Record<string, string>>, action: string): Change =>
        add('/ipv6 firewall filter', { chain, ...words, action }, place);
      return [
        ...accepted[chain].map(words => rule(words, 'accept')),
        ...ports.map(words => rule(words, 'drop')),
      ];
    }),
    isSafe: false,
    note: {
      en: 'What is reached from outside by IPv6 on purpose (a VPN, a server) is shut out: accept it before the drop.',
      id: 'Yang memang diakses dari luar lewat IPv6 (VPN, server) ikut tertutup: terima dulu sebelum drop.',
    },
  };
}
