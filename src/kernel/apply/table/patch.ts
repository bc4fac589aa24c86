import { type Block, baseOf, blocksOf, printBlock } from './blocks.ts';
import { countsIn, elementCountsIn, withCounts, withElementCounts } from './counts.ts';
import { keyOf } from './deciding.ts';
import { type ListChange, listChange } from './elements.ts';
import { handlesIn, ruleChange } from './rule-change.ts';

/** How a table becomes another one in place. */
export interface Patch {
  /** For `nft -f`: one transaction. */
  readonly script: string;
  /** What it touches: `chain filter_forward`. */
  readonly touches: readonly string[];
}

const known = new Set(['chain', 'set', 'map', 'counter']);

/**
 * The commands that make table `before` become `after` (texts of one compiler, without the elements that change by themselves).
 * Chains and sets that stay as they are keep what they have counted and collected; of a chain that changes the
 * rules that differ do; where that is most of them it is filled anew, and those that stay go on counting. Undefined: it takes a whole load.
 *
 * @param text `after` with all its elements
 * @param listing what `nft -j` lists of `before`
 */
export function patchTable(
  table: string,
  before: string,
  after: string,
  text: string,
  listing: string,
): Patch | undefined {
  const [old, wanted] = [blocksOf(before), blocksOf(after)];
  const handles = handlesIn(listing);
  if ([...old, ...wanted].some(({ kind }) => !known.has(kind))) return undefined;
  const was = new Map(old.map(one => [keyOf(one), one]));
  const will = new Map(wanted.map(one => [keyOf(one), one]));
  const lists = changedLists(was, will);
  const made = new Set([...renewed(was, will)].filter(key => !lists.has(key)));
  const changed = wanted.filter(one => isChain(one) && (made.has(keyOf(one)) || touches(one, was, made)));
  const things = wanted.filter(one => !isChain(one) && made.has(keyOf(one)));
  const gone = old.filter(one => !will.has(keyOf(one)) || (made.has(keyOf(one)) && was.has(keyOf(one))));
  const [counts, elements] = [countsIn(listing), elementCountsIn(listing)];
  const filled = changed.map(one => withCounts(was.get(keyOf(one)), one, counts));
  const changes = new Map(
    changed.flatMap((one, i) => {
      const [key, counting] = [keyOf(one), filled[i] ?? one];
      const chain = was.get(key);
      if (!chain || made.has(key) || speaksOfAny(one, made)) return [];
      const change = ruleChange(table, chain, one, counting, handles.get(one.name));
      return change ? [[key, change] as const] : [];
    }),
  );
  const whole = changed.filter(one => !changes.has(keyOf(one)));
  const refilled = whole.filter(one => was.has(keyOf(one)) && !made.has(keyOf(one)));
  const flushed = [...refilled, ...gone.filter(isChain)];
  const texts = new Map(blocksOf(text).map(one => [keyOf(one), one]));
  const load = [
    ...things.map(one => {
      const set = texts.get(keyOf(one)) ?? one;
      // Another rule may ask a set of that name now.
      return isSame(users(was, one), users(will, one)) ? withElementCounts(set, elements) : set;
    }),
    ...filled.filter(one => !changes.has(keyOf(one))),
  ];
  const named = (verb: string) => (one: Block) => `${verb} ${one.kind} inet ${table} ${one.name}`;
  const [rules, entries] = [[...changes.values()], [...lists.values()]];
  const script = [
    ...rules.flatMap(({ removed }) => removed),
    ...entries.flatMap(one => elementsGo(table, one)),
    ...flushed.map(named('flush')),
    // Maps lead to chains, which have to stay for as long.
    ...gone.filter(one => !isChain(one)).map(named('delete')),
    ...gone.filter(isChain).map(named('delete')),
    ...(load.length > 0 ? [`table inet ${table} {`, ...load.map(printBlock), '}'] : []),
    ...rules.flatMap(({ added }) => added),
    ...entries.flatMap(one => elementsCome(table, one)),
    '',
  ].join('\n');
  return { script, touches: [...new Set([...gone, ...load].map(keyOf)), ...changes.keys(), ...lists.keys()] };
}

interface ChangedList extends ListChange {
  readonly name: string;
}

/** Lists of addresses, and maps, of which entries come and go in place. */
function changedLists(was: Blocks, will: Blocks): ReadonlyMap<string, ChangedList> {
  const found = [...will].flatMap(([key, one]): (readonly [string, ChangedList])[] => {
    const before = was.get(key);
    if (!before || isChain(one) || isSame(before.lines, one.lines)) return [];
    const change = listChange(before, one);
    return change ? [[key, { name: one.name, ...change }]] : [];
  });
  return new Map(found);
}

const elementsGo = (table: string, { name, removed }: ChangedList): readonly string[] =>
  removed.length > 0 ? [`delete element inet ${table} ${name} { ${removed.join(', ')} }`] : [];

const elementsCome = (table: string, { name, added }: ChangedList): readonly string[] =>
  added.length > 0 ? [`add element inet ${table} ${name} { ${added.join(', ')} }`] : [];

const isChain = ({ kind }: Block): boolean => kind === 'chain';

type Blocks = ReadonlyMap<string, Block>;

/** Things that are made anew: new ones, sets and counters that are otherwise, chains that packets enter elsewhere. */
function renewed(was: Blocks, will: Blocks): ReadonlySet<string> {
  const isNew = ([key, one]: readonly [string, Block]): boolean => {
    const before = was.get(key);
    if (!before) return true;
    if (isChain(one)) return baseOf(before) !== baseOf(one);
    return (
      !isSame(before.lines, one.lines) ||
      (/^meter\d+$/.test(one.name) && !isSame(users(was, one), users(will, one)))
    );
  };
  return new Set([...will].filter(isNew).map(([key]) => key));
}

/** Rules that count in a set of their own; it is numbered, and may be another rule's now. */
const users = (blocks: Blocks, { name }: Block): readonly string[] =>
  [...blocks.values()]
    .flatMap(({ lines }) => lines.filter(line => line.includes(`@${name} `)))
    .map(line => line.replace(/ comment "[^"]*"$/, ''));

/** Is a chain to be filled anew: its rules are others, or speak of a set that is made anew? */
function touches(chain: Block, was: Blocks, made: ReadonlySet<string>): boolean {
  const before = was.get(keyOf(chain));
  if (!before || !isSame(before.lines, chain.lines)) return true;
  return speaksOfAny(chain, made);
}

const speaksOfAny = ({ lines }: Block, made: ReadonlySet<string>): boolean =>
  [...made].some(key => {
    const [kind, name = ''] = key.split(' ');
    return kind !== 'chain' && lines.some(line => speaksOf(line, name));
  });

const speaksOf = (line: string, name: string): boolean =>
  line.includes(`@${name} `) || line.endsWith(`@${name}`) || line.includes(`"${name}"`);

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((line, i) => line === b[i]);
