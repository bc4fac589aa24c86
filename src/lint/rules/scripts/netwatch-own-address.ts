import type { Rule } from '../../rule.ts';

/** Netwatch asks the router itself (docs/routeros.md#netwatch). */
export const netwatchOwnAddress: Rule = {
  id: 'scripts/netwatch-own-address',
  level: 'error',
  title: { en: `Netwatch watches an address of the router`, id: `Netwatch mengawasi alamat router sendiri` },
  why: {
    en: `The router answers itself, whatever the line does: the host never goes down, and the script never runs.`,
    id: `Router menjawab sendiri, apa pun keadaan jalurnya: host tidak pernah mati, dan skrip tidak pernah berjalan.`,
  },
  check: ({ router }) =>
    router.netwatch.flatMap(probe => {
      const own = router.addresses.find(item => !item.disabled && item.address.address === probe.host);
      return own && !probe.disabled
        ? {
            at: probe,
            what: {
              en: `${probe.host} is the address of the router on ${own.interface}: it always answers.`,
              id: `${probe.host} adalah alamat router di ${own.interface}: selalu menjawab.`,
            },
            do: {
              en: 'Watch a host behind the line, to which a route by that line alone leads.',
              id: 'Awasi host di balik jalur itu, dengan rute khusus lewat jalur tersebut.',
            },
          }
        : [];
    }),
};
