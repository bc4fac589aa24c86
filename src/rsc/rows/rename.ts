import { menus, type Property, type Row } from '../menus/index.ts';
import type { Renamed, Store } from './store.ts';

/**
 * An interface gets another name: what was said about it above keeps meaning it, because the router refers to
 * interfaces themselves and not to their names.
 */
export function renameInterface(store: Store, from: string, renamed: Renamed): void {
  const { to } = renamed;
  store.noteRenamed(from, renamed);
  for (const { path } of menus) for (const row of store.at(path)) renameIn(row, from, to);
}

function renameIn(row: Row, from: string, to: string): void {
  for (const [name, property] of row.properties) {
    if (!property.text.includes(from) || !namesInterfaces(row.menu, name)) continue;
    row.properties.set(name, withName(property, from, to));
  }
}

const referring = new Map(
  menus.map(({ path, attributes }) => [
    path,
    new Set(Object.keys(attributes).filter(name => attributes[name]?.type.interfaces !== undefined)),
  ]),
);

function namesInterfaces(menu: string, property: string): boolean {
  return referring.get(menu)?.has(property) ?? false;
}

/** Lists, and conditions with `!`, name interfaces too. */
function withName({ text, ...place }: Property, from: string, to: string): Property {
  const parts = text
    .split(',')
    .map(part =>
      part.replace(/^(!?)(.*)$/s, (_, not: string, name: string) => not + (name === from ? to : name)),
    );
  return { ...place, text: parts.join(',') };
}
