import { propertyPlace } from '../../model/index.ts';
import { argumentOf, type OutlineStatement, quote, type Range, withGap } from '../../rsc/index.ts';
import type { Edit } from '../../text/index.ts';
import type { Change, Changed } from './change.ts';
import type { Sheet } from './sheet.ts';

type Of<K extends Change['kind']> = Extract<Change, { readonly kind: K }>;

/** A change as edits of the text; undefined where it cannot be written there: in scripts, in blocks, on pages. */
export function editsOf(sheet: Sheet, change: Change): readonly Edit[] | undefined {
  switch (change.kind) {
    case 'set':
      return listed(setting(sheet, change));
    case 'unset':
      return listed(unsetting(sheet, change));
    case 'remove':
      return listed(removing(sheet, change.item));
    case 'insert':
      return listed(inserting(sheet, change));
  }
}

const listed = (edit: Edit | undefined): readonly Edit[] | undefined => edit && [edit];

function setting(sheet: Sheet, { item, property, value }: Of<'set'>): Edit | undefined {
  const place = propertyPlace(item, property);
  if (place) {
    const statement = sheet.holding(place.value.start.offset);
    if (statement?.menu !== item.origin.menu) return undefined;
    const range = { start: place.value.start.offset, end: place.value.end.offset };
    const isFlag = place.name.start.offset === range.start;
    return sheet.edit(range, isFlag ? `${property}=${quote(value)}` : quote(value));
  }
  const statement = sheet.at(item.origin);
  if (!statement) return undefined;
  const stated = argumentOf(statement, property);
  if (stated) return sheet.edit(stated.value, quote(value));
  const { end } = statement.statement;
  return sheet.edit({ start: end, end }, ` ${property}=${quote(value)}`);
}

function unsetting(sheet: Sheet, { item, property }: Of<'unset'>): Edit | undefined {
  const statement = sheet.at(item.origin);
  const argument = statement && argumentOf(statement, property);
  return argument && sheet.edit(withGap(statement, argument), '');
}

/** With its whole line, where nothing else stands there. */
function removing(sheet: Sheet, { origin }: Changed): Edit | undefined {
  const statement = sheet.at(origin);
  return statement && sheet.edit(linesOf(sheet.text, statement.statement), '');
}

function linesOf(text: string, { start, end }: Range): Range {
  const begin = text.lastIndexOf('\n', start - 1) + 1;
  const rest = /^[ \t]*;?[ \t]*(?:\r?\n|$)/.exec(text.slice(end))?.[0];
  const isAlone = rest !== undefined && /^[ \t]*$/.test(text.slice(begin, start));
  return isAlone ? { start: begin, end: end + rest.length } : { start, end };
}

function inserting(sheet: Sheet, change: Of<'insert'>): Edit | undefined {
  const { menu, statement, before, behind, isFirst } = change;
  const first = isFirst ? sheet.firstOf(menu) : undefined;
  if (before || first) {
    const next = before ? sheet.at(before.origin) : first;
    if (!next || !beginsLine(sheet.text, next)) return undefined;
    const { start } = next.statement;
    return sheet.edit({ start, end: start }, `${pathBefore(sheet, next)}${statement}\n`);
  }
  const last = behind ? sheet.at(behind.origin) : sheet.of(menu).at(-1);
  if (!last) return behind || sheet.isPage ? undefined : atTheEnd(sheet, menu, statement);
  const end = endOfLine(sheet.text, last);
  if (end === undefined) return undefined;
  return sheet.edit({ start: end, end }, `\n${pathBefore(sheet, last)}${statement}`);
}

/** The path that the neighbour names, `/ip route `, and what it is indented by. */
const pathBefore = (sheet: Sheet, { statement, from }: OutlineStatement): string =>
  sheet.text.slice(statement.start, from);

const beginsLine = (text: string, { statement: { start } }: OutlineStatement): boolean =>
  /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - 200), start));

/** Where the line of a statement ends; undefined where another one begins there. */
function endOfLine(text: string, { statement: { end } }: OutlineStatement): number | undefined {
  const rest = /^[ \t]*;?[ \t]*(?:#[^\n]*?)?(?=\r?\n|$)/.exec(text.slice(end))?.[0];
  return rest === undefined ? undefined : end + rest.length;
}

function atTheEnd(sheet: Sheet, menu: string, statement: string): Edit {
  const { text } = sheet;
  const end = text.length;
  const begin = text === '' || text.endsWith('\n') ? '' : '\n';
  return sheet.edit({ start: end, end }, `${begin}${menu}\n${statement}\n`);
}
