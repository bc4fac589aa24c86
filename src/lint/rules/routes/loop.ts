import { defectsOf } from '../../ask/defects.ts';
import type { Rule } from '../../rule.ts';

/** Routes that only lead to each other's gateways (docs/routeros.md#scope). */
export const loop: Rule = {
  id: 'routes/loop',
  level: 'error',
  title: { en: "Routes that need each other's gateways", id: 'Rute yang saling membutuhkan gateway' },
  why: {
    en: 'None of them can ever be active.',
    id: 'Tidak satu pun bisa aktif.',
  },
  check: subject =>
    defectsOf(subject, 'route-loop').flatMap(({ flaw: { destinations }, origins: [at, ...more] }) =>
      at
        ? {
            at,
            what: {
              en: `The routes to ${destinations.join(', ')} are only reached by each other.`,
              id: `Rute ke ${destinations.join(', ')} hanya tercapai lewat satu sama lain.`,
            },
            do: {
              en: 'Give one of them a gateway in the network of a port.',
              id: 'Beri salah satu gateway di jaringan sebuah port.',
            },
            related: more.map(one => ({ at: one, text: { en: 'And this one.', id: 'Dan yang ini.' } })),
          }
        : [],
    ),
};
