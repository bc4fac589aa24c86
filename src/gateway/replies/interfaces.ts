import type { KernelAddress, Link, LinkCounters } from '../../kernel/index.ts';
import { showHostAddress } from '../../linux/index.ts';
import { type Interface, type InterfaceKind, type Router, rolesOf } from '../../model/index.ts';
import { nameOf } from '../../walk/index.ts';
import type { GatewayState } from '../core/index.ts';
import { routerOf } from './line.ts';
import type { InterfaceReply, InterfacesReply, PassedCount, PassedRates } from './network-reply.ts';
import { sourceOf } from './source.ts';

/** What the kernel says of interfaces. */
export interface InterfacesBasis {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly links: readonly Link[];
  readonly addresses: readonly KernelAddress[];
  readonly ratesOf: (name: string) => PassedRates | undefined;
}

/** Those of the configuration in its order, then others that the kernel has. */
export function interfacesReply(
  state: Pick<GatewayState, 'reached' | 'config'>,
  basis: InterfacesBasis,
): InterfacesReply {
  const router = routerOf(state);
  const links = basis.links.filter(({ name }) => name !== 'lo');
  const stated = rolesOf(router).all.map(one => one.interface);
  const names = [...new Set([...stated, ...links.map(({ name }) => name)])];
  return { at: basis.at, interfaces: names.map(name => interfaceReply(router, name, basis)) };
}

function interfaceReply(
  router: Router,
  name: string,
  { links, addresses, ratesOf }: InterfacesBasis,
): InterfaceReply {
  const item = router.interfaces.find(one => one.name === name);
  const link = links.find(one => one.name === name);
  const { role = 'unknown', evidence = [] } = rolesOf(router).all.find(one => one.interface === name) ?? {};
  const { routerName, comment = '', disabled = false, origin } = item ?? {};
  return {
    ...{ name, label: nameOf(router, name), routerName, type: typeOf(item, link) },
    ...{ source: origin && sourceOf(origin), comment, disabled, role },
    roleBecause: evidence.find(one => one.role === role)?.what.en,
    exists: link !== undefined,
    ...{ up: link?.up ?? false, running: link?.running ?? false },
    ...{ mtu: link?.mtu ?? 0, mac: link?.mac ?? '' },
    addresses: addresses.filter(one => one.interface === name).map(({ address }) => showHostAddress(address)),
    bridge: links.find(({ index, kind }) => kind === 'bridge' && index === link?.master)?.name,
    ...countsOf(link?.counters),
    rates: ratesOf(name),
  };
}

/** As RouterOS prints them in the column TYPE. */
const types: Readonly<Record<InterfaceKind, string>> = {
  ethernet: 'ether',
  bridge: 'bridge',
  vlan: 'vlan',
  bonding: 'bond',
  macvlan: 'macvlan',
  'pppoe-client': 'pppoe-out',
  lte: 'lte',
  loopback: 'loopback',
  other: '',
};

function typeOf(item: Interface | undefined, link: Link | undefined): string {
  const known = item && types[item.kind];
  // `/interface wireguard` → `wireguard`
  const menu = item?.origin.menu.split(' ').at(-1) ?? '';
  return known || menu || link?.kind || 'ether';
}

const none: PassedCount = { bytes: 0, packets: 0, errors: 0, dropped: 0 };

function countsOf(counters: LinkCounters | undefined): Pick<InterfaceReply, 'received' | 'sent'> {
  if (!counters) return { received: none, sent: none };
  const { rxBytes, rxPackets, rxErrors, rxDropped, txBytes, txPackets, txErrors, txDropped } = counters;
  return {
    received: { bytes: rxBytes, packets: rxPackets, errors: rxErrors, dropped: rxDropped },
    sent: { bytes: txBytes, packets: txPackets, errors: txErrors, dropped: txDropped },
  };
}
