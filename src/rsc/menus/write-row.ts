import { existsIn, type Gate, type Item, type Origin, type RouterOsVersion } from '../../model/index.ts';
import type { Attribute, Attributes, Loss, WrittenRow } from './menu.ts';
import { fallbackOf } from './values.ts';

/** Texts of the values that are not the version's default (`verbose`: of all that are anything). */
export function writeValues(
  attributes: Attributes,
  values: Readonly<Record<string, unknown>>,
  version: RouterOsVersion,
  verbose: boolean,
): Map<string, string> {
  const written = new Map<string, string>();
  for (const name in attributes) {
    const attribute = attributes[name];
    const value = values[name];
    if (!attribute || value === undefined || !existsIn(attribute.only, version)) continue;
    const text = attribute.type.write(value);
    if (verbose || attribute.always || text !== fallback(attribute, version)) written.set(name, text);
  }
  return written;
}

/** Stated values whose property that version does not have. */
export function lossesOf(
  menu: string,
  attributes: Attributes,
  values: Readonly<Record<string, unknown>>,
  origin: Origin,
  version: RouterOsVersion,
): readonly Loss[] {
  const losses: Loss[] = [];
  for (const property in attributes) {
    const attribute = attributes[property];
    const value = values[property];
    if (!attribute?.only || value === undefined || existsIn(attribute.only, version)) continue;
    const text = attribute.type.write(value);
    if (text !== fallback(attribute, version))
      losses.push({ menu, property, text, gate: attribute.only, origin });
  }
  return losses;
}

/** Kept properties of an item that a version does not have. */
export function keptLosses(
  menu: string,
  gates: Readonly<Record<string, Gate>>,
  { properties = {}, origin }: Item,
  version: RouterOsVersion,
): readonly Loss[] {
  return Object.entries(properties).flatMap(([property, text]) => {
    const gate = gates[property];
    return gate && !existsIn(gate, version) ? [{ menu, property, text, gate, origin }] : [];
  });
}

function fallback(attribute: Attribute<unknown>, version: RouterOsVersion): string | undefined {
  const value = fallbackOf(attribute, version);
  return value === undefined ? undefined : attribute.type.write(value);
}

/** The row of an item: its values, what every item has, and the properties that are only kept. */
export function writeItem(
  attributes: Attributes,
  item: Item,
  values: Readonly<Record<string, unknown>>,
  version: RouterOsVersion,
  verbose: boolean,
): WrittenRow & { readonly properties: Map<string, string> } {
  const { disabled, comment, factory, origin, stated } = item;
  const properties = writeValues(attributes, { ...values, disabled, comment }, version, verbose);
  for (const [name, text] of Object.entries(item.properties ?? {})) properties.set(name, text);
  return { factory, properties, origin, changes: stated?.changes };
}
