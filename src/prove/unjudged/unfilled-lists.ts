import { type FirewallRule, membersOf, type Origin, type Router } from '../../model/index.ts';
import { enabledRules } from '../classes/bounds.ts';

/** A list of interfaces or addresses that a rule asks, and nothing in the text fills. */
export interface UnfilledList {
  readonly list: string;
  readonly origin: Origin;
}

/**
 * A rule of NAT that would translate if such a list held the interface or the address. Only of a part of a configuration,
 * which may leave its lists to the rest: in an export what is not there is empty.
 */
export function unfilledNat(router: Router): UnfilledList | undefined {
  if (router.version.text !== '') return undefined;
  for (const rule of enabledRules(router)) {
    if (rule.action.kind !== 'masquerade' && rule.action.kind !== 'src-nat') continue;
    const list = listsOf(rule).find(one => !isFilled(router, one));
    if (list !== undefined) return { list: list.name, origin: rule.origin };
  }
  return undefined;
}

interface AskedList {
  readonly of: 'interfaces' | 'addresses';
  readonly name: string;
}

const listsOf = ({ matchers }: FirewallRule): AskedList[] =>
  matchers.flatMap((one): AskedList[] => {
    if (one.negated) return [];
    switch (one.kind) {
      case 'out-interface-list':
      case 'in-interface-list':
        return [{ of: 'interfaces', name: one.list }];
      case 'src-address-list':
        return [{ of: 'addresses', name: one.list }];
      default:
        return [];
    }
  });

function isFilled(router: Router, { of, name }: AskedList): boolean {
  const { interfaceLists, interfaceListMembers, addressLists } = router;
  if (of === 'addresses') return addressLists.some(({ list }) => list === name) || isAddedTo(router, name);
  return (
    builtIn.has(name) ||
    interfaceListMembers.some(({ list }) => list === name) ||
    membersOf(router, name).length > 0 ||
    interfaceLists.some(list => list.name === name && list.include.length > 0)
  );
}

const builtIn: ReadonlySet<string> = new Set(['all', 'static', 'none', 'dynamic']);

/** Rules put addresses on it. */
const isAddedTo = (router: Router, name: string): boolean =>
  enabledRules(router).some(({ action }) => 'list' in action && action.list === name);
