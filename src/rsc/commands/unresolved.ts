import { closest } from '../spelling/similar.ts';
import { respelt } from '../spelling/spelling.ts';
import {
  ambiguous,
  nearText,
  type Problem,
  type Range,
  refused,
  type Statement,
  type Word,
} from '../syntax/index.ts';
import type { Other, Resolved, Scripting } from './command.ts';
import { common } from './command-names.ts';
import type { MenuNode } from './menu-names.ts';
import { leadingWords, type Segment } from './segments.ts';
import { isCommand, submenusFrom } from './step.ts';

export type Say = (problem: Problem) => void;

/** What a statement turned out to be, and the menu that holds afterwards. */
export interface Resolution {
  readonly menu: MenuNode | string;
  /** Nothing for a line that only changes the menu. */
  readonly resolved?: Resolved | undefined;
}

export function other(kind: Other['kind'], menu: MenuNode | string, statement: Range, from: number): Other {
  return { kind, menu: pathOf(menu), statement, from };
}

/** A statement of the scripting language. */
export function scripting(menu: MenuNode | string, statement: Statement): Scripting {
  return { kind: 'scripting', menu: pathOf(menu), statement, from: statement.start };
}

const pathOf = (menu: MenuNode | string): string => (typeof menu === 'string' ? menu : menu.path);

export function inUnknownMenu(statement: Statement, menu: string): Resolution {
  return { menu, resolved: other('unknown-menu', menu, statement, statement.start) };
}

/** Neither submenu nor command: an unknown menu where a command follows, else an unknown command. */
export function lost(
  statement: Statement,
  segments: readonly Segment[],
  index: number,
  node: MenuNode,
  current: MenuNode | string,
  say: Say,
): Resolution {
  const segment = segments[index];
  const isPath = segments[0]?.text === '/' || (node !== current && index > 0);
  if (!segment || !isPath) return unknownCommand(statement, segment ?? statement, node, current, say);
  const at = segments.findIndex((later, i) => i > index && isCommand(later.text));
  const path = segments.slice(index, at < 0 ? undefined : at).map(({ text }) => text);
  const isLine = at < 0 && leadingWords(statement) === segments.length;
  if (at < 0 && !isLine) return unknownCommand(statement, segment, node, current, say);
  const name = `${node.path === '' ? '/' : `${node.path} `}${path.join(' ')}`;
  sayUnknownMenu(segment, name, node, say);
  if (isLine) return { menu: name };
  return {
    menu: current,
    resolved: other('unknown-menu', name, statement, segments[at]?.start ?? statement.start),
  };
}

function sayUnknownMenu(segment: Segment, name: string, node: MenuNode, say: Say): void {
  const fits = submenusFrom(node, segment.text);
  if (fits.length > 1) {
    sayAmbiguous(segment, fits, say);
    return;
  }
  const near = closest(segment.text, node.children.keys());
  say({
    id: 'rsc/unknown-menu',
    severity: near === undefined ? 'warning' : 'error',
    what: {
      en: `There is no menu '${name}' that we know.${nearText(near).en}`,
      id: `Menu '${name}' tidak dikenal.${nearText(near).id}`,
    },
    why: {
      en: 'Its statements are kept unchanged and have no effect here.',
      id: 'Perintah di dalamnya disimpan apa adanya dan tidak berpengaruh di sini.',
    },
    do:
      near === undefined
        ? {
            en: 'Ignore this if your RouterOS version has that menu.',
            id: 'Abaikan kalau versi RouterOS Anda punya menu itu.',
          }
        : { en: 'Correct the path.', id: 'Perbaiki path-nya.' },
    range: segment,
    ...respelt({ word: segment.text, range: segment }, node.children.keys()),
  });
}

function sayAmbiguous(segment: Segment, names: readonly string[], say: Say): void {
  say({
    id: 'rsc/ambiguous-abbreviation',
    severity: 'error',
    what: {
      en: `'${segment.text}' may mean ${names.map(name => `'${name}'`).join(', ')}.`,
      id: `'${segment.text}' bisa berarti ${names.map(name => `'${name}'`).join(', ')}.`,
    },
    why: ambiguous.why,
    do: ambiguous.do,
    range: segment,
  });
}

