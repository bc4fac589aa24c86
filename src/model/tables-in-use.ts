import { mainTable } from './items/route.ts';
import { rulesOf } from './items/rule.ts';
import type { Router } from './router.ts';

/** Tables that marks and rules of the configuration send packets to, in the order of the text; without main. */
export function tablesInUse(router: Router): readonly string[] {
  const marked = rulesOf(router, 'ipv4').flatMap(({ action }) =>
    action.kind === 'mark-routing' ? [action.mark] : [],
  );
  const ruled = router.routingRules
    .filter(({ disabled, action }) => !disabled && action.startsWith('lookup'))
    .flatMap(({ table }) => table ?? []);
  return [...new Set([...marked, ...ruled])].filter(name => name !== '' && name !== mainTable);
}
