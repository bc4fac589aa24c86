import { type Item, itemDefaults } from './item.ts';

/**
 * An item of a menu whose properties are known and checked but that nothing here acts on: services, scripts, clock,
 * IPv6. `set`, `remove` and the rest have been carried out on it like on any other.
 */
export interface PlainItem extends Item {
  readonly menu: string;
  /** A menu of settings has exactly one, without name. */
  readonly single: boolean;
  /** Canonical text by property, secrets masked. */
  readonly properties: Readonly<Record<string, string>>;
}

export function makePlainItem(parts: Partial<PlainItem> & Pick<PlainItem, 'menu'>): PlainItem {
  return { single: false, properties: {}, ...itemDefaults, ...parts };
}
