import { type Change, hashStart, hashText, Identities, type Stated } from '../../model/index.ts';
import { isSecret, type Placed, type Property, type Row } from '../menus/index.ts';
import {
  furtherLines,
  holdsScript,
  partAt,
  type Range,
  type Source,
  scriptPlaces,
  spanOf,
} from '../syntax/index.ts';

/** Says for the rows of one text where they come from, where each property stands, what changed them, and their ids. */
export class Places {
  readonly ids = new Identities();
  readonly #source: Source;
  readonly #names: NameNode = { names: [], scripts: [], next: new Map() };

  constructor(source: Source) {
    this.#source = source;
  }

  of(row: Row): Placed {
    const { menu, range } = row;
    const origin = { menu, span: spanOf(this.#source, range) };
    return { id: this.#id(row), origin, stated: this.#stated(row) };
  }

  #id({ menu, factory, properties }: Row): string {
    const name = properties.get('name')?.text;
    const comment = properties.get('comment')?.text;
    return this.ids.give({ menu, factory, name, comment, hash: () => hashOf(properties) });
  }

  #stated(row: Row): Stated {
    const lines = linesOf(row.range, this.#source);
    let node = this.#names;
    // Of its final length from the start: an array that grows keeps room for as much again.
    const places = new Array<number>(row.properties.size * 5);
    let at = 0;
    for (const [name, property] of row.properties) {
      node = after(node, name);
      putPlace(property, row, places, at);
      at += 5;
    }
    const scripts = node.scripts.length > 0 ? scriptsOf(row, node.scripts, this.#source) : undefined;
    const made = madeOf(row, this.#source);
    // What most items have.
    if (!scripts && !lines && !made && row.changes.length === 0) return { properties: node.names, places };
    return {
      properties: node.names,
      places,
      ...(scripts && { scripts }),
      ...(lines && { lines }),
      ...(made && { made }),
      ...(row.changes.length > 0 && { changes: changesOf(row, this.#source) }),
    };
  }
}

/** Places of the scripts that a row holds; undefined where it holds none. */
function scriptsOf({ properties }: Row, names: readonly string[], source: Source): Stated['scripts'] {
  const found: Record<string, readonly number[]> = {};
  for (const name of names) {
    const { text = '', range } = properties.get(name) ?? {};
    if (text !== '' && range) found[name] = scriptPlaces(source, range);
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

/** Places in what the text was made of; undefined where it was not. */
function madeOf({ range, properties }: Row, source: Source): Stated['made'] {
  const part = partAt(source, range);
  if (!part?.made) return undefined;
  return Object.fromEntries(
    [...properties].map(([name, property]) => [name, spanOf(source, property.range)]),
  );
}

/** Lists of names that begin alike: rows with the same properties share one, for there are many. */
interface NameNode {
  readonly names: readonly string[];
  /** Those of them that may hold scripts. */
  readonly scripts: readonly string[];
  readonly next: Map<string, NameNode>;
}

function after(node: NameNode, name: string): NameNode {
  const known = node.next.get(name);
  if (known) return known;
  const scripts = holdsScript(name) ? [...node.scripts, name] : node.scripts;
  const made = { names: [...node.names, name], scripts, next: new Map() };
  node.next.set(name, made);
  return made;
}

/** Secrets stay out: an id is shown to people. */
function hashOf(properties: ReadonlyMap<string, Property>): number {
  let hash = hashStart;
  for (const [name, { text }] of properties) {
    if (!isSecret(name)) hash = hashText(hashText(hash, name), text);
  }
  return hash;
}

function putPlace({ range, name, statement }: Property, row: Row, places: number[], at: number): void {
  places[at] = statement === row.range ? 0 : numberOf(statement, row);
  places[at + 1] = name.start;
  places[at + 2] = name.end;
  places[at + 3] = range.start;
  places[at + 4] = range.end;
}

function numberOf(statement: Range, { changes }: Row): number {
  return changes.findLastIndex(change => change.statement === statement) + 1;
}

function changesOf({ menu, changes }: Row, source: Source): readonly Change[] {
  return changes.map(({ command, statement }) => {
    const lines = linesOf(statement, source);
    return { menu, span: spanOf(source, statement), command, ...(lines && { lines }) };
  });
}

/** Offsets at which the second and further lines of a statement begin. */
function linesOf({ start, end }: Range, source: Source): readonly number[] | undefined {
  const first = source.text.indexOf('\n', start);
  if (first < 0 || first >= end) return undefined;
  return furtherLines(source, { start, end });
}
