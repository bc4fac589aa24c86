import { membersOf, type Router } from '../../../model/index.ts';

/** What a rule has to ask for so that it is for these ports: one list that has just them, or each alone. */
export function portsInWords(
  router: Router,
  side: 'in' | 'out',
  names: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  const list = listOfJust(router, names);
  if (list !== undefined && names.length > 1) return [{ [`${side}-interface-list`]: list }];
  return names.map(name => ({ [`${side}-interface`]: name }));
}

/** A list of interfaces that has these and no other. */
export const listOfJust = (router: Router, names: readonly string[]): string | undefined =>
  router.interfaceLists.find(({ name, disabled }) => {
    const members = membersOf(router, name);
    return !disabled && members.length === names.length && names.every(one => members.includes(one));
  })?.name;
