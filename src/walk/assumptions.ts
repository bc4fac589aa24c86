import { type FirewallRule, isKeptAction, type Origin, type Router, rulesOf } from '../model/index.ts';
import { isOpen } from './match/index.ts';
import { matcherText } from './say/rule.ts';

/** Something that the walk had to take for granted. */
export interface Assumption {
  readonly text: string;
  readonly origin: Origin;
}

/** What cannot be seen in a packet header, or is not walked: said, so that nobody takes the walk for more than it is. */
export function assumptionsOf(router: Router): Assumption[] {
  const rules = rulesOf(router, 'ipv4').filter(({ disabled }) => !disabled);
  return [...rules.flatMap(unseen), ...unresolved(router)];
}

function unseen({ matchers, action, origin }: FirewallRule): Assumption[] {
  const unknown = matchers.filter(isOpen);
  const texts = unknown.map(matcher => `${matcherText(matcher)} is taken not to match`);
  if (isKeptAction(action)) texts.push(`action=${action.kind} is not walked`);
  return texts.map(text => ({ text: `${text}.`, origin }));
}

function unresolved({ addressLists }: Router): Assumption[] {
  return addressLists.flatMap(({ address, list, disabled, origin }) =>
    disabled || address.kind !== 'name'
      ? []
      : [{ text: `The name ${address.name} in list ${list} is not resolved: it matches nothing.`, origin }],
  );
}
