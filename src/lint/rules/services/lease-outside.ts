import { isIn, networkFor, servingIn } from '../../ask/dhcp.ts';
import type { Rule } from '../../rule.ts';

/** A fixed lease of an address that no server has (docs/routeros.md#dhcp-client). */
export const leaseOutside: Rule = {
  id: 'services/lease-outside',
  level: 'warning',
  title: {
    en: `A fixed lease outside the network of its server`,
    id: `Lease tetap di luar jaringan servernya`,
  },
  why: {
    en: `The server does not give an address that its port does not hold: the device gets none, or one with which it does not reach its gateway.`,
    id: `Server tidak memberi alamat di luar jaringan port-nya: perangkat itu tidak mendapat alamat, atau tidak bisa mencapai gateway.`,
  },
  check: ({ router }) =>
    router.dhcpLeases.flatMap(lease => {
      const { address, server, disabled } = lease;
      if (disabled || address === undefined) return [];
      const serving = servingIn(router).filter(one => server === undefined || one.server.name === server);
      const own = serving.flatMap(one => one.own);
      if (own.length === 0 || isIn(address, own) || (server === undefined && networkFor(router, address)))
        return [];
      return {
        at: lease,
        what: {
          en: `No server for this lease has a network that holds ${address}.`,
          id: `Tidak ada server untuk lease ini yang jaringannya memuat ${address}.`,
        },
        do: { en: 'Correct the address or the server.', id: 'Perbaiki alamat atau server-nya.' },
      };
    }),
};
