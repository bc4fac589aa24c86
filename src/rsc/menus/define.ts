import {
  existsIn,
  type Gate,
  type Item,
  noOrigin,
  type Router,
  type RouterOsVersion,
} from '../../model/index.ts';
import type { Said } from '../syntax/index.ts';
import { bool, text, type ValueType } from '../types/index.ts';
import type { Draft } from './draft.ts';
import type { Attribute, Attributes, Building, Menu, Row, Values } from './menu.ts';
import { ownNames } from './own-names.ts';
import { isSecret, masked } from './secret.ts';
import { readValues, sayGated } from './values.ts';
import { keptLosses, lossesOf, writeItem, writeValues } from './write-row.ts';

/** A property that may be absent. */
export function optional<T>(type: ValueType<T>, only?: Gate): Attribute<T | undefined> {
  return { type, required: false, ...(only && { only }) };
}

/** A property with a default. */
export function withDefault<T>(
  type: ValueType<T>,
  fallback: T | ((version: RouterOsVersion) => T),
  only?: Gate,
): Attribute<T> {
  return { type, required: false, fallback, ...(only && { only }) };
}

/** A property without which the item makes no sense. */
export function required<T>(type: ValueType<T>): Attribute<T> {
  return { type, required: true, always: true };
}

/** A property without which an item does nothing; see `Attribute.mayBeLost`. */
export function losable<T>(type: ValueType<T>): Attribute<T> {
  return { ...required(type), mayBeLost: true };
}

/** What every item has: where it is from, disabled, comment, and properties that are only kept. */
export type Common = Pick<Item, 'id' | 'origin' | 'stated' | 'disabled' | 'comment'> & {
  readonly factory?: string;
  readonly properties?: Readonly<Record<string, string>>;
};

interface ListSpec<A extends Attributes, I> {
  readonly path: string;
  /** Versions that have the menu; absent: all. */
  readonly only?: Gate;
  readonly attributes: A;
  /** Names of properties that are only kept, separated by blanks. */
  readonly others?: string;
  readonly deprecated?: Readonly<Record<string, Said>>;
  /** Which of the attributes the menu has; without it all. */
  readonly has?: (property: string) => boolean;
  /** Versions that have the kept properties, where not all do. */
  readonly gates?: Readonly<Record<string, Gate>>;
  readonly hint?: (property: string) => Said | undefined;
  readonly key?: string;
  /** Beginning of the names that the router gives: an item without a name becomes `bridge1`. */
  readonly names?: string;
  readonly factory?: boolean;
  /** Where new items are off unless `disabled=no` is said. */
  readonly disabled?: (version: RouterOsVersion) => boolean;
  readonly into: (draft: Draft) => I[];
  /** The items of this menu in a router. */
  readonly from: (router: Router) => readonly I[];
  /** The inverse of `read`; what is left out is not written. */
  readonly write: (item: I, version: RouterOsVersion) => Partial<Values<A>>;
  /** Properties that the item holds as text in a place of its own. */
  readonly extra?: (item: I) => Readonly<Record<string, string>>;
  readonly read: (values: Values<A>, common: Common, row: Row, building: Building) => I | undefined;
}

/** A menu of items that are added, set and removed. Its table is made when first asked for: most texts have few menus. */
export function list<A extends Attributes, I extends Item>(spec: ListSpec<A, I>): Menu {
  let made: Table | undefined;
  const table = (): Table => (made ??= tableOf(spec));
  const itemsOf = (router: Router, version: RouterOsVersion) =>
    existsIn(spec.only, version) ? spec.from(router) : [];
  return {
    path: spec.path,
    kind: 'list',
    only: spec.only,
    get attributes() {
      return table().theirs;
    },
    get others() {
      return table().others;
    },
    deprecated: ownNames(spec.deprecated ?? {}),
    hint: spec.hint,
    key: spec.key ?? 'name',
    names: spec.names,
    factory: spec.factory ?? false,
    build: (row, building) => buildItem(spec, table(), row, building),
    items: router => itemsOf(router, router.version),
    into: spec.into,
    losses: (router, version) =>
      itemsOf(router, version).flatMap(item => [
        ...lossesOf(spec.path, table().attributes, spec.write(item, version), item.origin, version),
        ...keptLosses(spec.path, table().gates, item, version),
      ]),
    write: (router, version, verbose) =>
      itemsOf(router, version).map(item => {
        const { attributes, gates } = table();
        const row = writeItem(attributes, item, spec.write(item, version), version, verbose);
        for (const [name, gate] of Object.entries(gates)) {
          if (!existsIn(gate, version)) row.properties.delete(name);
        }
        for (const [name, text] of Object.entries(spec.extra?.(item) ?? {})) row.properties.set(name, text);
        return row;
      }),
  };
}

