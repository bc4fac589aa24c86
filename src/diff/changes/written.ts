import type { Origin } from '../../model/index.ts';
import { type StatedStatement, statementsOf } from '../../rsc/index.ts';
import type { Position } from '../../text/index.ts';
import type { Change } from './changes.ts';
import { type Entry, statementEntry } from './entry.ts';
import { pairsOf } from './pairs.ts';
import { withoutEquals } from './without-equals.ts';

/** The texts of a configuration by the names of their files. */
type Texts = ReadonlyMap<string, string>;

/**
 * Statements that only one of two configurations has, though none of the `changes` comes from them: a variable that is
 * used elsewhere, a default that is now written out, a value that a later line sets again. The order of words does not
 * count.
 */
export function writtenChanges(before: Texts, after: Texts, changes: readonly Change[]): readonly Change[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const gone = outermost(withoutEquals(old, now).filter(isNotIn(sourcesOf(changes, 'before'))));
  const come = outermost(withoutEquals(now, old).filter(isNotIn(sourcesOf(changes, 'after'))));
  const pairs = pairsOf(gone, come, '');
  return [
    ...pairs.map(pair => ({ kind: 'changed', ...pair, properties: [], moved: false }) as const),
    ...gone
      .filter(one => !pairs.some(pair => pair.before === one))
      .map(one => ({ kind: 'removed', before: one }) as const),
    ...come
      .filter(one => !pairs.some(pair => pair.after === one))
      .map(one => ({ kind: 'added', after: one }) as const),
  ];
}

function entriesOf(texts: Texts): readonly Entry[] {
  return [...texts].flatMap(([file, text]) =>
    statementsOf(text, file).map((statement, position) => entryOf(statement, file, position)),
  );
}

function entryOf({ menu, text, start, end }: StatedStatement, file: string, position: number): Entry {
  const key = `${menu} ${text.split(' ').sort().join(' ')}`;
  return statementEntry({ menu, position, text, key, origin: { menu, span: { file, start, end } } });
}

/** Without those inside the block of another one. */
function outermost(entries: readonly Entry[]): readonly Entry[] {
  const origins = entries.flatMap(({ origin }) => (origin ? [origin] : []));
  return entries.filter(
    ({ origin }) => !origins.some(other => origin && other !== origin && contains(other, origin)),
  );
}

/** The statements from which changes come, on one side. */
function sourcesOf(changes: readonly Change[], side: 'before' | 'after'): readonly Origin[] {
  const entries = changes.flatMap(change => {
    if (change.kind === 'version') return [];
    const { before, after } = { before: undefined, after: undefined, ...change };
    const entry: Entry | undefined = side === 'before' ? before : after;
    return entry ? [entry] : [];
  });
  return entries.flatMap(({ origin, changes: later }) => (origin ? [origin, ...later] : later));
}

const isNotIn =
  (sources: readonly Origin[]) =>
  ({ origin }: Entry): boolean =>
    origin === undefined || !sources.some(source => contains(source, origin));

/** Is it that statement, or one inside its block? */
function contains({ span: outer }: Origin, { span: inner }: Origin): boolean {
  return (
    outer.file === inner.file && comesBefore(outer.start, inner.start) && comesBefore(inner.end, outer.end)
  );
}

const comesBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.column <= b.column);
