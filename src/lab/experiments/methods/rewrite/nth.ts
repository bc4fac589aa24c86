import type { Router } from '../../../../model/index.ts';
import { balancers, insteadOfPcc, type Method, withMangle } from './method.ts';

/**
 * Nth: of N rules the first takes every Nth new connection, the second every (N-1)th of the others, and so on; the last
 * takes the rest. Each rule counts for itself and sees only what no rule before it has marked (docs/routeros.md#nth).
 */
export const nth: Method = {
  name: 'nth',
  title: 'Nth',
  apply(router: Router): Router {
    const rules = balancers(router);
    const mangle = router.firewall.ipv4.mangle.map(rule => {
      const place = rules.indexOf(rule);
      if (place < 0) return rule;
      const every = rules.length - place;
      return insteadOfPcc(rule, every > 1 ? [{ kind: 'nth', every, packet: 1, negated: false }] : []);
    });
    return withMangle(router, mangle);
  },
};
