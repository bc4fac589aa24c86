import { type Item, type Router, rolesOf } from '../../../model/index.ts';
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

function service(router: Router, item: Item & { readonly interface: string }): Found[] {
  const bridge = router.bridgePorts.find(one => one.interface === item.interface && !one.disabled)?.bridge;
  const isReal = router.interfaces.some(one => one.name === bridge && one.kind === 'bridge' && !one.disabled);
  // A WAN in a bridge is a mistake of its own.
  if (item.disabled || bridge === undefined || !isReal || rolesOf(router).wans.includes(item.interface))
    return [];
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
      fix: {
        changes: [set(item, 'interface', bridge)],
        isSafe: false,
        note: {
          en: `It then serves all ports of ${bridge}.`,
          id: `Layanan ini lalu berlaku untuk semua port ${bridge}.`,
        },
      },
    },
  ];
}