/** Most menus have none. */
const noGates: Readonly<Record<string, Gate>> = ownNames({});

/** What a menu can have. */
interface Table {
  /** All that its lines are read for. */
  readonly attributes: Attributes;
  /** Those of them that it has. */
  readonly theirs: Attributes;
  readonly others: readonly string[];
  readonly gates: Readonly<Record<string, Gate>>;
}

function tableOf<A extends Attributes, I extends Item>(spec: ListSpec<A, I>): Table {
  const attributes: Attributes = ownNames({
    ...spec.attributes,
    disabled: withDefault(bool, spec.disabled ?? false),
    comment: withDefault(text, ''),
  });
  const { has = () => true, gates } = spec;
  const theirs = ownNames(Object.fromEntries(Object.entries(attributes).filter(([name]) => has(name))));
  return { attributes, theirs, others: words(spec.others), gates: gates ? ownNames(gates) : noGates };
}

function buildItem<A extends Attributes, I>(
  spec: ListSpec<A, I>,
  { attributes, gates }: Table,
  row: Row,
  building: Building,
): boolean {
  if (gates !== noGates) sayGated(gates, row, building);
  const values = readValues(attributes, row, building);
  if (!values) return false;
  const common = commonOf(attributes, values, row, building);
  const item = spec.read(values as Values<A>, common, row, building);
  if (item === undefined) return false;
  spec.into(building.draft).push(item);
  return true;
}

function commonOf(
  attributes: Attributes,
  { disabled, comment }: Readonly<Record<string, unknown>>,
  row: Row,
  building: Building,
): Common {
  const { id, origin, stated } = building.place(row);
  const common = { id, origin, stated, disabled: disabled === true, comment: String(comment) };
  const properties = keptProperties(attributes, row);
  if (properties === undefined && row.factory === undefined) return common;
  return {
    ...common,
    ...(properties && { properties }),
    ...(row.factory !== undefined && { factory: row.factory }),
  };
}

interface SettingsSpec<A extends Attributes> {
  readonly path: string;
  readonly attributes: A;
  readonly others?: string;
  /** The inverse of `apply`, with the kept properties. */
  readonly write: (router: Router) => {
    readonly values: Partial<Values<A>>;
    readonly properties?: Readonly<Record<string, string>>;
  };
  readonly apply: (values: Values<A>, kept: Readonly<Record<string, string>>, draft: Draft) => void;
}

/** A menu with one value for each property: only `set`. */
export function settings<A extends Attributes>(spec: SettingsSpec<A>): Menu {
  const attributes: Attributes = ownNames(spec.attributes);
  return {
    path: spec.path,
    kind: 'settings',
    attributes,
    others: words(spec.others),
    deprecated: ownNames({}),
    key: '',
    factory: true,
    build: (row, building) => {
      const values = readValues(attributes, row, building);
      if (!values) return false;
      const { settings: all } = building.draft;
      const { origin, stated } = building.place(row);
      all.stated = { ...all.stated, [spec.path]: { origin, stated } };
      spec.apply(values as Values<A>, keptProperties(attributes, row) ?? {}, building.draft);
      return true;
    },
    items: () => [],
    into: undefined,
    losses: (router, version) =>
      lossesOf(spec.path, attributes, spec.write(router).values, noOrigin, version),
    write: (router, version, verbose) => {
      const { values, properties = {} } = spec.write(router);
      const written = writeValues(attributes, values, version, verbose);
      for (const [name, value] of Object.entries(properties)) written.set(name, value);
      const { origin, stated } = router.settings.stated[spec.path] ?? {};
      return written.size > 0 ? [{ properties: written, origin, changes: stated?.changes }] : [];
    },
  };
}

/** Names separated by blanks and line ends. */
export function words(text = ''): readonly string[] {
  return text.split(/\s+/).filter(word => word !== '');
}

/** Properties that no attribute of the menu reads, as written, secrets masked; undefined where there are none. */
function keptProperties(attributes: Attributes, row: Row): Common['properties'] {
  let properties: Record<string, string> | undefined;
  for (const [name, { text: value }] of row.properties) {
    if (name in attributes) continue;
    properties ??= {};
    properties[name] = isSecret(name) ? masked : value;
  }
  return properties;
}
