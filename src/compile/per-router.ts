import type { Router } from '../model/index.ts';

/**
 * Works something out once for each router: what thousands of its rules come to must not be worked out again between a
 * verdict on a line and its routes. `work` may read the router alone.
 */
export function perRouter<T>(work: (router: Router) => T): (router: Router) => T {
  const known = new WeakMap<Router, { readonly value: T }>();
  return router => {
    const before = known.get(router);
    if (before) return before.value;
    const value = work(router);
    known.set(router, { value });
    return value;
  };
}
