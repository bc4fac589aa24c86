import { holds, servingIn } from '../../ask/dhcp.ts';
import type { Rule } from '../../rule.ts';

/** The address of the router is among those for clients (docs/routeros.md#dhcp-client). */
export const poolHoldsRouter: Rule = {
  id: 'services/pool-holds-router',
  level: 'warning',
  title: { en: `The pool holds the address of the router`, id: `Pool memuat alamat router sendiri` },
  why: {
    en: `The server must find out by itself that the address is taken. Where it does not, a client gets the address of its gateway, and nobody reaches anything.`,
    id: `Server harus menemukan sendiri bahwa alamat itu terpakai. Kalau tidak, klien mendapat alamat gateway-nya dan jaringan terganggu.`,
  },
  check: ({ router }) =>
    servingIn(router).flatMap(({ server, pool, own }) => {
      const taken = pool && own.find(({ address }) => holds(pool, address.address));
      if (!pool || !taken) return [];
      return {
        at: pool,
        what: {
          en: `The pool ${pool.name} holds ${taken.address.address}, the address of the router on ${server.interface}.`,
          id: `Pool ${pool.name} memuat ${taken.address.address}, alamat router di ${server.interface}.`,
        },
        do: {
          en: 'Begin the range behind it.',
          id: 'Mulai range setelah alamat itu.',
        },
      };
    }),
};
