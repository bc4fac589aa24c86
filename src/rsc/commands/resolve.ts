import { closest } from '../similar.ts';
import type { Argument, Problem, Range, Statement, TextValue, Value, Word } from '../syntax/index.ts';
import type { Command, Other, Resolved } from './command.ts';
import { acting, changing, common } from './command-names.ts';
import { type MenuNode, rootMenu } from './menu-names.ts';

/** What a statement turned out to be, and the menu that holds afterwards. */
export interface Resolution {
  readonly menu: MenuNode | string;
  /** Nothing for a line that only changes the menu. */
  readonly resolved?: Resolved | undefined;
}

interface Segment extends Range {
  readonly text: string;
}

type Say = (problem: Problem) => void;

const scripting =
  /^(?::|(?:if|for|foreach|while|do|local|global|put|delay|return|onerror|else|error|execute|parse|resolve)$)/;

/** Finds menu and command of a statement that stands in `current` (a path that we do not know is a string). */
export function resolve(statement: Statement, current: MenuNode | string, say: Say): Resolution {
  const [first] = statement.words;
  if (!first || !isBare(first)) return notUnderstood(statement, current, say);
  if (scripting.test(first.text))
    return { menu: current, resolved: other('scripting', current, statement, statement.start) };
  const segments = leading(statement.words);
  const start = startOf(segments, current);
  return start === undefined
    ? inUnknownMenu(statement, String(current))
    : walk(statement, segments, start, current, say);
}

function isBare(word: Word): word is TextValue {
  return word.kind === 'text' && !word.quoted;
}

/** The bare words before the first argument, paths split at their slashes. */
function leading(words: readonly Word[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const word of words) {
    if (!isBare(word)) break;
    if (!word.text.includes('/') || (segments.length > 0 && /^[\d!]/.test(word.text))) segments.push(word);
    else segments.push(...split(word));
  }
  return segments;
}

function split(word: TextValue): readonly Segment[] {
  const parts: Segment[] = [];
  if (word.text.startsWith('/')) parts.push({ text: '/', start: word.start, end: word.start + 1 });
  for (const match of word.text.matchAll(/[^/]+/g)) {
    const start = word.start + match.index;
    parts.push({ text: match[0], start, end: start + match[0].length });
  }
  return parts;
}

/** Where the walk begins; undefined inside a menu that we do not know. */
function startOf(segments: readonly Segment[], current: MenuNode | string): MenuNode | undefined {
  const [first, second] = segments;
  if (first?.text === '/') return rootMenu;
  const root = rootMenu.children.get(first?.text ?? '');
  const isPath = root && (typeof current === 'string' || !current.children.has(first?.text ?? ''));
  if (isPath && second && (root.children.has(second.text) || isCommand(second.text))) return rootMenu;
  if (isPath && segments.length === 1 && current !== rootMenu && !isCommand(root.name)) return rootMenu;
  return typeof current === 'string' ? undefined : current;
}

/** Menus that hold nothing but menus: there `add` is an abbreviation of `address`. */
const containers = new Set([
  '/ip',
  '/ip firewall',
  '/ipv6',
  '/ipv6 firewall',
  '/tool',
  '/system',
  '/routing',
  '/queue',
  '/ppp',
]);

function isCommand(text: string): boolean {
  return common.includes(text) || acting.includes(text);
}

function walk(
  statement: Statement,
  segments: readonly Segment[],
  start: MenuNode,
  current: MenuNode | string,
  say: Say,
): Resolution {
  let node = start;
  for (const [index, segment] of segments.entries()) {
    const next = step(node, segment);
    if (next === undefined) return lost(statement, segments, index, node, current, say);
    if (typeof next === 'string')
      return { menu: current, resolved: command(statement, node.path, next, segment) };
    node = next;
  }
  if (segments.length === leadingWords(statement)) return { menu: node };
  return { menu: current, resolved: bareArguments(statement, node, say) };
}

function leadingWords(statement: Statement): number {
  return statement.words.every(isBare) ? leading(statement.words).length : -1;
}

/** A submenu, the full name of a command, or undefined. Unique beginnings are enough, as on the router. */
function step(node: MenuNode, { text }: Segment): MenuNode | string | undefined {
  if (text === '/') return rootMenu;
  if (text === '..') return node.parent ?? node;
  const child = node.children.get(text);
  if (child) return child;
  if (isCommand(text) && !(containers.has(node.path) && changing.some(name => name === text))) return text;
  return abbreviated(node, text);
}

function abbreviated(node: MenuNode, text: string): MenuNode | string | undefined {
  const [menu, ...others] = submenusFrom(node, text);
  if (menu !== undefined) return others.length === 0 ? node.children.get(menu) : undefined;
  const commands = node === rootMenu || text.length < 2 ? [] : common.filter(name => name.startsWith(text));
  return preferred(commands);
}

function submenusFrom(node: MenuNode, text: string): readonly string[] {
  return /^[a-z]/.test(text) ? [...node.children.keys()].filter(name => name.startsWith(text)) : [];
}

/** `re` is remove rather than reset: the shortest of the configuration commands, as the console completes. */
function preferred(commands: readonly string[]): string | undefined {
  const [first] = commands;
  if (commands.length < 2) return first;
  return commands.every(name => name.startsWith(first ?? '')) ? first : undefined;
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

function command(statement: Statement, menu: string, name: string, at: Range): Command {
  const rest = statement.words.filter(word => word.start >= at.end);
  return {
    kind: 'command',
    menu,
    name,
    nameRange: { start: at.start, end: at.end },
    arguments: rest.filter((word): word is Argument => word.kind === 'argument'),
    positional: rest.filter((word): word is Value => word.kind !== 'argument'),
    statement,
    inferred: false,
  };
}

function other(kind: Other['kind'], menu: MenuNode | string, statement: Range, from: number): Other {
  return { kind, menu: typeof menu === 'string' ? menu : menu.path, statement, from };
}

function inUnknownMenu(statement: Statement, menu: string): Resolution {
  return { menu, resolved: other('unknown-menu', menu, statement, statement.start) };
}

/** Neither submenu nor command: an unknown menu where a command follows, else an unknown command. */
function lost(
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
    why: 'Its statements are kept as they stand and have no effect here.',
    do: near === undefined ? 'Nothing, if your router has it.' : 'Correct the path.',
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
  if (!('text' in segment) || looksLikeProse(statement)) return notUnderstood(statement, current, say);
  const near = closest(segment.text, [...node.children.keys(), ...common]);
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

/** Words of a language and not a single `name=value`. */
function looksLikeProse({ words }: Statement): boolean {
  return words.length > 1 && !words.some(word => word.kind === 'argument') && !isPathWord(words[0]);
}

function isPathWord(word: Word | undefined): boolean {
  return word?.kind === 'text' && word.text.startsWith('/');
}

function notUnderstood(statement: Statement, current: MenuNode | string, say: Say): Resolution {
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
function bareArguments(statement: Statement, node: MenuNode, say: Say): Other {
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
