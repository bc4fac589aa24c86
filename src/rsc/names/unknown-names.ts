import {
  type Kept,
  type Mention,
  type Named,
  propertyPlace,
  type References,
  type Referred,
  type Router,
  referencesOf,
} from '../../model/index.ts';
import type { Diagnostic, Language, Span } from '../../text/index.ts';
import { inLanguage, type Sentences } from '../problems/say.ts';
import { closest, meant } from '../spelling/similar.ts';
import { editsFor } from '../spelling/spelling.ts';
import { nearText, refused, type Said } from '../syntax/index.ts';

/** What is said of a name that nothing defines. */
interface Unknown {
  readonly id: string;
  /** `an interface list`, before the name. */
  readonly what: Said;
  /** The menu that would define it. */
  readonly menu: string;
}

/** Kinds of names that only a text defines. Marks are not here, and lists of addresses have sentences of their own. */
const checked: readonly (readonly [Referred, Unknown])[] = [
  [
    'interface-list',
    {
      id: 'interface-list',
      what: { en: 'an interface list', id: 'interface list' },
      menu: '/interface list',
    },
  ],
  [
    'routing-table',
    { id: 'table', what: { en: 'a routing table', id: 'routing table' }, menu: '/routing table' },
  ],
  ['pool', { id: 'pool', what: { en: 'an address pool', id: 'address pool' }, menu: '/ip pool' }],
  [
    'simple-queue',
    { id: 'queue', what: { en: 'a simple queue', id: 'simple queue' }, menu: '/queue simple' },
  ],
  [
    'queue-tree',
    {
      id: 'queue',
      what: { en: 'a queue of the tree or an interface', id: 'queue tree atau interface' },
      menu: '/queue tree',
    },
  ],
  ['queue-type', { id: 'queue-type', what: { en: 'a queue type', id: 'queue type' }, menu: '/queue type' }],
];

/**
 * Names that something uses and nothing defines. A text that defines no name of that kind may be a part of a
 * configuration, so nothing is said unless its header says that it is an export.
 */
export function unknownNames(
  router: Router,
  language: Language,
  writtenAt: WrittenAt,
): readonly Diagnostic[] {
  const references = referencesOf(router);
  const context = { language, writtenAt };
  return [
    ...namesWithoutDefinition(router, references, context),
    ...emptyAddressLists(router, references, context),
  ];
}

interface Context {
  readonly language: Language;
  readonly writtenAt: WrittenAt;
}

/** The letters of a place; undefined where the text is put together from several files. */
type WrittenAt = (span: Span) => string | undefined;

/** Where one name of that kind is near, and no other as near, it is put there: a person has to say whether it was meant. */
function respelt(
  word: string,
  span: Span,
  defined: readonly string[],
  writtenAt: WrittenAt,
): Pick<Diagnostic, 'fix'> {
  const [right, written] = [meant(word, defined), writtenAt(span)];
  const { start, end } = span;
  const range = { start: start.offset, end: end.offset };
  const edits =
    right === undefined || written === undefined ? [] : editsFor([{ word, range, written }], right);
  const [edit] = edits ?? [];
  if (!edit || written?.includes('\n')) return {};
  const into = edit.range.start - range.start;
  // A value stands on one line here: it is written as it reads.
  const at = { offset: edit.range.start, line: start.line, column: start.column + into };
  const until = edit.range.end - edit.range.start;
  const to = { offset: edit.range.end, line: start.line, column: at.column + until };
  return {
    fix: { commands: [], edits: [{ span: { ...span, start: at, end: to }, text: edit.text }], isSafe: false },
  };
}

function namesWithoutDefinition(router: Router, references: References, context: Context): Diagnostic[] {
  return checked.flatMap(([kind, unknown]) => {
    const names = references.of(kind);
    const defined = names.filter(({ definitions }) => definitions.length > 0).map(({ name }) => name);
    if (defined.length === 0 && router.version.text === '') return [];
    return names
      .filter(named => isUnknown(named, router.kept))
      .flatMap(({ uses }) => uses.map(use => diagnose(use, unknown, defined, context)));
  });
}

function emptyAddressLists(router: Router, references: References, context: Context): Diagnostic[] {
  const lists = references.of('address-list');
  const filled = lists.filter(({ definitions }) => definitions.length > 0).map(({ name }) => name);
  return emptyLists(router).flatMap(({ uses }) => uses.map(use => emptyList(use, filled, context)));
}

/** Lists of addresses that something asks and no statement, rule, server or script of the text fills. */
export function emptyLists(router: Router): readonly Named[] {
  // Who took the lists out of the text before he showed it had them.
  if (
    router.kept.some(({ text }) => /^\[\s*(?:erased|redacted|removed)\b[^\]]*address-list/i.test(text.trim()))
  )
    return [];
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

function emptyList(
  { name, item, property }: Mention,
  filled: readonly string[],
  { language, writtenAt }: Context,
): Diagnostic {
  const span = propertyPlace(item, property)?.value ?? item.origin.span;
  return {
    id: 'rsc/empty-address-list',
    severity: 'warning',
    ...inLanguage(emptyListSaid(name, closest(name, filled)), language),
    span,
    ...respelt(name, span, filled, writtenAt),
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
  { language, writtenAt }: Context,
): Diagnostic {
  const span = propertyPlace(item, property)?.value ?? item.origin.span;
  return {
    id: `rsc/unknown-${id}`,
    severity: 'warning',
    ...inLanguage(unknownSaid(what, menu, name, closest(name, defined)), language),
    span,
    ...respelt(name, span, defined, writtenAt),
  };
}

const emptyListSaid = (name: string, near: string | undefined): Sentences => ({
  what: {
    en: `Nothing here fills the address list '${name}'.${nearText(near).en}`,
    id: `Tidak ada yang mengisi address list '${name}' di sini.${nearText(near).id}`,
  },
  why: {
    en: 'The router takes the line: the condition never holds, with `!` always, until something fills the list.',
    id: 'Router menerima baris ini: syaratnya tidak pernah cocok, dengan `!` selalu cocok, sampai ada yang mengisi list itu.',
  },
  do: {
    en: 'Correct the name, or add addresses in /ip firewall address-list; ignore this if a script or the console fills it.',
    id: 'Perbaiki namanya, atau tambahkan alamat di /ip firewall address-list; abaikan kalau diisi skrip atau dari console.',
  },
});

const unknownSaid = (what: Said, menu: string, name: string, near: string | undefined): Sentences => ({
  what: {
    en: `Nothing here is ${what.en} '${name}'.${nearText(near).en}`,
    id: `Tidak ada ${what.id} '${name}' di sini.${nearText(near).id}`,
  },
  why: refused,
  do: {
    en: `Correct the name, or add it in ${menu}; ignore this if the text is a part of a configuration.`,
    id: `Perbaiki namanya, atau tambahkan di ${menu}; abaikan kalau teks ini hanya sebagian konfigurasi.`,
  },
});
