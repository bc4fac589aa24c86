import { networkFor, servingIn } from '../../ask/dhcp.ts';
import type { Rule } from '../../rule.ts';

/** Clients get an address and nothing else (docs/routeros.md#dhcp-client). */
export const dhcpNoNetwork: Rule = {
  id: 'services/dhcp-no-network',
  level: 'error',
  title: { en: `A DHCP server without a network`, id: `DHCP server tanpa network` },
  why: {
    en: `Gateway, netmask and DNS come from /ip dhcp-server network. Without an entry for the address clients get no gateway and reach nothing but their own network.`,
    id: `Gateway, netmask dan DNS berasal dari /ip dhcp-server network. Tanpa entri untuk alamat itu klien tidak mendapat gateway.`,
  },
  check: ({ router, isPart }) =>
    isPart && router.dhcpNetworks.length === 0
      ? []
      : servingIn(router).flatMap(({ server, pool }) => {
          const from = pool?.ranges[0]?.from;
          if (from === undefined || networkFor(router, from)) return [];
          return {
            at: server,
            what: {
              en: `No /ip dhcp-server network holds ${from}, which ${server.name} gives to clients: they get no gateway.`,
              id: `Tidak ada /ip dhcp-server network yang memuat ${from}, alamat dari ${server.name}: klien tidak mendapat gateway.`,
            },
            do: {
              en: 'Add the network, with gateway and dns-server.',
              id: 'Tambahkan network itu, dengan gateway dan dns-server.',
            },
          };
        }),
};
