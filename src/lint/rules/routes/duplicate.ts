import type { RibRoute } from '../../../rib/index.ts';
import { areAlike, gatewayText } from '../../ask/routes/index.ts';
import { remove } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** A route that stands twice (docs/routeros.md#route-selection). */
export const duplicate: Rule = {
  id: 'routes/duplicate',
  level: 'warning',
  title: { en: 'The same route twice', id: 'Rute yang sama dua kali' },
  why: {
    en: 'The second one adds nothing, and who mends one of them later forgets the other. Often another gateway was meant.',
    id: 'Yang kedua tidak menambah apa pun, dan yang memperbaiki satu nanti melupakan yang lain. Sering yang dimaksud gateway lain.',
  },
  check({ router, well }) {
    const seen = new Map<string, RibRoute>();
    return well.rib.routes.flatMap(route => {
      if (route.source !== 'static' || route.disabled || route.type !== 'unicast') return [];
      const key = [route.destination, route.table, route.distance, gatewayText(route)].join(' ');
      const first = seen.get(key);
      if (!first) {
        seen.set(key, route);
        return [];
      }
      return {
        at: route,
        what: {
          en: `This route to ${route.destination} by ${gatewayText(route)} stands in ${route.table} already, with the same distance.`,
          id: `Rute ke ${route.destination} lewat ${gatewayText(route)} ini sudah ada di ${route.table}, dengan distance yang sama.`,
        },
        do: {
          en: 'Remove it, or give it the gateway or the table that was meant.',
          id: 'Hapus, atau beri gateway atau tabel yang dimaksud.',
        },
        ...(areAlike(router, first, route) && { fix: { changes: [remove(route)], isSafe: true } }),
        related: [{ at: first, text: { en: 'The first one.', id: 'Yang pertama.' } }],
      };
    });
  },
};
