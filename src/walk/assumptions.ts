import { type FirewallRule, isKeptAction, type Origin, type Router, rulesOf } from '../model/index.ts';

/** Something that the walk had to take for granted. */
export interface Assumption {
  readonly text: string;
  readonly origin: Origin;
}

/** What is not walked: said, so that nobody takes the walk for more than it is. */
export function assumptionsOf(router: Router): Assumption[] {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  return [...rules.flatMap(unseen), ...unresolved(router), ...notJudged(router)];
}

/** Only IPv4 is walked. */
function notJudged(router: Router): Assumption[] {
  const first = rulesOf(router, 'ipv6').find(({ disabled }) => !disabled);
  return first ? [{ text: 'IPv6: not judged.', origin: first.origin }] : [];
}

function unseen({ action, origin }: FirewallRule): Assumption[] {
  return isKeptAction(action) ? [{ text: `action=${action.kind} is not walked.`, origin }] : [];
}

function unresolved({ addressLists }: Router): Assumption[] {
  return addressLists.flatMap(({ family, address, list, disabled, origin }) =>
    disabled || family !== 'ipv4' || address.kind !== 'name'
      ? []
      : [{ text: `The name ${address.name} in list ${list} is not resolved: it matches nothing.`, origin }],
  );
}
