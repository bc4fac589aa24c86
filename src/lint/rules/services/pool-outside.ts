import { isIn, servingIn } from '../../ask/dhcp.ts';
import type { Rule } from '../../rule.ts';

/** A DHCP server gives addresses that its port does not have (docs/routeros.md#dhcp-client). */
export const poolOutside: Rule = {
  id: 'services/pool-outside',
  level: 'error',
  title: {
    en: `A DHCP server gives addresses of another network`,
    id: `DHCP server memberi alamat jaringan lain`,
  },
  why: {
    en: `A server only gives addresses of a network that its port has. Of others it gives none, or clients get one with which they do not reach the router.`,
    id: `Server hanya memberi alamat dari jaringan yang dimiliki port-nya. Alamat lain tidak diberikan, atau klien tidak bisa mencapai router dengannya.`,
  },
  check: ({ router }) =>
    servingIn(router).flatMap(({ server, pool, own }) => {
      const range = pool?.ranges.find(({ from, to }) => !isIn(from, own) || !isIn(to, own));
      // A single address (VRRP) says nothing of the network beside it.
      if (!range || own.every(({ address }) => address.length === 32)) return [];
      const networks = own.map(({ address }) => `${address.address}/${address.length}`).join(', ');
      return {
        at: server,
        what: {
          en: `The pool ${server.addressPool} has ${range.from}-${range.to}, which ${server.interface} (${networks}) does not hold.`,
          id: `Pool ${server.addressPool} berisi ${range.from}-${range.to}, di luar jaringan ${server.interface} (${networks}).`,
        },
        do: {
          en: 'Correct the ranges of the pool, the interface of the server, or the mask of its address.',
          id: 'Perbaiki ranges pool, interface server, atau mask alamatnya.',
        },
        related: pool ? [{ at: pool, text: { en: 'The pool.', id: 'Pool-nya.' } }] : [],
      };
    }),
};
