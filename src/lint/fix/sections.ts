import { menus, type OutlineStatement } from '../../rsc/index.ts';
import type { Sheet } from './sheet.ts';

/** Lines of a menu that a text does not have yet. */
export interface NewSection {
  readonly menu: string;
  readonly statements: readonly string[];
}

/** Where a section goes: an offset at which a line begins, or the end of the text. */
export interface SectionPlace {
  readonly offset: number;
  /** An empty line parts it from what follows, as the text does it elsewhere. */
  readonly isParted: boolean;
}

const order = menus.map(({ path }) => path);

/** How late exports print a menu; one that is not known stands behind its nearest kin. */
export function rankOf(menu: string): number {
  const known = order.indexOf(menu);
  if (known >= 0) return known;
  for (let words = menu.split(' '); words.length > 0; words = words.slice(0, -1)) {
    const kin = words.join(' ');
    const last = order.findLastIndex(path => path === kin || path.startsWith(`${kin} `));
    if (last >= 0) return last + 0.5;
  }
  return order.length;
}

/** What others name and what names nothing itself: it stands before all that may name it. */
const definitions: ReadonlySet<string> = new Set(['/routing table', '/interface list']);

/**
 * Where exports have the menu: before the first of those that they print later, behind all that they print before it, so that an
 * import finds what the lines name.
 */
export function placeOfSection(sheet: Sheet, menu: string): SectionPlace {
  const rank = rankOf(menu);
  const all = sheet.lines;
  const last = definitions.has(menu) ? -1 : all.findLastIndex(one => rankOf(one.menu) <= rank);
  const next = all.find((one, at) => at > last && rankOf(one.menu) > rank && entersMenu(sheet, one));
  if (!next) return { offset: sheet.text.length, isParted: isParted(sheet.text) };
  const offset = beforeComments(sheet.text, next.statement.start);
  return {
    offset,
    isParted: isParted(sheet.text) && /\n[ \t]*\r?\n[ \t]*$/.test(sheet.text.slice(0, offset)),
  };
}

/** It names its menu from the root and begins a line: what stands before it does not change what it means. */
function entersMenu({ text }: Sheet, { statement: { start } }: OutlineStatement): boolean {
  return text[start] === '/' && (start === 0 || text[start - 1] === '\n');
}

/** Comments directly above a line belong to it, those at the top of a text to all of it. */
function beforeComments(text: string, start: number): number {
  let begin = start;
  for (;;) {
    const above = text.lastIndexOf('\n', begin - 2) + 1;
    if (begin === 0 || !text.startsWith('#', above)) return begin;
    if (above === 0) return start;
    begin = above;
  }
}

/** Do empty lines stand between most sections? */
function isParted(text: string): boolean {
  const begun = text.match(/\n\//g)?.length ?? 0;
  const parted = text.match(/\n[ \t]*\r?\n(?:#[^\n]*\n)*\//g)?.length ?? 0;
  return parted * 2 > begun;
}