function unknownCommand(
  statement: Statement,
  segment: Segment | Statement,
  node: MenuNode,
  current: MenuNode | string,
  say: Say,
): Resolution {
  const known = [...node.children.keys(), ...common];
  const near = 'text' in segment ? closest(segment.text, known) : undefined;
  if (
    !('text' in segment) ||
    looksLikeProse(statement) ||
    (near === undefined && isNoWord(statement, segment))
  )
    return notUnderstood(statement, current, say);
  say({
    id: 'rsc/unknown-command',
    severity: 'error',
    what: {
      en: `'${segment.text}' is neither a command nor a submenu of ${node.path || 'the root menu'}.${nearText(near).en}`,
      id: `'${segment.text}' bukan perintah maupun submenu ${node.path || 'menu utama'}.${nearText(near).id}`,
    },
    why: refused,
    do: { en: 'Correct the word.', id: 'Perbaiki katanya.' },
    range: segment,
    ...respelt({ word: segment.text, range: segment }, known),
  });
  return { menu: current, resolved: other('not-understood', node, statement, statement.start) };
}

/** Something alone on its line that no command could be: `ISP1`, `----`, what another command printed. */
function isNoWord({ words }: Statement, { text }: Segment): boolean {
  return !/^[a-z][a-z0-9-]*$/.test(text) && !words.some(isPathWord);
}

/** Words of a language and not a single `name=value`. */
function looksLikeProse({ words }: Statement): boolean {
  return words.length > 1 && !words.some(word => word.kind === 'argument') && !isPathWord(words[0]);
}

function isPathWord(word: Word | undefined): boolean {
  return word?.kind === 'text' && word.text.startsWith('/');
}

/** `Flags: X - disabled`, `Columns: ADDRESS, NETWORK`, ` 0 A S  dst-address=…`: what `print` shows of a router. */
const isPrinted = ({ words: [first] }: Statement): boolean =>
  first?.kind === 'text' && /^(?:Flags:|Columns:|;;;|\d{1,4})$/.test(first.text);

export function notUnderstood(statement: Statement, current: MenuNode | string, say: Say): Resolution {
  if (isPrinted(statement))
    say({
      id: 'rsc/print-output',
      severity: 'warning',
      what: {
        en: 'This table, which print shows of a router, is not read; paste what /export prints, or print detail.',
        id: 'Tabel yang ditampilkan print ini tidak dibaca; tempel hasil /export, atau print detail.',
      },
      why: {
        en: 'A table leaves out properties that decide: marks, scopes, what is checked.',
        id: 'Tabel tidak menampilkan properti yang menentukan: mark, scope, apa yang dicek.',
      },
      do: {
        en: 'Of one menu: /ip route export, /ip address export and so on (RouterOS 6: with hide-sensitive).',
        id: 'Satu menu saja: /ip route export, /ip address export dan seterusnya (RouterOS 6: dengan hide-sensitive).',
      },
      range: statement,
    });
  else sayProse(statement, say);
  return { menu: current, resolved: other('not-understood', current, statement, statement.start) };
}

function sayProse(statement: Statement, say: Say): void {
  say({
    id: 'rsc/not-understood',
    severity: 'warning',
    what: {
      en: 'This line is no RouterOS command; it is kept as it stands and has no effect.',
      id: 'Baris ini bukan perintah RouterOS; disimpan apa adanya dan tidak berpengaruh.',
    },
    why: {
      en: 'An import on a router stops at the first line that it cannot read.',
      id: 'Import di router berhenti di baris pertama yang tidak bisa dibaca.',
    },
    do: {
      en: 'Remove it, or begin it with `#` if it is a comment.',
      id: 'Hapus, atau awali dengan `#` kalau ini komentar.',
    },
    range: statement,
  });
}

/** `/ip dns allow-remote-requests=yes`: arguments without a command. */
export function bareArguments(statement: Statement, node: MenuNode, say: Say): Other {
  const first = statement.words.find(word => word.start > statement.start) ?? statement;
  say({
    id: 'rsc/missing-command',
    severity: 'error',
    what: {
      en: `No command stands between ${node.path || 'the root menu'} and its properties.`,
      id: `Tidak ada perintah di antara ${node.path || 'menu utama'} dan propertinya.`,
    },
    why: refused,
    do: {
      en: 'Write add or set before the properties.',
      id: 'Tulis add atau set sebelum propertinya.',
    },
    range: { start: first.start, end: first.kind === 'argument' ? first.nameEnd : first.end },
  });
  return other('not-understood', node, statement, statement.start);
}
