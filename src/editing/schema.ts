import {
  actionsOf,
  existsIn,
  firewallTables,
  type Gate,
  type RouterOsVersion,
  versionsWith,
} from '../model/index.ts';
import { type Attribute, type Menu, menuSchema, menus } from '../rsc/index.ts';
import type { InEveryLanguage } from '../text/index.ts';

/** A property of a menu, as far as it is known. */
export interface PropertyInfo {
  readonly name: string;
  /** What its value is, `time`, `yes | no`; absent where the model only keeps it. */
  readonly type?: string | undefined;
  readonly example?: string | undefined;
  readonly choices: readonly string[];
  /** Versions that have it; undefined: all. */
  readonly gate?: Gate | undefined;
  /** Why it should not be used any more. */
  readonly deprecated?: InEveryLanguage<string> | undefined;
}

const modelled: ReadonlyMap<string, Menu> = new Map(menus.map(menu => [menu.path, menu]));
const known = new Map<string, readonly PropertyInfo[]>();

/** All properties of a menu: those of the model, and those that RouterOS's own console lists. */
export function propertiesOf(menu: string): readonly PropertyInfo[] {
  const found = known.get(menu) ?? readProperties(menu);
  known.set(menu, found);
  return found;
}

export const propertyOf = (menu: string, name: string): PropertyInfo | undefined =>
  propertiesOf(menu).find(one => one.name === name);

function readProperties(path: string): readonly PropertyInfo[] {
  const menu = modelled.get(path);
  const listed = menuSchema.get(path)?.properties ?? new Map<string, Gate>();
  const names = new Set([...Object.keys(menu?.attributes ?? {}), ...(menu?.others ?? []), ...listed.keys()]);
  return [...names].sort().map(name => {
    const attribute: Attribute<unknown> | undefined = menu?.attributes[name];
    const actions = actionsAt(path, name);
    return {
      name,
      type: actions.length > 0 ? actions.join(' | ') : attribute?.type.name,
      example: attribute?.type.example,
      choices: attribute?.type.choices ?? actions,
      gate: attribute?.only ?? listed.get(name),
      deprecated: menu?.deprecated[name],
    };
  });
}

const firewall = /^\/(ip|ipv6) firewall (\w+)$/;

/** What a rule of a table can do. */
function actionsAt(menu: string, property: string): readonly string[] {
  const [, family, word] = firewall.exec(menu) ?? [];
  const table = firewallTables.find(one => one === word);
  return table && property === 'action' ? actionsOf(family === 'ip' ? 'ipv4' : 'ipv6', table) : [];
}

/** Versions that have it, where not all do: `7.19 and later`. */
export function gateText(gate: Gate | undefined): string | undefined {
  if (!gate) return undefined;
  const said = versionsWith(gate);
  return said === versionsWith({}) ? undefined : said;
}

/** Has the version that a text is for this? Also where the text does not say its version. */
export const isThere = (gate: Gate | undefined, version: RouterOsVersion): boolean =>
  version.text === '' || existsIn(gate, version);
