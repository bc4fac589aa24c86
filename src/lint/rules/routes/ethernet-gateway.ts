import type { Interface, InterfaceKind } from '../../../model/index.ts';
import { defaultRoutes } from '../../ask/routes/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A port with many hosts as the gateway of a default route (docs/routeros.md#gateways-without-address). */
export const ethernetGateway: Rule = {
  id: 'routes/ethernet-gateway',
  level: 'error',
  title: { en: 'An Ethernet port as default gateway', id: 'Port Ethernet sebagai gateway default' },
  why: {
    en: 'The router takes every address of the Internet for a neighbour and asks for it by ARP. Nothing passes unless the provider answers for all (proxy ARP), and check-gateway has nobody to ask.',
    id: 'Router menganggap semua alamat Internet sebagai tetangga dan mencarinya dengan ARP. Tidak ada yang lewat kecuali ISP menjawab semuanya (proxy ARP), dan check-gateway tidak punya yang ditanya.',
  },
  check(subject) {
    const [first, ...more] = defaultRoutes(subject)
      .filter(({ source }) => source === 'static')
      .flatMap(route => {
        const gateway = route.gateways.find(({ text }) => isShared(subject, text));
        return gateway ? [{ at: route, port: gateway.text }] : [];
      });
    if (!first) return [];
    const { at, port } = first;
    return [
      {
        at,
        what: {
          en: `The default route has the port ${port} as its gateway, not an address.`,
          id: `Rute default memakai port ${port} sebagai gateway, bukan alamat.`,
        },
        do: {
          en: `Write the address of the provider's gateway (gateway=ADDRESS%${port}), or let the DHCP client add the route (add-default-route=yes).`,
          id: `Tulis alamat gateway ISP (gateway=ALAMAT%${port}), atau biarkan DHCP client membuat rutenya (add-default-route=yes).`,
        },
        related: more.map(one => ({
          at: one.at,
          text: { en: `So it is with ${one.port}.`, id: `Begitu juga ${one.port}.` },
        })),
      },
    ];
  },
};

const kinds: ReadonlySet<InterfaceKind> = new Set(['ethernet', 'bridge', 'vlan', 'bonding', 'macvlan']);

const isShared = ({ well }: Subject, name: string): boolean =>
  well.router.interfaces.some((item: Interface) => item.name === name && kinds.has(item.kind));
