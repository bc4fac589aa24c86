import { isOrdered, type OutlineStatement, positionalOf, quote } from '../../rsc/index.ts';
import { type Change, type Changed, stateText } from './change.ts';
import { found } from './found.ts';
import type { Sheet } from './sheet.ts';

/**
 * Changes as lines for a router that runs the text: what one item gets is one line, as afterwards other words find it.
 * Undefined for each whose item cannot be found there.
 */
export function commandsOf(sheet: Sheet, changes: readonly Change[]): readonly (string | undefined)[] {
  const lines: { readonly item: Changed | undefined; line: string | undefined }[] = [];
  for (const change of changes) {
    const item = change.kind === 'set' ? change.item : undefined;
    const same = item && lines.find(one => one.item?.origin === item.origin);
    if (same && change.kind === 'set')
      same.line = same.line && `${same.line} ${change.property}=${quote(change.value)}`;
    else lines.push({ item, line: commandOf(sheet, change) });
  }
  return fromTheLast(lines.map(({ line }) => line));
}

/** Numbers among items that are alike stay right where the last of them changes first. */
function fromTheLast(lines: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const numbered = lines.filter(line => line?.includes(' set [:pick '));
  return lines.map(line => (line?.includes(' set [:pick ') ? numbered.pop() : line));
}

/** A change as a line for a router that runs the text; undefined where its item cannot be found there. */
export function commandOf(sheet: Sheet, change: Change): string | undefined {
  if (change.kind === 'insert') return inserting(sheet, change);
  if (change.kind === 'state') return words(change.menu, stateText(change));
  const target = targetOf(sheet, change.item);
  const { menu } = change.item.origin;
  if (target === undefined) return undefined;
  switch (change.kind) {
    case 'set':
      return words(menu, 'set', target, `${change.property}=${quote(change.value)}`);
    case 'unset':
      return words(menu, 'set', target, `!${change.property}`);
    case 'remove':
      return words(menu, 'remove', target);
  }
}

const words = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' ');

/** Where the order of a menu counts, what stands behind an item stands before the one that follows it. */
function inserting(sheet: Sheet, change: Extract<Change, { readonly kind: 'insert' }>): string | undefined {
  const { menu, statement, before, behind, isFirst } = change;
  const all = sheet.of(menu);
  const place = before ?? behind;
  const neighbour = place && sheet.at(place.origin);
  if (place && !neighbour) return undefined;
  if (!isOrdered(menu)) return words(menu, statement);
  const first = isFirst ? sheet.firstOf(menu) : undefined;
  const next = first ?? (neighbour && all[all.indexOf(neighbour) + (before ? 0 : 1)]);
  const target = next && targetOfStatement(sheet, next);
  return words(menu, statement, target === undefined ? '' : `place-before=${target}`);
}

/** How a router finds an item: `[find comment=x]`; empty for settings. */
function targetOf(sheet: Sheet, { origin }: Changed): string | undefined {
  const statement = sheet.at(origin);
  return statement && targetOfStatement(sheet, statement);
}

function targetOfStatement(sheet: Sheet, one: OutlineStatement): string | undefined {
  if (one.name === 'set') {
    return positionalOf(one)
      .map(({ start, end }) => sheet.text.slice(start, end))
      .join(' ');
  }
  return one.name === 'add' ? found(sheet, one) : undefined;
}
