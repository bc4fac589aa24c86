import type { Origin } from './items/origin.ts';
import { wordsOf } from './kept-words.ts';
import type { Router } from './router.ts';

/** An enabled item of a menu that nothing acts on: its properties as the text states them. */
export interface StatedItem {
  readonly menu: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly origin: Origin;
}

/**
 * Enabled items of menus, interfaces among them, whether the model knows their properties or only keeps their
 * statements. A menu of settings that is only kept is one item, made by all its `set`; other commands on kept items are
 * not carried out.
 */
export function statedItems({ plain, kept, interfaces }: Router, menu: RegExp): StatedItem[] {
  const known = plain.filter(item => menu.test(item.menu) && !item.disabled && item.stated !== undefined);
  const found = new Map<string, StatedItem>();
  for (const statement of kept) {
    const { origin, reason } = statement;
    if (!menu.test(origin.menu) || reason === 'not-evaluated' || reason === 'not-understood') continue;
    const [[command] = [], ...words] = wordsOf(statement);
    // A word without value says which item is set: `[find …]`, a number, a name.
    const isOfMenu = command === 'set' && words.every(([, value]) => value !== '');
    if (command !== 'add' && !isOfMenu) continue;
    const key = command === 'add' ? `${found.size} ${origin.menu}` : origin.menu;
    const before = found.get(key)?.properties ?? {};
    found.set(key, { menu: origin.menu, properties: { ...before, ...Object.fromEntries(words) }, origin });
  }
  const named = new Set([...found.values()].map(({ properties }) => properties['name']));
  const tunnels = interfaces
    .filter(item => menu.test(item.origin.menu) && !item.disabled && !named.has(item.name))
    .map(({ name, properties, origin }) => ({
      menu: origin.menu,
      properties: { ...properties, name },
      origin,
    }));
  const isEnabled = ({ properties }: StatedItem): boolean => properties['disabled'] !== 'yes';
  return [...known, ...tunnels, ...found.values()].filter(isEnabled);
}
