import {
  type Kept,
  type Mention,
  type Named,
  propertyPlace,
  type References,
  type Referred,
  type Router,
  referencesOf,
} from '../model/index.ts';
import type { Diagnostic } from '../text/index.ts';
import { didYouMean } from './similar.ts';

/** What is said of a name that nothing defines. */
interface Unknown {
  readonly id: string;
  /** `an interface list`, before the name. */
  readonly what: string;
  /** The menu that would define it. */
  readonly menu: string;
}

/** Kinds of names that only a text defines. Marks are not here, and lists of addresses have sentences of their own. */
const checked: readonly (readonly [Referred, Unknown])[] = [
  ['interface-list', { id: 'interface-list', what: 'an interface list', menu: '/interface list' }],
  ['routing-table', { id: 'table', what: 'a routing table', menu: '/routing table' }],
  ['pool', { id: 'pool', what: 'an address pool', menu: '/ip pool' }],
  ['simple-queue', { id: 'queue', what: 'a simple queue', menu: '/queue simple' }],
  ['queue-tree', { id: 'queue', what: 'a queue of the tree or an interface', menu: '/queue tree' }],
  ['queue-type', { id: 'queue-type', what: 'a queue type', menu: '/queue type' }],
];

/**
 * Names that something uses and nothing defines. A text that defines no name of that kind may be a part of a
 * configuration, so nothing is said unless its header says that it is an export.
 */
export function unknownNames(router: Router): readonly Diagnostic[] {
  const references = referencesOf(router);
  return [...namesWithoutDefinition(router, references), ...emptyAddressLists(router, references)];
}

function namesWithoutDefinition(router: Router, references: References): Diagnostic[] {
  return checked.flatMap(([kind, unknown]) => {
    const names = references.of(kind);
    const defined = names.filter(({ definitions }) => definitions.length > 0).map(({ name }) => name);
    if (defined.length === 0 && router.version.text === '') return [];
    return names
      .filter(named => isUnknown(named, router.kept))
      .flatMap(({ uses }) => uses.map(use => diagnose(use, unknown, defined)));
  });
}

function emptyAddressLists(router: Router, references: References): Diagnostic[] {
  const lists = references.of('address-list');
  const filled = lists.filter(({ definitions }) => definitions.length > 0).map(({ name }) => name);
  return emptyLists(router).flatMap(({ uses }) => uses.map(use => emptyList(use, filled)));
}

/** Lists of addresses that something asks and no statement, rule, server or script of the text fills. */
export function emptyLists(router: Router): readonly Named[] {
  const scripts = scriptTexts(router);
  const isScripted = ({ name }: Named): boolean => scripts.some(text => text.includes(name));
  return referencesOf(router)
    .of('address-list')
    .filter(named => isUnknown(named, router.kept) && !isScripted(named));
}

/** Interface lists that something names and nothing makes. */
export const missingInterfaceLists = (router: Router): readonly Named[] =>
  referencesOf(router)
    .of('interface-list')
    .filter(named => isUnknown(named, router.kept));

/** Scripts of the text that have to do with lists of addresses. */
function scriptTexts({ plain, dhcpClients, dhcpServers, netwatch }: Router): string[] {
  const texts = [
    ...plain.flatMap(({ properties }) => Object.values(properties)),
    ...dhcpClients.map(({ script }) => script),
    ...dhcpServers.flatMap(({ properties }) => Object.values(properties)),
    ...netwatch.flatMap(({ upScript, downScript }) => [upScript, downScript]),
  ];
  return texts.filter(text => text.includes('address-list'));
}

function emptyList({ name, item, property }: Mention, filled: readonly string[]): Diagnostic {
  return {
    id: 'rsc/empty-address-list',
    severity: 'warning',
    what: `Nothing here fills the address list '${name}'.${didYouMean(name, filled)}`,
    why: 'The router takes the line: the condition never holds, with `!` always, until something fills the list.',
    do: 'Correct the name, or add addresses in /ip firewall address-list; ignore this if a script or the console fills it.',
    span: propertyPlace(item, property)?.value ?? item.origin.span,
  };
}

/** A statement that is only kept may define it. */
function isUnknown({ name, builtIn, definitions, uses }: Named, kept: readonly Kept[]): boolean {
  return (
    !builtIn && definitions.length === 0 && uses.length > 0 && !kept.some(({ text }) => text.includes(name))
  );
}

function diagnose(
  { name, item, property }: Mention,
  { id, what, menu }: Unknown,
  defined: readonly string[],
): Diagnostic {
  return {
    id: `rsc/unknown-${id}`,
    severity: 'warning',
    what: `Nothing here is ${what} '${name}'.${didYouMean(name, defined)}`,
    why: 'The router refuses the line, and an import stops there.',
    do: `Correct the name, or add it in ${menu}; ignore this if the text is a part of a configuration.`,
    span: propertyPlace(item, property)?.value ?? item.origin.span,
  };
}
