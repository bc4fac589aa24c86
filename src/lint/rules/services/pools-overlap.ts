import type { Pool } from '../../../model/index.ts';
import { holds, type Serving, servingIn } from '../../ask/dhcp.ts';
import type { Rule } from '../../rule.ts';

/** Two pools give the same addresses (docs/routeros.md#dhcp-client). */
export const poolsOverlap: Rule = {
  id: 'services/pools-overlap',
  level: 'warning',
  title: { en: `Two pools hold the same addresses`, id: `Dua pool memuat alamat yang sama` },
  why: {
    en: `Each pool keeps its own account of what is taken: two clients can get one address.`,
    id: `Setiap pool mencatat sendiri alamat yang terpakai: dua klien bisa mendapat alamat yang sama.`,
  },
  check({ router }) {
    const pools = [...new Set(servingIn(router).flatMap(({ pool }: Serving) => pool ?? []))];
    return pools.flatMap((pool, at) => {
      const other = pools.slice(0, at).find(one => overlap(one, pool));
      return other
        ? {
            at: pool,
            what: {
              en: `The pools ${other.name} and ${pool.name} have addresses in common.`,
              id: `Pool ${other.name} dan ${pool.name} punya alamat yang sama.`,
            },
            do: { en: 'Give each pool ranges of its own.', id: 'Beri setiap pool range sendiri.' },
            related: [{ at: other, text: { en: 'The other pool.', id: 'Pool lainnya.' } }],
          }
        : [];
    });
  },
};

const overlap = (one: Pool, other: Pool): boolean =>
  one.ranges.some(({ from }) => holds(other, from)) || other.ranges.some(({ from }) => holds(one, from));
