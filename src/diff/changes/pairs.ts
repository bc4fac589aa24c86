import type { Entry } from './entry.ts';

/** One entry before and after it was changed. */
export interface Pair {
  readonly before: Entry;
  readonly after: Entry;
}

/** Above so many comparisons only names and comments tell which belong together. */
const mostComparisons = 250_000;
/** Two entries are the same one, changed, where at least this share of their properties is equal. */
const leastAlike = 0.5;

/** Which of what is gone is which of what is new. `name`: the property that names an item of this menu. */
export function pairsOf(gone: readonly Entry[], come: readonly Entry[], name: string): readonly Pair[] {
  const pairs: Pair[] = [];
  const taken = new Set<Entry>();
  const candidates =
    gone.length * come.length > mostComparisons ? namesakes(gone, come, name) : likenesses(gone, come, name);
  for (const { before, after } of candidates) {
    if (taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    pairs.push({ before, after });
  }
  return pairs;
}

/** All that are alike enough, the most alike first; of equals those that stand nearest. */
function likenesses(gone: readonly Entry[], come: readonly Entry[], name: string): readonly Pair[] {
  return gone
    .flatMap(before => come.map(after => ({ before, after, alike: likeness(before, after, name) })))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((a, b) => b.alike - a.alike || distance(a) - distance(b));
}

function namesakes(gone: readonly Entry[], come: readonly Entry[], name: string): readonly Pair[] {
  const named = new Map(come.map(after => [titleOf(after, name), after]));
  return gone.flatMap(before => {
    const after = named.get(titleOf(before, name));
    return after && titleOf(before, name) !== '' ? [{ before, after }] : [];
  });
}

const titleOf = ({ factory, properties }: Entry, name: string): string =>
  factory ?? properties.get(name) ?? properties.get('comment') ?? '';

const distance = ({ before, after }: Pair): number => Math.abs(before.position - after.position);

/** 0: nothing in common; 1: of the same words; above: one name. */
function likeness(before: Entry, after: Entry, name: string): number {
  if (before.kind !== after.kind) return 0;
  if (before.kind === 'settings') return 2;
  if (before.factory !== after.factory) return 0;
  if (before.factory !== undefined) return 2;
  const share = shareOfEqual(wordsOf(before), wordsOf(after));
  const called = before.properties.get(name);
  return called !== undefined && called === after.properties.get(name) ? 1 + share : share;
}

const wordsOf = ({ kind, properties, text }: Entry): readonly string[] =>
  kind === 'statement' ? text.split(' ') : [...properties].map(property => property.join('='));

function shareOfEqual(before: readonly string[], after: readonly string[]): number {
  const words = new Set(before);
  const equal = after.filter(word => words.has(word)).length;
  return equal / Math.max(1, before.length, after.length);
}
