import type { PlacedCommand, Variables } from '../commands/index.ts';
import type { Menu, Property } from '../menus/index.ts';
import { closest } from '../spelling/similar.ts';
import { respelt } from '../spelling/spelling.ts';
import {
  type Argument,
  ambiguous,
  holdsScript,
  nearText,
  type Problem,
  type Range,
  refused,
  type Said,
  type Value,
} from '../syntax/index.ts';
import { lostBreaks } from './lost-breaks.ts';

/** Arguments of a command by full name, and names to unset. */
export interface Stated {
  readonly properties: Map<string, Property>;
  readonly unset: readonly string[];
  /** Positional values that are no flags: what the command works on. */
  readonly targets: readonly Value[];
  /** `place-before`, `numbers`, `copy-from`, `destination`, `value-name`: meant for the command, not for the item. */
  readonly directions: ReadonlyMap<string, Argument>;
}

const directions = new Set(['place-before', 'numbers', 'copy-from', 'destination', 'value-name']);

/** What most commands have of those. */
const noDirections: Stated['directions'] = new Map();
const nothing: readonly never[] = [];

interface Context {
  readonly menu: Menu;
  readonly variables: Variables;
  /** The text that the command stands in. */
  readonly text: string;
  readonly say: (problem: Problem) => void;
}

/** Reads the arguments; undefined where one of them is only known to a running router. */
export function readStated(command: PlacedCommand, context: Context): Stated | undefined {
  const lost = lostBreaks(command);
  if (lost) {
    context.say(lost);
    return undefined;
  }
  const properties = new Map<string, Property>();
  let given = noDirections;
  for (const argument of command.arguments) {
    if (directions.has(argument.name)) given = new Map([...given, [argument.name, argument]]);
    else if (!addArgument(argument, properties, command, context)) return undefined;
  }
  if (command.positional.length === 0)
    return { properties, unset: nothing, targets: nothing, directions: given };
  const unset: string[] = [];
  const targets: Value[] = [];
  for (const value of command.positional)
    readPositional(value, command, context, { properties, unset, targets });
  return { properties, unset, targets, directions: given };
}

function addArgument(
  argument: Argument,
  properties: Map<string, Property>,
  { statement, arguments: all }: PlacedCommand,
  context: Context,
): boolean {
  const text = propertyValue(argument, context);
  if (text === undefined) return false;
  const property = fullName(argument, all, context);
  if (properties.has(property)) sayTwice(argument, property, context);
  const name = { start: argument.start, end: argument.nameEnd };
  const { start, end } = argument.value;
  // Copies: the words of a statement are several times its text, and go once it is carried out.
  properties.set(property, { text, range: { start, end }, name, statement });
  return true;
}

/** A script may stand in braces; everything else in a value is worked out. */
function propertyValue({ name, value }: Argument, { variables, text }: Context): string | undefined {
  if (value.kind === 'block' && holdsScript(name)) return text.slice(value.start + 1, value.end - 1);
  return variables.literal(value);
}

/** The full name of a property; unknown ones are said and keep the name they have. */
function fullName(argument: Argument, all: readonly Argument[], context: Context): string {
  const { name, start, nameEnd } = argument;
  const { menu, say } = context;
  if (isKnown(name, menu)) {
    const deprecated = menu.deprecated[name];
    if (deprecated !== undefined) sayDeprecated(argument, deprecated, context);
    return name;
  }
  const known = [...Object.keys(menu.attributes), ...menu.others];
  const begins = known.filter(other => other.startsWith(name));
  const [only] = begins;
  if (only !== undefined && begins.length === 1 && name.length > 1) return only;
  const range = { start, end: nameEnd };
  if (begins.length > 1) sayAmbiguous(name, begins, range, menu, say);
  else sayUnknown(name, known, all, range, context);
  return name;
}

function sayUnknown(
  name: string,
  known: readonly string[],
  all: readonly Argument[],
  range: Range,
  { menu, say }: Context,
): void {
  const hint = menu.hint?.(name) ?? nearText(closest(name, known));
  const stated = new Set(all.map(one => one.name));
  say({
    id: 'rsc/unknown-property',
    severity: 'error',
    what: {
      en: `'${name}' is not a property of ${menu.path}.${hint.en}`,
      id: `'${name}' bukan properti ${menu.path}.${hint.id}`,
    },
    why: refused,
    do: { en: 'Correct or remove the property.', id: 'Perbaiki atau hapus properti itu.' },
    range,
    // One that the line has already would stand twice.
    ...respelt(
      { word: name, range },
      known.filter(one => !stated.has(one)),
    ),
  });
}

