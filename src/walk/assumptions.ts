import { type FirewallRule, isKeptAction, type Origin, type Router, rulesOf } from '../model/index.ts';

/** Something that the walk had to take for granted. */
export interface Assumption {
  readonly text: string;
  readonly origin: Origin;
}

/** What is not walked: said, so that nobody takes the walk for more than it is. */
export function assumptionsOf(router: Router): Assumption[] {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  return [...rules.flatMap(unseen), ...unresolved(router)];
}

function unseen({ action, origin }: FirewallRule): Assumption[] {
  return isKeptAction(action) ? [{ text: `action=${action.kind} is not walked.`, origin }] : [];
}

function unresolved({ addressLists }: Router): Assumption[] {
  return addressLists.flatMap(({ address, list, disabled, origin }) =>
    disabled || address.kind !== 'name'
      ? []
      : [{ text: `The name ${address.name} in list ${list} is not resolved: it matches nothing.`, origin }],
  );
}
