import { closest } from '../similar.ts';
import type { Problem, Range, Statement, Word } from '../syntax/index.ts';
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
    what: `There is no menu '${name}' that we know.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    why: 'Its statements are kept unchanged and have no effect here.',
    do: near === undefined ? 'Ignore this if your RouterOS version has that menu.' : 'Correct the path.',
    range: segment,
  });
}

function sayAmbiguous(segment: Segment, names: readonly string[], say: Say): void {
  say({
    id: 'rsc/ambiguous-abbreviation',
    severity: 'error',
    what: `'${segment.text}' may mean ${names.map(name => `'${name}'`).join(', ')}.`,
    why: 'The router refuses an abbreviation that fits several names.',
    do: 'Write the name in full.',
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
  const near = 'text' in segment ? closest(segment.text, [...node.children.keys(), ...common]) : undefined;
  if (
    !('text' in segment) ||
    looksLikeProse(statement) ||
    (near === undefined && isNoWord(statement, segment))
  )
    return notUnderstood(statement, current, say);
  say({
    id: 'rsc/unknown-command',
    severity: 'error',
    what: `'${segment.text}' is neither a command nor a submenu of ${node.path || 'the root menu'}.${near === undefined ? '' : ` Did you mean '${near}'?`}`,
    why: 'The router refuses the line, and an import stops there.',
    do: 'Correct the word.',
    range: segment,
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

export function notUnderstood(statement: Statement, current: MenuNode | string, say: Say): Resolution {
  say({
    id: 'rsc/not-understood',
    severity: 'warning',
    what: 'This line is no RouterOS command; it is kept as it stands and has no effect.',
    why: 'An import on a router stops at the first line that it cannot read.',
    do: 'Remove it, or begin it with `#` if it is a comment.',
    range: statement,
  });
  return { menu: current, resolved: other('not-understood', current, statement, statement.start) };
}

/** `/ip dns allow-remote-requests=yes`: arguments without a command. */
export function bareArguments(statement: Statement, node: MenuNode, say: Say): Other {
  const first = statement.words.find(word => word.start > statement.start) ?? statement;
  say({
    id: 'rsc/missing-command',
    severity: 'error',
    what: `No command stands between ${node.path || 'the root menu'} and its properties.`,
    why: 'The router refuses the line, and an import stops there.',
    do: 'Write add or set before the properties.',
    range: { start: first.start, end: first.kind === 'argument' ? first.nameEnd : first.end },
  });
  return other('not-understood', node, statement, statement.start);
}
