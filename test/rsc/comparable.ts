import type { Interface, Kept, Router } from '../../src/model/index.ts';

/** A router without places and version: what must be the same after a round trip. */
export function comparable(router: Router): unknown {
  const plain = {
    ...router,
    version: undefined,
    interfaces: [...router.interfaces].sort(byName),
    kept: [...router.kept].sort(byMenu),
  };
  return JSON.parse(
    JSON.stringify(plain, (key, value: unknown) => (places.includes(key) ? undefined : value)),
  );
}

const places = ['id', 'origin', 'stated'];

const byName = (a: Interface, b: Interface) => (a.name < b.name ? -1 : 1);

// Kept statements of one menu keep their order; the menus themselves come in canonical order.
const byMenu = (a: Kept, b: Kept) => a.origin.menu.localeCompare(b.origin.menu, 'en');
