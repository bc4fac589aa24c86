import { existsIn, type Gate, makePlainItem, type RouterOsVersion } from '../../model/index.ts';
import { bool, text } from '../types/index.ts';
import { withDefault, words } from './define.ts';
import type { Attributes, Menu, Row } from './menu.ts';
import { ownNames } from './own-names.ts';
import { isSecret, masked } from './secret.ts';
import { readValues } from './values.ts';
import { writeItem } from './write-row.ts';

interface PlainSpec {
  /** See `Menu.itemsBefore`. */
  readonly itemsBefore?: number;
  readonly path: string;
  /** Versions that have the menu; absent: all. */
  readonly only?: Gate;
  /** Properties whose values are checked. */
  readonly attributes?: Attributes;
  /** Properties of any value, separated by blanks. */
  readonly others?: string;
  readonly key?: string;
  /** Beginning of the names that the router gives. */
  readonly names?: string;
  readonly factory?: boolean;
  readonly disabled?: (version: RouterOsVersion) => boolean;
}

/** A menu of items that the model carries without acting on them. */
export function plainList({
  path,
  only,
  attributes = {},
  others,
  key = 'name',
  names,
  factory = false,
  disabled,
}: PlainSpec): Menu {
  const all: Attributes = ownNames({
    ...attributes,
    disabled: withDefault(bool, disabled ?? false),
    comment: withDefault(text, ''),
  });
  return {
    path,
    kind: 'list',
    only,
    attributes: all,
    others: words(others),
    deprecated: ownNames({}),
    key,
    names,
    factory,
    build: (row, building) => {
      const values = readValues(all, row, building);
      if (!values) return false;
      const { disabled: _, comment = '', ...properties } = canonical(all, row);
      const { disabled: off } = values;
      const common = { ...building.place(row), disabled: off === true, comment };
      const factory = row.factory === undefined ? {} : { factory: row.factory };
      building.draft.plain.push(makePlainItem({ ...factory, menu: path, properties, ...common }));
      return true;
    },
    items: router => router.plain.filter(({ menu }) => menu === path),
    into: draft => draft.plain,
    losses: () => [],
    write: (router, version, verbose) =>
      router.plain
        .filter(({ menu }) => menu === path && existsIn(only, version))
        .map(item => writeItem(all, item, {}, version, verbose)),
  };
}

/** A menu with one value for each property. */
export function plainSettings({ path, attributes: own = {}, others, itemsBefore }: PlainSpec): Menu {
  const attributes: Attributes = ownNames(own);
  return {
    path,
    kind: 'settings',
    itemsBefore,
    attributes,
    others: words(others),
    deprecated: ownNames({}),
    key: '',
    factory: true,
    build: (row, building) => {
      if (!readValues(attributes, row, building)) return false;
      const properties = canonical(attributes, row);
      building.draft.plain.push(
        makePlainItem({ ...building.place(row), menu: path, single: true, properties }),
      );
      return true;
    },
    items: ({ plain }) => plain.filter(({ menu }) => menu === path),
    into: draft => draft.plain,
    losses: () => [],
    write: ({ plain }) =>
      plain
        .filter(({ menu }) => menu === path)
        .map(({ properties, origin, stated }) => ({
          properties: new Map(Object.entries(properties)),
          origin,
          changes: stated?.changes,
        })),
  };
}

/** Stated properties in their canonical text. */
function canonical(attributes: Attributes, row: Row): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [name, { text: value }] of row.properties) {
    const type = attributes[name]?.type;
    const read = type?.read(value);
    properties[name] = isSecret(name) ? masked : type && read !== undefined ? type.write(read) : value;
  }
  return properties;
}
