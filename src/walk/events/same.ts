import type { Router } from '../../model/index.ts';

/** Do two routers say the same? Which scripts have said it, and how often, is left out. */
export const sayTheSame = (one: Router, other: Router): boolean =>
  one === other || saidBy(one) === saidBy(other);

const saidBy = (router: Router): string =>
  JSON.stringify(router, (key, value: unknown) => (key === 'origin' || key === 'stated' ? undefined : value));
