import type { Argument, Range, Statement, Value } from '../syntax/index.ts';
import type { Command } from './command.ts';
import { type MenuNode, rootMenu } from './menu-names.ts';
import { isBare, leading, leadingWords, type Segment } from './segments.ts';
import { isCommand, step } from './step.ts';
import {
  bareArguments,
  inUnknownMenu,
  lost,
  notUnderstood,
  type Resolution,
  type Say,
  scripting,
} from './unresolved.ts';

const keyword =
  /^(?::|(?:if|for|foreach|while|do|local|global|put|delay|return|onerror|else|error|execute|parse|resolve)$)/;

/** What was asked last: a list has thousands of statements that begin alike. */
let asked = { word: '', isKeyword: false };

function isKeyword(word: string): boolean {
  if (asked.word !== word) asked = { word, isKeyword: keyword.test(word) };
  return asked.isKeyword;
}

/** Finds menu and command of a statement that stands in `current` (a path that we do not know is a string). */
export function resolve(statement: Statement, current: MenuNode | string, say: Say): Resolution {
  const [first] = statement.words;
  if (first?.kind === 'variable') return { menu: current, resolved: scripting(current, statement) };
  if (!first || !isBare(first)) return notUnderstood(statement, current, say);
  if (isKeyword(first.text)) return { menu: current, resolved: scripting(current, statement) };
  const segments = leading(statement.words);
  const start = startOf(segments, current);
  return start === undefined
    ? inUnknownMenu(statement, String(current))
    : walk(statement, segments, start, current, say);
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

function walk(
  statement: Statement,
  segments: readonly Segment[],
  start: MenuNode,
  current: MenuNode | string,
  say: Say,
): Resolution {
  let node = start;
  let index = 0;
  for (const segment of segments) {
    const next = step(node, segment);
    if (next === undefined) return lost(statement, segments, index, node, current, say);
    if (typeof next === 'string')
      return { menu: current, resolved: command(statement, node.path, next, segment) };
    node = next;
    index++;
  }
  if (segments.length === leadingWords(statement)) return { menu: node };
  return { menu: current, resolved: bareArguments(statement, node, say) };
}

function command(statement: Statement, menu: string, name: string, at: Range): Command {
  const named: Argument[] = [];
  const positional: Value[] = [];
  for (const word of statement.words) {
    if (word.start < at.end) continue;
    if (word.kind === 'argument') named.push(word);
    else positional.push(word);
  }
  return {
    kind: 'command',
    menu,
    name,
    nameRange: at,
    arguments: exactly(named),
    positional: exactly(positional),
    statement,
    inferred: false,
  };
}

const nothing: readonly never[] = [];

/** Without the room that an array keeps for more: a text has many commands. */
const exactly = <T>(words: readonly T[]): readonly T[] => (words.length === 0 ? nothing : words.slice());
