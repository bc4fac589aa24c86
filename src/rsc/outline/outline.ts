import {
  changing,
  collect,
  type MenuBlock,
  type MenuNode,
  menuAt,
  menuBlock,
  resolve,
  rootMenu,
} from '../commands/index.ts';
import {
  holdsScript,
  operandAt,
  type Part,
  parse,
  type Script,
  type Source,
  type Statement,
  type Value,
  type Word,
} from '../syntax/index.ts';
import { type Frame, quotedScript, wholeText } from './frame.ts';

/** A statement with its menu known, wherever it stands. */
export interface OutlineStatement {
  /** `menu`: a line that only enters a menu; `scripting`: the scripting language; `other`: no RouterOS. */
  readonly kind: 'command' | 'menu' | 'scripting' | 'other';
  /** The menu that it works in, or enters. */
  readonly menu: string;
  /** Full name of the command; empty where it is none. */
  readonly name: string;
  /** Where the name begins; behind the path. */
  readonly from: number;
  readonly statement: Statement;
  readonly frame: Frame;
  /** It stands in the text itself, not in a script, a block or brackets. */
  readonly isTop: boolean;
}

export interface Outline {
  readonly source: Source;
  readonly statements: readonly OutlineStatement[];
}

type Menu = MenuNode | string;

/**
 * Every statement in the order of the text; what stands inside another one comes right behind it. `isShallow`: those of the text
 * itself alone, which is faster.
 */
export function outlineOf(text: string, file: string, isShallow = false): Outline {
  const { source, script } = parse(text, file);
  let known: ReadonlyMap<number, string> | undefined;
  const inferred = (): ReadonlyMap<number, string> => (known ??= inferredIn(script));
  const statements: OutlineStatement[] = [];
  const walk: Walk = {
    frame: wholeText(text),
    inferred,
    isTop: true,
    isShallow,
    add: one => statements.push(one),
  };
  walkScript(script, rootMenu, walk);
  return { source, statements };
}

const inferredIn = (script: Script): ReadonlyMap<number, string> =>
  new Map(collect(script).statements.map(one => [one.statement.start, one.menu]));

interface Walk {
  readonly frame: Frame;
  /** Menus of commands without a path, by where they begin; found out when the first of them asks. */
  readonly inferred: () => ReadonlyMap<number, string>;
  readonly isTop: boolean;
  /** Words are not looked into. */
  readonly isShallow: boolean;
  readonly add: (statement: OutlineStatement) => void;
}

function walkScript({ parts }: Script, menu: Menu, walk: Walk): void {
  let current = menu;
  for (const part of parts) current = walkPart(part, current, walk);
}

function walkPart(part: Part, menu: Menu, walk: Walk): Menu {
  if (part.kind === 'statement') return walkStatement(part, menu, walk);
  if (part.kind === 'prompt') return menuAt(part.path) ?? rootMenu;
  if (part.kind === 'block-statement') walkScript(part.script, menu, { ...walk, isTop: false });
  return part.kind === 'noise' && part.what === 'fence' ? rootMenu : menu;
}

const silent = (): void => undefined;

/** `/ip firewall { filter add … }`: the menu holds inside of the braces only. */
function walkMenuBlock({ path, script }: MenuBlock, menu: Menu, walk: Walk): boolean {
  const found = resolve(path, menu, silent);
  if (found.resolved) return false;
  walkStatement(path, menu, walk);
  walkScript(script, found.menu, { ...walk, isTop: false });
  return true;
}

function walkStatement(statement: Statement, menu: Menu, walk: Walk): Menu {
  const block = menuBlock(statement);
  if (block && walkMenuBlock(block, menu, walk)) return menu;
  const found = resolve(statement, menu, silent);
  const { resolved } = found;
  const { frame, isTop } = walk;
  if (!resolved) {
    const path = pathOf(found.menu);
    walk.add({ kind: 'menu', menu: path, name: '', from: statement.end, statement, frame, isTop });
    return found.menu;
  }
  if (resolved.kind === 'command') {
    const { name, nameRange } = resolved;
    const stated = resolved.menu === '' && changing.some(one => one === name) ? walk.inferred() : undefined;
    const path = stated?.get(statement.start) ?? resolved.menu;
    const kind = path === '' ? 'scripting' : 'command';
    walk.add({ kind, menu: path, name, from: nameRange.start, statement, frame, isTop });
    walkWords(statement.words, path, walk);
  } else {
    const kind = resolved.kind === 'scripting' ? 'scripting' : 'other';
    walk.add({ kind, menu: resolved.menu, name: '', from: resolved.from, statement, frame, isTop });
    walkWords(statement.words, menu, walk);
  }
  return found.menu;
}

const pathOf = (menu: Menu): string => (typeof menu === 'string' ? menu : menu.path);

/** Commands whose string is a script. */
const runsString = /^:?(?:execute|parse)$/;

function walkWords(words: readonly Word[], at: Menu, walk: Walk): void {
  if (walk.isShallow) return;
  const menu = typeof at === 'string' ? (menuAt(at) ?? at) : at;
  const [first] = words;
  const runs = first?.kind === 'text' && runsString.test(first.text);
  for (const word of words) {
    if (word.kind === 'argument') walkValue(word.value, menu, walk, holdsScript(word.name));
    else walkValue(word, menu, walk, runs && word !== first);
  }
}

function walkValue(value: Value, menu: Menu, walk: Walk, isScript: boolean): void {
  const inside = { ...walk, isTop: false };
  switch (value.kind) {
    case 'command':
    case 'block':
      walkScript(value.script, menu, inside);
      break;
    case 'mixed':
      for (const part of value.parts) walkValue(part, menu, walk, false);
      break;
    case 'expression':
      walkExpression(walk.frame.text, value.start + 1, value.end, menu, inside);
      break;
    case 'text':
      if (isScript && value.quoted) walkString(quotedScript(value, walk.frame), inside);
      break;
    case 'variable':
      break;
  }
}

const nothing: ReadonlyMap<number, string> = new Map();

function walkString(frame: Frame | undefined, walk: Walk): void {
  if (!frame) return;
  const { script } = parse(frame.text, 'script');
  walkScript(script, rootMenu, { ...walk, frame, inferred: () => nothing });
}

/** Commands in brackets and strings of an expression. */
function walkExpression(text: string, from: number, end: number, menu: Menu, walk: Walk): void {
  for (let at = from; at < end; at++) {
    if (!'["'.includes(text[at] ?? ' ')) continue;
    const value = operandAt(text, at);
    walkValue(value, menu, walk, false);
    at = Math.max(at, value.end - 1);
  }
}
