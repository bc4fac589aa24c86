import {
  type AddressMatch,
  type FirewallRule,
  isIpv4Match,
  networkReached,
  type Router,
} from '../../../model/index.ts';
import { type Ipv4Prefix, ipv4ToNumber, prefixRange } from '../../../net/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { rangeOf } from '../../../walk/index.ts';
import type { Found, Rule } from '../../rule.ts';

/** A filter rule of input for another host, or of forward for the router itself (docs/routeros.md#packet-flow). */
export const otherChain: Rule = {
  id: 'firewall/other-chain',
  level: 'warning',
  title: { en: 'A filter rule in the wrong chain', id: 'Aturan filter di chain yang salah' },
  why: {
    en: 'chain=input sees what is for the router itself, chain=forward what goes through it. The address that a filter rule sees is the one behind dst-nat: a port forward passes forward.',
    id: 'chain=input melihat paket untuk router sendiri, chain=forward paket yang lewat. Alamat yang dilihat filter adalah alamat sesudah dst-nat: port yang diteruskan melewati forward.',
  },
  check: ({ router }) => enabledRules(router).flatMap(rule => finding(router, rule)),
};

function finding(router: Router, rule: FirewallRule): Found[] {
  const { table, chain, matchers } = rule;
  if (table !== 'filter' || (chain !== 'input' && chain !== 'forward')) return [];
  const asked = matchers.find(one => one.kind === 'dst-address' && !one.negated);
  if (asked?.kind !== 'dst-address') return [];
  const host = hostIn(asked.address);
  if (host === undefined) return [];
  const isOwn = router.addresses.some(
    ({ address, disabled }) => !disabled && ipv4ToNumber(address.address) === host,
  );
  const isWrong = chain === 'input' ? !isOwn && isHostInside(router, host) : isOwn;
  if (!isWrong) return [];
  const other = chain === 'input' ? 'forward' : 'input';
  return [
    {
      at: rule,
      isLikely: true,
      what:
        chain === 'input'
          ? {
              en: 'No packet matches this rule of chain input: its destination is another host, not the router.',
              id: 'Tidak ada paket yang cocok dengan aturan chain input ini: tujuannya host lain, bukan router.',
            }
          : {
              en: 'No packet matches this rule of chain forward: its destination is the router itself.',
              id: 'Tidak ada paket yang cocok dengan aturan chain forward ini: tujuannya router itu sendiri.',
            },
      do: { en: `Write chain=${other}.`, id: `Tulis chain=${other}.` },
    },
  ];
}

/** The only address that it matches. */
function hostIn(address: AddressMatch): number | undefined {
  const range = isIpv4Match(address) ? rangeOf(address) : undefined;
  return range && range.from === range.to ? range.from : undefined;
}

/** In a network that the text states, and neither its own nor its broadcast address. */
const isHostInside = ({ addresses }: Router, host: number): boolean =>
  addresses.some(item => {
    const network: Ipv4Prefix = networkReached(item);
    const { from, to } = prefixRange(network);
    return !item.disabled && host > from && host < to;
  });
