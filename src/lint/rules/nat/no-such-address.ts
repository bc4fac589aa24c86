import { type FirewallRule, membersOf, type Router } from '../../../model/index.ts';
import {
  type Ipv4,
  type Ipv4Interface,
  ipv4ToNumber,
  isPrivateNetwork,
  networkOf,
  prefixRange,
  printIpv4,
} from '../../../net/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import { rangeOf } from '../../../walk/index.ts';
import type { Found, Rule, Said } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** NAT for an address in the network of a WAN that the router does not have (docs/routeros.md#addresses-of-nat). */
export const noSuchAddress: Rule = {
  id: 'nat/no-such-address',
  level: 'warning',
  title: {
    en: 'NAT for an address that no port has',
    id: 'NAT untuk alamat yang tidak ada di port mana pun',
  },
  why: {
    en: 'The router answers ARP for its own addresses alone, and NAT adds none: the provider finds nobody with that address, so nothing arrives for it.',
    id: 'Router hanya menjawab ARP untuk alamatnya sendiri, dan NAT tidak menambah alamat: provider tidak menemukan pemilik alamat itu, jadi tidak ada paket yang sampai.',
  },
  check: subject => enabledRules(subject.router).flatMap(rule => finding(subject, rule)),
};

/** Where the address lies. */
type Lies =
  | { readonly kind: 'in-network'; readonly wan: string }
  /** In no network at all: only a provider who routes it here makes it arrive. */
  | { readonly kind: 'nowhere'; readonly wan: string };

function finding(subject: Subject, rule: FirewallRule): Found[] {
  const range = rangeIn(rule);
  const isOne = range !== undefined && range.from === range.to;
  const nobodys = someOf(range).filter(one => isNobodys(subject, one));
  const [found] = nobodys.flatMap(one => {
    const at = whereLies(subject, rule, one);
    // A network that is routed here needs no address on a port.
    return at && (isOne || at.kind === 'in-network') ? [{ address: one, lies: at }] : [];
  });
  if (!found) return [];
  const { address, lies } = found;
  return [
    {
      at: rule,
      severity:
        lies.kind === 'in-network' || isPrivateNetwork(networkOf({ address, length: 32 }))
          ? 'warning'
          : 'info',
      what: sentence(rule, address, lies),
      do: {
        en: `Add it: /ip address add address=${address}/32 interface=${lies.wan}; or correct the rule.`,
        id: `Tambahkan: /ip address add address=${address}/32 interface=${lies.wan}; atau perbaiki aturannya.`,
      },
      assuming: {
        en: 'the provider does not send it to another address of the router',
        id: 'provider tidak meneruskannya ke alamat lain di router',
      },
    },
  ];
}

function sentence({ chain }: FirewallRule, address: Ipv4, { kind, wan }: Lies): Said {
  const where: Said =
    kind === 'in-network'
      ? { en: `lies in the network of ${wan}`, id: `termasuk jaringan ${wan}` }
      : { en: 'lies in no network of the router', id: 'tidak termasuk jaringan mana pun di router' };
  return chain === 'srcnat'
    ? {
        en: `Packets leave as ${address}, which ${where.en} and is on no port: answers do not arrive.`,
        id: `Paket keluar sebagai ${address}, yang ${where.id} dan tidak ada di port mana pun: jawabannya tidak sampai.`,
      }
    : {
        en: `The rule is for ${address}, which ${where.en} and is on no port: no packet arrives for it.`,
        id: `Aturan ini untuk ${address}, yang ${where.id} dan tidak ada di port mana pun: tidak ada paket yang sampai.`,
      };
}

interface Range {
  readonly from: Ipv4;
  readonly to: Ipv4;
}

/** The first addresses of a range: one that nobody has is enough. */
function someOf(range: Range | undefined): Ipv4[] {
  if (!range) return [];
  const [from, to] = [ipv4ToNumber(range.from), ipv4ToNumber(range.to)];
  return Array.from({ length: Math.min(16, to - from + 1) }, (_, i) => printIpv4(from + i));
}

/** The addresses that a rule is for, or gives. */
function rangeIn({ action, chain, matchers }: FirewallRule): Range | undefined {
  if (chain === 'srcnat') {
    return action.kind === 'src-nat' || action.kind === 'netmap' ? action.toAddresses : undefined;
  }
  if (action.kind !== 'dst-nat' && action.kind !== 'netmap') return undefined;
  const [range] = matchers.flatMap(one =>
    one.kind === 'dst-address' && !one.negated ? (rangeOf(one.address) ?? []) : [],
  );
  return range && { from: printIpv4(range.from), to: printIpv4(range.to) };
}

function whereLies({ router, wans }: Subject, rule: FirewallRule, address: Ipv4): Lies | undefined {
  const named = wansNamed(router, wans, rule);
  const within = (named ?? wans).find(name => stated(router, name).some(one => holds(one, address)));
  if (within !== undefined)
    return answersForOthers(router, within, address) ? undefined : { kind: 'in-network', wan: within };
  // Without a port it may be about what comes from inside, or through a tunnel.
  const [wan] = named ?? [];
  const isStated = wan !== undefined && named?.every(name => stated(router, name).length > 0);
  return isStated ? { kind: 'nowhere', wan } : undefined;
}

/** WANs of the port, or the list of ports, that a rule asks for; undefined: it asks for none. */
function wansNamed(
  router: Router,
  wans: readonly string[],
  { matchers }: FirewallRule,
): readonly string[] | undefined {
  for (const one of matchers) {
    if (one.kind === 'in-interface' || one.kind === 'out-interface')
      return wans.filter(name => (name === one.interface) !== one.negated);
    if (one.kind === 'in-interface-list' || one.kind === 'out-interface-list')
      return wans.filter(name => membersOf(router, one.list).includes(name) !== one.negated);
  }
  return undefined;
}

/** What the text says; what a lease brings nobody knows. */
function stated({ addresses, dhcpClients }: Router, port: string): readonly Ipv4Interface[] {
  const isLeased = dhcpClients.some(one => one.interface === port && !one.disabled);
  const own = addresses.filter(one => one.interface === port && !one.disabled);
  return isLeased ? [] : own.map(one => one.address);
}

function holds(one: Ipv4Interface, address: Ipv4): boolean {
  const { from, to } = prefixRange(networkOf(one));
  const value = ipv4ToNumber(address);
  return one.length < 31 && value > from && value < to;
}

/** Neither of the router, nor of a modem or router beside it, which the LAN may be led around. */
const isNobodys = ({ router, well: { world } }: Subject, address: Ipv4): boolean =>
  !router.addresses.some(one => one.address.address === address) &&
  !Object.values(world.interfaces).some(({ addresses }) => addresses.some(one => one.address === address)) &&
  !router.routes.some(({ gateways }) => gateways.some(one => 'address' in one && one.address === address));

/** Proxy ARP, or an entry that is published. */
const answersForOthers = ({ interfaces, kept }: Router, wan: string, address: Ipv4): boolean =>
  /^(?:local-)?proxy-arp$/.test(interfaces.find(({ name }) => name === wan)?.properties['arp'] ?? '') ||
  kept.some(({ origin: { menu }, text }) => menu === '/ip arp' && text.includes(address));
