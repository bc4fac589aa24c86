import type { AddressListEntry, Router } from '../../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { identifiers } from './names.ts';
import { printAddress } from './print-address.ts';

/** One nft set of an address list. A list has two where it has both written entries and entries added by rules. */
export interface AddressSet {
  readonly name: string;
  readonly kind: 'written' | 'added';
  readonly list: string;
}

/** The sets of one list; none where the list has no entry and no rule adds to it. */
export function addressSets(router: Router, list: string): readonly AddressSet[] {
  const name = setNames(router).get(list);
  if (name === undefined) return [];
  const written = router.addressLists.some(entry => entry.list === list && !entry.disabled);
  const added = addedLists(router).includes(list);
  return [
    ...(written ? [{ name, kind: 'written' as const, list }] : []),
    ...(added ? [{ name: `${name}__added`, kind: 'added' as const, list }] : []),
  ];
}

/** The set that `add-src-to-address-list` writes to. */
export function addedSet(router: Router, list: string): string {
  return addressSets(router, list).find(({ kind }) => kind === 'added')?.name ?? '';
}

/** Declarations of all sets, as lines of the table. Interval sets cannot be written by rules, hence the two kinds. */
export function addressSetLines(context: LinuxContext): string[] {
  const lists = [...setNames(context.router).keys()];
  return lists.flatMap(list => addressSets(context.router, list)).flatMap(set => declare(context, set));
}

function declare(context: LinuxContext, set: AddressSet): string[] {
  if (set.kind === 'added') {
    return [`set ${set.name} {`, '  type ipv4_addr', '  size 65535', '  flags dynamic,timeout', '}'];
  }
  const entries = entriesOf(context.router, set.list);
  const elements = entries.flatMap(entry => element(context, entry));
  const flags = entries.some(({ timeout }) => timeout !== undefined) ? 'interval,timeout' : 'interval';
  const head = [`set ${set.name} {`, '  type ipv4_addr', `  flags ${flags}`, '  auto-merge'];
  return elements.length === 0 ? [...head, '}'] : [...head, `  elements = { ${elements.join(', ')} }`, '}'];
}

function element(context: LinuxContext, entry: AddressListEntry): string[] {
  if (entry.address.kind === 'name') {
    context.report(entry.origin, {
      id: 'compile/address-list-name',
      severity: 'warning',
      what: `The DNS name ${entry.address.name} in address list ${entry.list} is not resolved.`,
      why: 'nftables sets hold addresses; the entry is left out, so the list does not match that host.',
      do: 'Write the addresses themselves.',
    });
    return [];
  }
  const timeout = entry.timeout === undefined ? '' : ` timeout ${Math.ceil(entry.timeout / 1000)}s`;
  return [`${printAddress(entry.address)}${timeout}`];
}

const entriesOf = ({ addressLists }: Router, list: string): AddressListEntry[] =>
  addressLists.filter(entry => entry.list === list && !entry.disabled);

const addedLists = ({ firewall }: Router): string[] =>
  Object.values(firewall)
    .flat()
    .flatMap(({ action, disabled }) => (!disabled && 'list' in action ? [action.list] : []));

// A Router is frozen, and every rule with a list asks: read it once.
const names = new WeakMap<Router, ReadonlyMap<string, string>>();

function setNames(router: Router): ReadonlyMap<string, string> {
  const known = names.get(router) ?? collectNames(router);
  names.set(router, known);
  return known;
}

function collectNames(router: Router): ReadonlyMap<string, string> {
  const written = router.addressLists.filter(({ disabled }) => !disabled).map(({ list }) => list);
  return identifiers([...new Set([...written, ...addedLists(router)])], 'list_');
}
