import { existsIn, type Gate, type RouterOsVersion, versionsWith } from '../model/index.ts';
import { isAlwaysThere, listed, menuSchema, menus, type OutlineStatement } from '../rsc/index.ts';
import type { Said } from '../text/index.ts';
import { boards, newInV7, onlyV6, onlyV7, packages, protocols } from './one-version.ts';

const isBelow = (menu: string, roots: readonly string[]): boolean =>
  roots.some(root => menu === root || menu.startsWith(`${root} `));

/** Does a routing protocol's menu have to be written anew? */
export const isProtocol = (menu: string): boolean => isBelow(menu, protocols);

/** Where a menu exists, as far as lists and listings say; undefined: everywhere, or nothing says so. */
function gateOf(menu: string): Gate | undefined {
  if (isBelow(menu, packages)) return undefined;
  const model = menus.find(({ path }) => path === menu)?.only;
  if (model) return model;
  if (isBelow(menu, onlyV6)) return { dialect: 'v6' };
  const listing = menuSchema.get(menu)?.gate;
  if (listing?.minor === undefined && isBelow(menu, onlyV7)) return { dialect: 'v7', ...listing };
  return listing && sinceV7(listing);
}

/** What came with a minor of 7 that was listed, 6 cannot have (docs/routeros.md#console-listings). */
const sinceV7 = (listing: Gate): Gate =>
  listing.minor === undefined ? listing : { dialect: 'v7', ...listing };

/** Why a version has nothing like a menu, as the end of a sentence; undefined: it has it, or nothing says so. */
export function lacksMenu(
  { menu, name: command }: Pick<OutlineStatement, 'menu' | 'name'>,
  target: RouterOsVersion,
): Said | undefined {
  const gate = isAlwaysThere(menu, command) ? undefined : gateOf(menu);
  return gate && !existsIn(gate, target) ? whereItIs(gate) : undefined;
}

/** `vrf` is one of RouterOS 7 wherever it stands. */
const isNewInV7 = (menu: string, property: string): boolean =>
  property === 'vrf' || newInV7[menu]?.test(property) === true;

const directions = new Set([
  'place-before',
  'numbers',
  'copy-from',
  'destination',
  'value-name',
  'where',
  'file',
]);

/** Why a version does not have a property, as the end of a sentence; undefined: it has it, or nothing says so. */
export function lacksProperty(
  { menu, name: command }: Pick<OutlineStatement, 'menu' | 'name'>,
  property: string,
  target: RouterOsVersion,
): Said | undefined {
  if (directions.has(property) || property.startsWith('.') || (command !== 'add' && command !== 'set'))
    return undefined;
  const gate = gateOfProperty(menu, property);
  return gate && !existsIn(gate, target) ? whereItIs(gate) : undefined;
}

const whereItIs = (gate: Gate): Said =>
  gate === unlisted
    ? { en: 'is none of RouterOS 7', id: 'bukan milik RouterOS 7' }
    : {
        en: `exists in RouterOS ${versionsWith(gate, 'en')}`,
        id: `ada di RouterOS ${versionsWith(gate, 'id')}`,
      };

/** Not in any listing: of 6, and perhaps of a 7 before the first. */
const unlisted: Gate = { until: listed.first - 1 };

function gateOfProperty(menu: string, property: string): Gate | undefined {
  const model = menus.find(({ path }) => path === menu);
  const attribute = model?.attributes[property];
  if (attribute?.only) return attribute.only;
  if (isBelow(menu, packages)) return undefined;
  const schema = menuSchema.get(menu);
  const listing = schema?.properties.get(property);
  if (listing?.minor === undefined && isNewInV7(menu, property)) return { dialect: 'v7', ...listing };
  if (listing) return sinceV7(listing);
  const isOfBoard = isBelow(menu, boards) && model?.others.includes(property) === true;
  const isKnown = !schema || attribute !== undefined || isOfBoard;
  return isKnown ? undefined : unlisted;
}