function sayAmbiguous(
  name: string,
  fits: readonly string[],
  range: Range,
  menu: Menu,
  say: Context['say'],
): void {
  const first = fits.slice(0, 4).map(fit => `'${fit}'`);
  const listed = `${first.join(', ')}${fits.length > 4 ? ' …' : ''}`;
  say({
    id: 'rsc/ambiguous-abbreviation',
    severity: 'error',
    what: {
      en: `'${name}' may mean ${listed} in ${menu.path}.`,
      id: `'${name}' bisa berarti ${listed} di ${menu.path}.`,
    },
    why: ambiguous.why,
    do: ambiguous.do,
    range,
  });
}

function sayDeprecated(
  { name, start, nameEnd, end }: Argument,
  because: Said,
  { menu, say, text }: Context,
): void {
  const gap = /(?:[ \t]|\\\r?\n)*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  say({
    id: 'rsc/deprecated-property',
    severity: 'warning',
    what: {
      en: `'${name}' of ${menu.path} is deprecated: ${because.en}.`,
      id: `'${name}' di ${menu.path} sudah usang: ${because.id}.`,
    },
    why: { en: 'Some versions refuse the line.', id: 'Sebagian versi menolak baris ini.' },
    do: { en: 'Leave it out.', id: 'Hapus.' },
    range: { start, end: nameEnd },
    // Without a condition a rule would match more; what the model has no place for decides nothing.
    ...(menu.attributes[name] === undefined && {
      fix: { edits: [{ range: { start: start - gap, end }, text: '' }], isSafe: true },
    }),
  });
}

function sayTwice({ start, nameEnd }: Argument, name: string, { say }: Context): void {
  say({
    id: 'rsc/property-twice',
    severity: 'warning',
    what: {
      en: `'${name}' stands twice in this line; the last one counts here.`,
      id: `'${name}' tertulis dua kali di baris ini; di sini yang terakhir berlaku.`,
    },
    why: {
      en: 'Which of the two a router takes is not documented.',
      id: 'Mana yang dipakai router tidak didokumentasikan.',
    },
    do: { en: 'Remove one of them.', id: 'Hapus salah satunya.' },
    range: { start, end: nameEnd },
  });
}

interface Found {
  readonly properties: Map<string, Property>;
  readonly unset: string[];
  readonly targets: Value[];
}

function readPositional(value: Value, command: PlacedCommand, context: Context, found: Found): void {
  const text = value.kind === 'text' && !value.quoted ? value.text : '';
  if (text.startsWith('!') && isKnown(text.slice(1), context.menu)) found.unset.push(text.slice(1));
  else if (isFlag(text, context.menu))
    found.properties.set(text, { text: 'yes', range: value, name: value, statement: command.statement });
  else if (command.name === 'add') sayUnexpected(value, text, context);
  else found.targets.push(value);
}

function isKnown(name: string, { attributes, others }: Menu): boolean {
  return name in attributes || others.includes(name);
}

/** `fib`, `blackhole`: a property that is yes when its name stands there. */
function isFlag(text: string, menu: Menu): boolean {
  return menu.attributes[text]?.flag === true;
}

function sayUnexpected(value: Value, text: string, { menu, say }: Context): void {
  const near = nearText(closest(text, Object.keys(menu.attributes)));
  const hint: Said = text.startsWith('=')
    ? { en: ' No blank may stand before `=`.', id: ' Sebelum `=` tidak boleh ada spasi.' }
    : isKnown(text, menu)
      ? { en: ' It needs a value.', id: ' Nilainya belum ada.' }
      : near;
  say({
    id: 'rsc/unexpected-word',
    severity: 'error',
    what: {
      en: `'${text}' has no meaning here.${hint.en}`,
      id: `'${text}' tidak ada artinya di sini.${hint.id}`,
    },
    why: refused,
    do: {
      en: 'Write name=value without blanks around `=`, and quote values with blanks.',
      id: 'Tulis nama=nilai tanpa spasi di sekitar `=`, dan beri tanda kutip pada nilai yang mengandung spasi.',
    },
    range: value,
    ...respelt(
      { word: text, range: value },
      Object.keys(menu.attributes).filter(name => isFlag(name, menu)),
    ),
  });
}
