import { type FirewallRule, isKeptAction, type Origin, type Router, rulesOf } from '../model/index.ts';

/** Something that the walk had to take for granted. */
export type Assumption = { readonly origin: Origin } & (
  | { readonly kind: 'kept-action'; readonly action: string }
  /** Only IPv4 is walked. */
  | { readonly kind: 'not-judged'; readonly what: 'IPv6' }
  | { readonly kind: 'unresolved-name'; readonly name: string; readonly list: string }
);

/** What is not walked: said, so that nobody takes the walk for more than it is. */
export function assumptionsOf(router: Router): Assumption[] {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  return [...rules.flatMap(unseen), ...unresolved(router), ...notJudged(router)];
}

/** Only IPv4 is walked. */
function notJudged(router: Router): Assumption[] {
  const first = rulesOf(router, 'ipv6').find(({ disabled }) => !disabled);
  return first ? [{ kind: 'not-judged', what: 'IPv6', origin: first.origin }] : [];
}

function unseen({ action, origin }: FirewallRule): Assumption[] {
  return isKeptAction(action) ? [{ kind: 'kept-action', action: action.kind, origin }] : [];
}

function unresolved({ addressLists }: Router): Assumption[] {
  return addressLists.flatMap(({ family, address, list, disabled, origin }) =>
    disabled || family !== 'ipv4' || address.kind !== 'name'
      ? []
      : [{ kind: 'unresolved-name', name: address.name, list, origin }],
  );
}
