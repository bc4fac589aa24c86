import { type FirewallRule, membersOf, type Router, rolesOf } from '../../../model/index.ts';
import type { Rule } from '../../rule.ts';

/** The input chain of IPv6 drops what IPv6 cannot do without (docs/routeros.md#packet-flow). */
export const icmpv6Dropped: Rule = {
  id: 'firewall/icmpv6-dropped',
  level: 'error',
  title: { en: 'ICMPv6 is dropped', id: 'ICMPv6 dibuang' },
  why: {
    en: 'IPv6 finds its neighbours, its routers and the size of packets by ICMPv6 (RFC 4890). Where that is dropped the line loses IPv6 within minutes.',
    id: 'IPv6 menemukan tetangga, router dan ukuran paket lewat ICMPv6 (RFC 4890). Kalau dibuang, IPv6 putus dalam hitungan menit.',
  },
  check({ router }) {
    const input = router.firewall.ipv6.filter.filter(({ chain, disabled }) => chain === 'input' && !disabled);
    const at = input.findIndex(rule => dropsAll(router, rule));
    const rule = input[at];
    if (!rule || input.slice(0, at).some(letsIcmpIn)) return [];
    return [
      {
        at: rule,
        what: {
          en: 'This rule drops ICMPv6 from the WAN: no rule before it accepts that.',
          id: 'Aturan ini membuang ICMPv6 dari WAN: tidak ada aturan sebelumnya yang menerimanya.',
        },
        do: {
          en: 'Put before it: add chain=input protocol=icmpv6 action=accept, and for DHCPv6 add chain=input protocol=udp dst-port=546 src-address=fe80::/10 action=accept',
          id: 'Letakkan sebelum itu: add chain=input protocol=icmpv6 action=accept, dan untuk DHCPv6 add chain=input protocol=udp dst-port=546 src-address=fe80::/10 action=accept',
        },
      },
    ];
  },
};

/** Does it drop all that comes by a WAN? */
function dropsAll(router: Router, { action, matchers }: FirewallRule): boolean {
  if (action.kind !== 'drop' && action.kind !== 'reject') return false;
  const { wans } = rolesOf(router);
  return matchers.every(one => {
    if (one.kind === 'in-interface') return wans.includes(one.interface) !== one.negated;
    if (one.kind !== 'in-interface-list') return false;
    return wans.some(wan => membersOf(router, one.list).includes(wan) !== one.negated);
  });
}

/** It may let some of it in: what it asks for beside the protocol is not looked at. */
const letsIcmpIn = ({ action, matchers }: FirewallRule): boolean =>
  action.kind === 'jump' ||
  (action.kind === 'accept' &&
    matchers.every(one => one.kind !== 'connection-state' || one.states.includes('new')) &&
    matchers.every(one => one.kind !== 'protocol' || /^(?:icmpv6|58)$/.test(one.protocol) !== one.negated));
