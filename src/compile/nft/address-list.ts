import { type AddressListEntry, type Matcher, type Router, rulesOf } from '../../model/index.ts';
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
  const { names, entries, added } = listsOf(router);
  const name = names.get(list);
  if (name === undefined) return [];
  return [
    ...(entries.has(list) ? [{ name, kind: 'written' as const, list }] : []),
    ...(added.has(list) ? [{ name: `${name}__added`, kind: 'added' as const, list }] : []),
  ];
}

/** The set that `add-src-to-address-list` writes to. */
export function addedSet(router: Router, list: string): string {
  return addressSets(router, list).find(({ kind }) => kind === 'added')?.name ?? '';
}

/** Does a list hold what the text says, for as long as the text is in force? */
export function isWrittenOnce(router: Router, list: string): boolean {
  const { entries, added } = listsOf(router);
  return !added.has(list) && (entries.get(list) ?? []).every(({ timeout }) => timeout === undefined);
}

/** Declarations of all sets, as lines of the table. Interval sets cannot be written by rules, hence the two kinds. */
export function addressSetLines(context: LinuxContext): string[] {
  const lists = [...listsOf(context.router).names.keys()];
  return lists.flatMap(list => addressSets(context.router, list)).flatMap(set => declare(context, set));
}

function declare(context: LinuxContext, set: AddressSet): string[] {
  if (set.kind === 'added') {
    return [`set ${set.name} {`, '  type ipv4_addr', '  size 65535', '  flags dynamic,timeout', '}'];
  }
  const entries = listsOf(context.router).entries.get(set.list) ?? [];
  const elements = entries.flatMap(entry => element(context, entry));
  // Hosts alone are one hash, whose cost does not grow with their number.
  const hasNetworks = !entries.every(isHost);
  const flags = [
    ...(hasNetworks ? ['interval'] : []),
    ...(entries.some(({ timeout }) => timeout !== undefined) ? ['timeout'] : []),
  ];
  const head = [
    `set ${set.name} {`,
    '  type ipv4_addr',
    ...(flags.length > 0 ? [`  flags ${flags.join(',')}`] : []),
    ...(hasNetworks ? ['  auto-merge'] : []),
  ];
  return elements.length === 0 ? [...head, '}'] : [...head, `  elements = { ${elements.join(', ')} }`, '}'];
}

const isHost = ({ address }: AddressListEntry): boolean =>
  address.kind === 'prefix'
    ? address.prefix.endsWith('/32')
    : address.kind === 'range' && address.from === address.to;

function element(context: LinuxContext, entry: AddressListEntry): string[] {
  if (entry.address.kind === 'name') {
    context.report(entry.origin, {
      id: 'compile/address-list-name',
      severity: isAsked(context.router, entry.list) ? 'error' : 'warning',
      what: {
        en: `The DNS name ${entry.address.name} in address list ${entry.list} is not resolved.`,
        id: `Nama DNS ${entry.address.name} di address list ${entry.list} tidak di-resolve.`,
      },
      why: {
        en: 'nftables sets hold addresses; without the entry the list does not match that host.',
        id: 'Set nftables berisi alamat; tanpa entri itu list tidak cocok dengan host tersebut.',
      },
      do: { en: 'Write the addresses themselves.', id: 'Tulis alamatnya langsung.' },
    });
    return [];
  }
  const timeout = entry.timeout === undefined ? '' : ` timeout ${Math.ceil(entry.timeout / 1000)}s`;
  return entry.address.kind === 'mask' ? [] : [`${printAddress(entry.address)}${timeout}`];
}

/** Does an enabled rule depend on what is in the list? */
const isAsked = (router: Router, list: string): boolean =>
  rulesOf(router, 'ipv4').some(
    ({ disabled, matchers }) => !disabled && matchers.some(one => isListMatcher(one) && one.list === list),
  );

const isListMatcher = (one: Matcher): one is Extract<Matcher, { readonly list: string }> =>
  one.kind === 'src-address-list' || one.kind === 'dst-address-list';

/** All lists of a router. */
interface Lists {
  readonly names: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, readonly AddressListEntry[]>;
  /** Lists that rules add to. */
  readonly added: ReadonlySet<string>;
}

// A Router is frozen, and every rule with a list asks: read it once.
const known = new WeakMap<Router, Lists>();

function listsOf(router: Router): Lists {
  const lists = known.get(router) ?? readLists(router);
  known.set(router, lists);
  return lists;
}

function readLists(router: Router): Lists {
  const entries = new Map<string, AddressListEntry[]>();
  for (const entry of router.addressLists) {
    if (entry.disabled || entry.family !== 'ipv4') continue;
    const list = entries.get(entry.list);
    if (list) list.push(entry);
    else entries.set(entry.list, [entry]);
  }
  const rules = rulesOf(router, 'ipv4');
  const targets = rules.flatMap(rule => (!rule.disabled && 'list' in rule.action ? [rule.action.list] : []));
  const added = new Set(targets);
  return { names: identifiers([...new Set([...entries.keys(), ...added])], 'list_'), entries, added };
}
