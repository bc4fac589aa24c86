import { type MenuNode, menuAt, rootMenu } from '../rsc/index.ts';
import type { EditedText } from './edited-text.ts';
import { type OpenWords, openWords } from './open-words.ts';

/** What can be typed at a place. */
export type Context =
  /** A menu below `menu`, or one of its commands. */
  | { readonly kind: 'command'; readonly menu: string; readonly typed: string; readonly isPath: boolean }
  /** A property of a command, or what it works on. */
  | {
      readonly kind: 'property';
      readonly menu: string;
      readonly command: string;
      readonly typed: string;
      readonly stated: readonly string[];
    }
  | {
      readonly kind: 'value';
      readonly menu: string;
      readonly property: string;
      /** The part behind the last comma or `!`. */
      readonly typed: string;
    }
  | { readonly kind: 'nothing' };

const nothing: Context = { kind: 'nothing' };

/**
 * What is typed at an offset, told from the line before it: the text behind it may be anything, and mostly is broken while
 * somebody types.
 */
export function contextAt(text: EditedText, offset: number): Context {
  const start = logicalLineStart(text.text, offset);
  const line = text.text.slice(start, offset).replaceAll(/\\\r?\n[ \t]*/g, '');
  if (/^\s*#/.test(line)) return nothing;
  return contextIn(openWords(line), menuBefore(text, start));
}

/** Where the line begins that an offset lies in, with those before that are joined to it. */
function logicalLineStart(text: string, offset: number): number {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0 && /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start)))
    start = text.lastIndexOf('\n', start - 2) + 1;
  return start;
}

/** The menu that a command without a path works in there. */
const menuBefore = ({ outline }: EditedText, offset: number): string =>
  outline.statements.findLast(one => one.isTop && one.kind === 'menu' && one.statement.end <= offset)?.menu ??
  '';

function contextIn({ words, outer, isScript }: OpenWords, before: string): Context {
  const around = outer.length > 0 && !isScript ? menuOf(outer, before) : undefined;
  const [first = ''] = words;
  if (around && /^(?:find|get)$/.test(first) && words.length > 1)
    return argumentContext(around.path, 'find', words.slice(1));
  return commandContext(words, around?.path ?? (isScript ? '' : before));
}

/** The menu that words lead to. */
const menuOf = (words: readonly string[], before: string): MenuNode =>
  walkPath(words, before)?.node ?? menuAt(before) ?? rootMenu;

interface Walked {
  readonly node: MenuNode;
  /** How many words are of the path. */
  readonly used: number;
}

function walkPath(words: readonly string[], before: string): Walked | undefined {
  const [first = ''] = words;
  let node = first.startsWith('/') ? rootMenu : (menuAt(before) ?? rootMenu);
  let used = 0;
  for (const word of words) {
    const next = step(node, word);
    if (!next) break;
    node = next;
    used++;
  }
  return used > 0 ? { node, used } : undefined;
}

function step(from: MenuNode, word: string): MenuNode | undefined {
  let node: MenuNode | undefined = from;
  for (const part of word.split('/').filter(name => name !== '')) {
    node = node && childOf(node, part);
  }
  return word === '' ? undefined : node;
}

/** By its name, or by the only one that begins so. */
function childOf({ children }: MenuNode, name: string): MenuNode | undefined {
  const [only, ...others] = [...children.values()].filter(child => child.name.startsWith(name));
  return children.get(name) ?? (others.length === 0 ? only : undefined);
}

function commandContext(words: readonly string[], before: string): Context {
  const complete = words.slice(0, -1);
  const typed = words.at(-1) ?? '';
  const { node = menuAt(before) ?? rootMenu, used = 0 } = walkPath(complete, before) ?? {};
  const [command, ...rest] = complete.slice(used);
  if (command === undefined) return pathContext(typed, node, complete.length > 0);
  if (/^:|^\$/.test(command)) return nothing;
  return argumentContext(node.path, command, [...rest, typed]);
}

/** `/ip/firewall/na`: what is before the last slash is walked too. */
function pathContext(typed: string, node: MenuNode, isPath: boolean): Context {
  const slash = typed.lastIndexOf('/');
  if (slash < 0) return { kind: 'command', menu: node.path, typed, isPath };
  const from = typed.startsWith('/') ? rootMenu : node;
  const above = slash === 0 ? from : step(from, typed.slice(0, slash));
  return above ? { kind: 'command', menu: above.path, typed: typed.slice(slash + 1), isPath: true } : nothing;
}

function argumentContext(menu: string, command: string, words: readonly string[]): Context {
  const typed = words.at(-1) ?? '';
  const equals = typed.indexOf('=');
  if (equals < 0) {
    const stated = words.slice(0, -1).map(word => word.split(/[=~<>!]/)[0] ?? '');
    return { kind: 'property', menu, command, typed, stated };
  }
  const value = typed.slice(equals + 1);
  const piece = value.slice(value.lastIndexOf(',') + 1).replace(/^!/, '');
  return { kind: 'value', menu, property: typed.slice(0, equals), typed: piece };
}
