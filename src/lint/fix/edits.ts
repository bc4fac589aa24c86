import { propertyPlace } from '../../model/index.ts';
import {
  argumentOf,
  type OutlineStatement,
  positionalOf,
  quote,
  type Range,
  withGap,
} from '../../rsc/index.ts';
import type { Edit } from '../../text/index.ts';
import { type Change, type Changed, stateText } from './change.ts';
import { type NewSection, placeOfSection, rankOf } from './sections.ts';
import type { Sheet } from './sheet.ts';

type Of<K extends Change['kind']> = Extract<Change, { readonly kind: K }>;

/**
 * Changes as edits of the text; undefined where one of them cannot be written there, in scripts, in blocks, on pages: half of a
 * mend may be worse than the mistake.
 */
export function editsFor(sheet: Sheet, changes: readonly Change[]): readonly Edit[] | undefined {
  const isNew = (change: Change): change is Of<'insert' | 'state'> =>
    (change.kind === 'insert' || change.kind === 'state') && sheet.of(change.menu).length === 0;
  const sections = sectionsOf(sheet, changes.filter(isNew));
  if (sections.length > 0 && sheet.isPage) return undefined;
  const inPlace = changes.filter(change => !isNew(change)).map(change => editOf(sheet, change));
  const edits = inPlace.flatMap(edit => edit ?? []);
  return edits.length < inPlace.length ? undefined : [...edits, ...newSections(sheet, sections)];
}

function editOf(sheet: Sheet, change: Change): Edit | undefined {
  switch (change.kind) {
    case 'set':
      return setting(sheet, change);
    case 'unset':
      return unsetting(sheet, change);
    case 'remove':
      return removing(sheet, change.item);
    case 'insert':
      return inserting(sheet, change);
    case 'state':
      return inSettings(sheet, change);
  }
}

/** In the last statement that sets the same thing, else on a line behind those of its menu. */
function inSettings(sheet: Sheet, change: Of<'state'>): Edit | undefined {
  const { menu, property, value, target = '' } = change;
  const setting = sheet.of(menu).findLast(one => one.name === 'set' && targetText(sheet, one) === target);
  if (setting) return stating(sheet, setting, property, value);
  return inserting(sheet, { kind: 'insert', menu, statement: stateText(change) });
}

const targetText = ({ text }: Sheet, one: OutlineStatement): string =>
  positionalOf(one)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');

function setting(sheet: Sheet, { item, property, value }: Of<'set'>): Edit | undefined {
  const place = propertyPlace(item, property);
  if (place) {
    const statement = sheet.holding(place.value.start.offset);
    if (statement?.menu !== item.origin.menu) return undefined;
    const range = { start: place.value.start.offset, end: place.value.end.offset };
    if (isWorkedOut(sheet.text.slice(range.start, range.end))) return undefined;
    const isFlag = place.name.start.offset === range.start;
    return sheet.edit(range, isFlag ? `${property}=${quote(value)}` : quote(value));
  }
  const statement = sheet.at(item.origin);
  return statement && stating(sheet, statement, property, value);
}

/** Its value, or behind all that the statement says. */
function stating(
  sheet: Sheet,
  statement: OutlineStatement,
  property: string,
  value: string,
): Edit | undefined {
  const stated = argumentOf(statement, property);
  if (stated && isWorkedOut(sheet.text.slice(stated.value.start, stated.value.end))) return undefined;
  if (stated) return sheet.edit(stated.value, quote(value));
  const { end } = statement.statement;
  return sheet.edit({ start: end, end }, ` ${property}=${quote(value)}`);
}

/** A variable, a command or an expression: what stands there is whoever fills it to say. */
const isWorkedOut = (written: string): boolean => /^[[(]/.test(written) || /(?:^|[^\\])\$/.test(written);

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
  const { menu, before, behind, isFirst } = change;
  const statement = sheet.written(change.statement);
  const first = isFirst ? sheet.firstOf(menu) : undefined;
  if (before || first) {
    const next = before ? sheet.at(before.origin) : first;
    if (!next || !beginsLine(sheet.text, next)) return undefined;
    const { start } = next.statement;
    return sheet.edit({ start, end: start }, `${pathBefore(sheet, next)}${statement}\n`);
  }
  const last = behind ? sheet.at(behind.origin) : sheet.of(menu).at(-1);
  if (!last) return undefined;
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

/** Lines of menus that the text does not have, a section for each. */
function sectionsOf(sheet: Sheet, inserts: readonly Of<'insert' | 'state'>[]): readonly NewSection[] {
  const menus = [...new Set(inserts.map(({ menu }) => menu))].sort((a, b) => rankOf(a) - rankOf(b));
  return menus.map(menu => {
    const own = inserts.filter(one => one.menu === menu);
    // Each that is put before all stands before those above it.
    const statements = own.map(one => (one.kind === 'state' ? stateText(one) : sheet.written(one.statement)));
    return { menu, statements };
  });
}

/** Those that go to one place are one edit, in the order of exports. */
function newSections(sheet: Sheet, sections: readonly NewSection[]): readonly Edit[] {
  const places = new Map<number, string>();
  for (const section of sections) {
    const { offset, isParted } = placeOfSection(sheet, section.menu);
    places.set(offset, `${places.get(offset) ?? ''}${sectionText(sheet, section, offset, isParted)}`);
  }
  return [...places].map(([start, text]) => {
    const isCut = start > 0 && sheet.text[start - 1] !== '\n';
    return sheet.edit({ start, end: start }, `${isCut ? '\n' : ''}${text}`);
  });
}

function sectionText(
  sheet: Sheet,
  { menu, statements }: NewSection,
  offset: number,
  isParted: boolean,
): string {
  const lines = sheet.namesMenusInLines
    ? statements.map(statement => `${menu} ${statement}\n`).join('')
    : `${menu}\n${statements.map(statement => `${statement}\n`).join('')}`;
  if (!isParted) return lines;
  return offset === sheet.text.length ? `\n${lines}` : `${lines}\n`;
}
