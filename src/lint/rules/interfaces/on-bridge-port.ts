import { type Interface, type Item, type Router, rolesOf } from '../../../model/index.ts';
import { set } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';

/** An address or a DHCP service on a port of a bridge (docs/routeros.md#addresses-of-bridge-ports). */
export const onBridgePort: Rule = {
  id: 'interfaces/on-bridge-port',
  level: 'error',
  title: { en: `An address or DHCP on a port of a bridge`, id: `Alamat atau DHCP di port bridge` },
  why: {
    en: `A port of a bridge only switches. The router talks to its hosts by the bridge: DHCP on the port does not run, and rules for the port match nothing.`,
    id: `Port bridge hanya melakukan switching. Router berbicara dengan host lewat bridge: DHCP di port itu tidak jalan, dan aturan untuk port itu tidak cocok.`,
  },
  check: ({ router }) => [
    ...router.interfaces.flatMap(item => vlan(router, item)),
    ...[...router.dhcpClients, ...router.dhcpServers].flatMap(item => service(router, item)),
    ...router.addresses.flatMap(item =>
      item.port === undefined || item.disabled
        ? []
        : {
            at: item,
            severity: 'info' as const,
            what: {
              en: `The address ${item.address.address} is on ${item.port}, a port of ${item.interface}: it acts on the bridge.`,
              id: `Alamat ${item.address.address} ada di ${item.port}, port dari ${item.interface}: yang berlaku adalah bridge-nya.`,
            },
            do: {
              en: `Write interface=${item.interface}.`,
              id: `Tulis interface=${item.interface}.`,
            },
            fix: { changes: [set(item, 'interface', item.interface)], isSafe: true },
          },
    ),
  ],
};

/** Frames of a port go to the bridge before a VLAN on the port sees them. */
function vlan(router: Router, item: Interface): Found[] {
  const bridge = bridgeOf(router, item.parent ?? '');
  if (item.kind !== 'vlan' || item.disabled || bridge === undefined) return [];
  return [
    {
      at: item,
      severity: 'warning',
      what: {
        en: `The VLAN ${item.name} is on ${item.parent}, a port of the bridge ${bridge}: it gets no packets.`,
        id: `VLAN ${item.name} ada di ${item.parent}, port dari bridge ${bridge}: tidak menerima paket.`,
      },
      do: {
        en: `Use interface=${bridge}, with the VLAN tagged for ${bridge} and ${item.parent} in /interface bridge vlan.`,
        id: `Pakai interface=${bridge}, dengan VLAN itu tagged untuk ${bridge} dan ${item.parent} di /interface bridge vlan.`,
      },
    },
  ];
}

const bridgeOf = (router: Router, port: string): string | undefined => {
  const bridge = router.bridgePorts.find(one => one.interface === port && !one.disabled)?.bridge;
  return router.interfaces.some(one => one.name === bridge && one.kind === 'bridge' && !one.disabled)
    ? bridge
    : undefined;
};

function service(router: Router, item: Item & { readonly interface: string }): Found[] {
  const bridge = bridgeOf(router, item.interface);
  // A WAN in a bridge is a mistake of its own.
  if (item.disabled || bridge === undefined || rolesOf(router).wans.includes(item.interface)) return [];
  return [
    {
      at: item,
      what: {
        en: `DHCP on ${item.interface} does not run: that is a port of the bridge ${bridge}.`,
        id: `DHCP di ${item.interface} tidak berjalan: itu port dari bridge ${bridge}.`,
      },
      do: {
        en: `Use interface=${bridge}, or take ${item.interface} out of the bridge.`,
        id: `Pakai interface=${bridge}, atau keluarkan ${item.interface} dari bridge.`,
      },
      ...(isAlone(router, item, bridge) && {
        fix: {
          changes: [set(item, 'interface', bridge)],
          isSafe: false,
          note: {
            en: `It then serves all ports of ${bridge}.`,
            id: `Layanan ini lalu berlaku untuk semua port ${bridge}.`,
          },
        },
      }),
    },
  ];
}

/** An interface has one server and one client: of several on ports of a bridge only one could go there. */
const isAlone = (router: Router, { origin: { menu } }: Item, bridge: string): boolean =>
  [...router.dhcpClients, ...router.dhcpServers].filter(
    one =>
      !one.disabled &&
      one.origin.menu === menu &&
      (one.interface === bridge || bridgeOf(router, one.interface) === bridge),
  ).length === 1;
