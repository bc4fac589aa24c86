import {
  checkedByPing,
  defaultRoutes,
  gatewayText,
  isChecked,
  isRecursive,
  isScripted,
} from '../../ask/routes/index.ts';
import type { Rule } from '../../rule.ts';

/** A default route by a probe address that nobody asks (docs/routeros.md#recursive-failover). */
export const recursiveUnchecked: Rule = {
  id: 'probes/recursive-unchecked',
  level: 'error',
  title: { en: 'A probe address that nothing probes', id: 'Alamat pengecekan yang tidak dicek' },
  why: {
    en: 'The default route leads by a host of the Internet so that it falls with it. Without check-gateway nobody asks that host: the route stays active while the line is dead, and the backup is never used.',
    id: 'Rute default lewat sebuah host di Internet supaya ikut jatuh bersamanya. Tanpa check-gateway host itu tidak pernah ditanya: rute tetap aktif walaupun jalurnya mati, dan cadangan tidak pernah dipakai.',
  },
  check(subject) {
    if (isScripted(subject)) return [];
    const [first, ...more] = defaultRoutes(subject).filter(
      route => isRecursive(subject, route) && !isChecked(subject, route),
    );
    if (!first) return [];
    return [
      {
        at: first,
        what: {
          en: `The default route by the probe address ${gatewayText(first)} has no check-gateway.`,
          id: `Rute default lewat alamat pengecekan ${gatewayText(first)} tidak punya check-gateway.`,
        },
        do: { en: 'Add check-gateway=ping to it.', id: 'Tambahkan check-gateway=ping.' },
        fix: checkedByPing([first, ...more]),
        related: more.map(route => ({ at: route, text: { en: 'Nor has this.', id: 'Ini juga tidak.' } })),
      },
    ];
  },
};
