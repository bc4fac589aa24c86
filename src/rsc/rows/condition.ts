import type { RouterOsVersion } from '../../model/index.ts';
import type { Variables } from '../commands/index.ts';
import { type Attribute, fallbackText, type Menu, type Row } from '../menus/index.ts';
import { type Argument, type CommandValue, parse, type Statement, type Word } from '../syntax/index.ts';
import { patternTest } from './pattern.ts';

/** What a condition needs to know of its surroundings. */
export interface FindContext {
  readonly menu: Menu;
  readonly variables: Variables;
  readonly version: RouterOsVersion;
  /** The text, for conditions in parentheses. */
  readonly text: string;
  /** What a running router shows of an item; undefined: nobody knows. */
  readonly shown?: ((row: Row, name: string) => string | undefined) | undefined;
  /** The items that are asked about, for what is shown of them. */
  readonly rows?: readonly Row[] | undefined;
}

/** What only a running router shows, where somebody tells it. */
const states: ReadonlySet<string> = new Set(['active', 'inactive', 'running']);

/** More brackets than this are not followed: no configuration rests on them. */
const deepest = 50;

/** A test on items, or undefined where it depends on what only a running router knows. */
export type Test = (row: Row) => boolean;

/** The words of `[ find … ]` after `find` and `where`; undefined where the brackets hold something else. */
export function findWords(value: CommandValue, menu: Menu): readonly Word[] | undefined {
  const [part, ...more] = value.script.parts;
  if (!part && more.length === 0) return undefined;
  if (part?.kind !== 'statement' || more.length > 0) return undefined;
  const at = part.words.findIndex(word => word.kind === 'text' && /(?:^|\/)find$/.test(word.text));
  if (at < 0) return undefined;
  const path = part.words
    .slice(0, at + 1)
    .map(word => (word.kind === 'text' ? word.text : '?'))
    .join(' ');
  const menuPath = path.replaceAll('/', ' ').replace(/find$/, '').trim().replaceAll(/\s+/g, ' ');
  if (menuPath !== '' && `/${menuPath}` !== menu.path) return undefined;
  const rest = part.words.slice(at + 1);
  const [first] = rest;
  return first?.kind === 'text' && first.text === 'where' ? rest.slice(1) : rest;
}

/** Compiles conditions: `and` binds tighter than `or`, neighbours without a word between are both demanded. */
export function compile(words: readonly Word[], context: FindContext): Test | undefined {
  const groups: Test[][] = [[]];
  let negate = false;
  for (const word of words) {
    if (isWord(word, /^(?:&&|and|,)$/)) continue;
    if (isWord(word, /^(?:\|\||or)$/)) groups.push([]);
    else if (isWord(word, /^!$/)) negate = true;
    else {
      const test = compileOne(word, context);
      if (!test) return undefined;
      groups.at(-1)?.push(negate ? row => !test(row) : test);
      negate = false;
    }
  }
  return row => groups.some(tests => tests.every(test => test(row)));
}

function isWord(word: Word, test: RegExp): boolean {
  return word.kind === 'text' && !word.quoted && test.test(word.text);
}

function compileOne(word: Word, context: FindContext): Test | undefined {
  if (word.kind === 'argument') return compare(word, context);
  if (word.kind === 'expression')
    return compileNested(context.text.slice(word.start + 1, word.end - 1), context);
  if (word.kind !== 'text') return undefined;
  const negated = word.text.startsWith('!');
  const rest = negated ? word.text.slice(1) : word.text;
  const test = isTruth(rest, context);
  return test && (negated ? row => !test(row) : test);
}

/** `( … )` is parsed as if it stood in brackets of its own. */
function compileNested(text: string, context: FindContext): Test | undefined {
  if (text.split('(').length > deepest) return undefined;
  const value = bracketed(`[find ${text}]`);
  const words = value && findWords(value, context.menu);
  return words && compile(words, { ...context, text: `[find ${text}]` });
}

function bracketed(text: string): CommandValue | undefined {
  const [part] = parse(text, '').script.parts;
  const [word] = part?.kind === 'statement' ? (part satisfies Statement).words : [];
  return word?.kind === 'command' ? word : undefined;
}

/** `disabled`, `dynamic`: flags that can be asked for by name. */
function isTruth(name: string, context: FindContext): Test | undefined {
  const { menu, version } = context;
  if (name === 'default') return () => false;
  if (name === 'dynamic') return row => row.dynamic === true;
  if (name === 'static') return row => row.dynamic !== true;
  if (states.has(name)) return shownAs(name, 'true', context);
  const attribute = menu.attributes[name];
  if (!attribute) return undefined;
  return row => /^(?:yes|true)$/.test(propertyText(row, name, attribute, version));
}

function compare({ name, operator, value }: Argument, context: FindContext): Test | undefined {
  const literal = context.variables.literal(value);
  if (literal === undefined) return undefined;
  if (name === 'dynamic' || name === 'default') {
    const wanted = /^(?:no|false)$/.test(literal) === (operator === '=');
    return row => (name === 'dynamic' && row.dynamic === true) !== wanted;
  }
  if (states.has(name) && (operator === '=' || operator === '!=')) {
    const wanted = /^(?:yes|true)$/.test(literal) === (operator === '=');
    return shownAs(name, `${wanted}`, context);
  }
  const attribute = context.menu.attributes[name];
  if (!attribute && !context.menu.others.includes(name)) return undefined;
  const read = (row: Row) => propertyText(row, name, attribute, context.version);
  return compareText(read, operator, literal, attribute);
}

/** A test on what is shown; undefined where that is not told of every item. */
function shownAs(name: string, wanted: string, { shown, rows = [] }: FindContext): Test | undefined {
  if (!shown || rows.some(row => shown(row, name) === undefined)) return undefined;
  return row => shown(row, name) === wanted;
}

function compareText(
  read: (row: Row) => string,
  operator: Argument['operator'],
  literal: string,
  attribute: Attribute<unknown> | undefined,
): Test | undefined {
  const wanted = canonical(literal, attribute);
  switch (operator) {
    case '=':
      return row => canonical(read(row), attribute) === wanted;
    case '!=':
      return row => canonical(read(row), attribute) !== wanted;
    case '~':
      return matching(read, literal);
    default:
      return undefined;
  }
}

function matching(read: (row: Row) => string, pattern: string): Test | undefined {
  const test = patternTest(pattern);
  return test && (row => test(read(row)));
}

function canonical(text: string, attribute: Attribute<unknown> | undefined): string {
  const value = attribute?.type.read(text);
  return value === undefined || !attribute ? text : attribute.type.write(value);
}

/** A property of an item as text, or what it has by default. */
export function propertyText(
  row: Row,
  name: string,
  attribute: Attribute<unknown> | undefined,
  version: RouterOsVersion,
): string {
  return row.properties.get(name)?.text ?? (attribute ? fallbackText(attribute, version) : '');
}
