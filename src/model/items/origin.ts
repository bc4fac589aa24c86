import { nowhere, type Position, printLine, type Span } from '../../text/index.ts';

/** Where an item came from: the statement that made it and the menu (`/ip firewall mangle`) it stands in. */
export interface Origin {
  readonly menu: string;
  readonly span: Span;
}

/** Origin of items that no text states. */
export const noOrigin: Origin = { menu: '', span: nowhere };

/** `office.rsc:12`; empty for what no text states. */
export function placeOf({ span }: Origin): string {
  return span.file === nowhere.file ? '' : printLine(span);
}

/** A statement; `lines` are the offsets at which its second and further lines begin. */
interface StatementPlace extends Origin {
  readonly lines?: readonly number[];
}

/** A later statement that changed an item: `set`, `enable`, `disable`, `move`, `unset`, `comment`. */
export interface Change extends StatementPlace {
  readonly command: string;
}

/** How a text states an item, for findings and editors that point at a part of it. */
export interface Stated {
  /** As in `StatementPlace`, for the statement that made the item. */
  readonly lines?: readonly number[];
  /** Full names of the stated properties, also where an abbreviation stands; what was unset later is not among them. */
  readonly properties: readonly string[];
  /**
   * Five numbers for each of the properties, packed because a text has many (`propertyPlace` reads them): the statement
   * that states it last (0 made the item, n is its n-th change), then the offsets at which its name begins and ends
   * and its value begins and ends.
   */
  readonly places: readonly number[];
  /** Where the text was made of another one: places of those properties that have another than their statement. */
  readonly made?: Readonly<Record<string, Span>>;
  /** In the order of the text. */
  readonly changes?: readonly Change[];
  /**
   * For properties that hold a script: three numbers for each stretch of it that stands in the source as it is, namely
   * the offset in the script at which it begins, and its line and column (`scriptPosition` reads them).
   */
  readonly scripts?: Readonly<Record<string, readonly number[]>>;
}

/** Where an offset in the script that a property holds stands in the source; undefined where no text states it. */
export function scriptPosition(
  { stated }: { readonly stated?: Stated | undefined },
  property: string,
  offset: number,
): Pick<Position, 'line' | 'column'> | undefined {
  const places = stated?.scripts?.[property] ?? [];
  // Half the stretches that are left begin behind the middle one: long scripts have many.
  let [from, to] = [0, places.length / 3];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((places[3 * middle] ?? 0) <= offset) from = middle + 1;
    else to = middle;
  }
  const [begins, line = 0, column = 0] = places.slice(Math.max(0, 3 * from - 3), 3 * from);
  return begins === undefined ? undefined : { line, column: column + offset - begins };
}

/** Spans of a property as written. For a flag (`blackhole`) and for `enable`, both are the word itself. */
export interface PropertyPlace {
  readonly name: Span;
  readonly value: Span;
}

/** Where a property of an item stands; undefined where no text states it. */
export function propertyPlace(
  { origin, stated }: { readonly origin: Origin; readonly stated?: Stated | undefined },
  property: string,
): PropertyPlace | undefined {
  const index = stated?.properties.indexOf(property) ?? -1;
  if (!stated || index < 0) return undefined;
  const made = stated.made?.[property] ?? (stated.made && origin.span);
  if (made) return { name: made, value: made };
  const [number = 0, ...at] = stated.places.slice(5 * index, 5 * index + 5);
  const [nameStart = 0, nameEnd = 0, valueStart = 0, valueEnd = 0] = at;
  const statement = number === 0 ? { ...origin, ...stated } : stated.changes?.[number - 1];
  if (!statement) return undefined;
  return { name: spanIn(statement, nameStart, nameEnd), value: spanIn(statement, valueStart, valueEnd) };
}

function spanIn(statement: Pick<StatementPlace, 'span' | 'lines'>, start: number, end: number): Span {
  return {
    file: statement.span.file,
    start: positionIn(statement, start),
    end: positionIn(statement, end),
  };
}

function positionIn(
  { span: { start }, lines = [] }: Pick<StatementPlace, 'span' | 'lines'>,
  offset: number,
): Position {
  const index = lines.findLastIndex(line => line <= offset);
  const begins = lines[index];
  return begins === undefined
    ? { offset, line: start.line, column: start.column + offset - start.offset }
    : { offset, line: start.line + index + 1, column: offset - begins + 1 };
}
