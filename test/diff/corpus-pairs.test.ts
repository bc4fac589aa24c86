import { describe, expect, it } from 'vitest';
import { type Change, changesBetween, type Entry, writtenChanges } from '../../src/diff/index.ts';
import type { Origin } from '../../src/model/index.ts';
import { formatRouterOs, readRouterOs, type StatedStatement, statementsOf } from '../../src/rsc/index.ts';
import { generator } from '../../src/spread/index.ts';
import { corpusFiles, hasCorpus } from '../rsc/corpus.ts';

// JALUR_RUNS=500 JALUR_SEED=1 compares that many pairs.
const runs = Number(process.env['JALUR_RUNS'] ?? 120);
const seed = Number(process.env['JALUR_SEED'] ?? 1);

const file = 'text.rsc';

function differences(before: string, after: string): readonly Change[] {
  const [old, now] = [readRouterOs(before, { file }), readRouterOs(after, { file })];
  const changes = changesBetween(old.router, now.router, { before: old.secrets, after: now.secrets });
  return [...changes, ...writtenChanges(new Map([[file, before]]), new Map([[file, after]]), changes)];
}

type Edit = (text: string, random: (below: number) => number) => string | undefined;

/** Another character of the same sort, so that many changed values are values still. */
const other = (character: string): string =>
  /[0-8]/.test(character)
    ? `${Number(character) + 1}`
    : character === '9'
      ? '8'
      : character === 'x'
        ? 'y'
        : 'x';

const edits: Readonly<Record<string, Edit>> = {
  value: (text, random) => {
    const values = [...text.matchAll(/[\w-]+=("[^"\\$[]*[\w]"|[\w.:/-]*\w)/g)];
    const found = values[random(values.length)];
    if (!found) return undefined;
    const at = found.index + found[0].search(/\w"?$/);
    return `${text.slice(0, at)}${other(text[at] ?? '')}${text.slice(at + 1)}`;
  },
  removed: text => (text.startsWith('/') ? undefined : ''),
  'without a property': text => {
    const shorter = text.replace(/ [\w-]+=[\w.:/-]+(?=\s*$)/, '');
    return shorter === text ? undefined : shorter;
  },
};

interface Pair {
  readonly name: string;
  readonly edit: string;
  readonly statement: StatedStatement;
  readonly before: string;
  readonly after: string;
}

/** Pairs of a text and the same with one statement changed, the same for the same seed. */
function* pairs(count: number): Generator<Pair> {
  const random = generator(seed);
  const texts = corpusFiles().map(({ name, text }) => ({ name, text, statements: statementsOf(text, file) }));
  const many = texts.filter(({ statements }) => statements.length > 3);
  const kinds = Object.keys(edits);
  for (let made = 0; made < count; ) {
    const { name, text, statements } = many[random(many.length)] as (typeof many)[number];
    const statement = statements[random(statements.length)] as StatedStatement;
    const edit = kinds[random(kinds.length)] ?? 'value';
    const { start, end } = statement;
    const written = text.slice(start.offset, end.offset);
    const changed = edits[edit]?.(written, random);
    if (changed === undefined) continue;
    made++;
    yield {
      name,
      edit,
      statement,
      before: text,
      after: text.slice(0, start.offset) + changed + text.slice(end.offset),
    };
  }
}

/** Where the statements stand that a change names. */
function originsIn(change: Change): readonly Origin[] {
  if (change.kind === 'version') return [];
  const { before, after } = { before: undefined, after: undefined, ...change };
  return [before, after].flatMap((entry: Entry | undefined) =>
    entry ? [...(entry.origin ? [entry.origin] : []), ...entry.changes] : [],
  );
}

/** Does it name that statement, or one around it? */
const names = (change: Change, { start }: StatedStatement): boolean =>
  originsIn(change).some(({ span }) => span.start.line <= start.line && start.line <= span.end.line);

/** What scripting computes shows where it is used, and what is called otherwise is not found by others. */
const isUsedElsewhere = ({ menu, text }: StatedStatement): boolean => menu === '' || /\bname=/.test(text);

describe.skipIf(!hasCorpus)('diff over the corpus (absent without the shared corpus)', () => {
  it(`one statement changed: seed ${seed}, ${runs} pairs → that statement is named, and no other`, () => {
    const wrong = [...pairs(runs)].flatMap(({ name, edit, statement, before, after }) => {
      const changes = differences(before, after);
      const named = changes.filter(change => names(change, statement)).length;
      const right = named > 0 && (named === changes.length || isUsedElsewhere(statement));
      return right ? [] : [{ name, edit, line: statement.start.line, named, others: changes.length - named }];
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('a formatted copy → no change', () => {
    const changed = corpusFiles().filter(
      ({ text, name }) => differences(text, formatRouterOs(text, name).text).length > 0,
    );
    expect(changed.map(({ name }) => name)).toEqual([]);
  });
});
