import type { RouterOsVersion } from '../../model/index.ts';
import { type Attribute, defaultText, menus, type OutlineStatement, quote } from '../../rsc/index.ts';
import type { Sheet } from './sheet.ts';

type Word = readonly [name: string, value: string];

/**
 * How a router finds an item: the fewest words that tell it from all others of its menu, `:pick` with its number among them
 * where none do. A router also finds items that have a value by default, and those that it made itself.
 */
export function found(sheet: Sheet, one: OutlineStatement): string | undefined {
  const others = sheet.of(one.menu).filter(({ name }) => name === 'add');
  const own = [...statedOf(sheet, one), ...defaultsOf(sheet, one, others)];
  const fits = (chosen: readonly Word[]) =>
    others.filter(other => chosen.every(([name, value]) => heldBy(sheet, other, name).includes(value)));
  const single = own.find(word => !weak.test(word[0]) && fits([word]).length === 1);
  const chosen = single ? [single] : narrowed(own, fits);
  if (chosen.length === 0) return undefined;
  const find = `[find ${chosen.map(([name, value]) => `${name}=${quote(value)}`).join(' ')}]`;
  const same = fits(chosen);
  return same.length === 1 ? find : `[:pick ${find} ${same.indexOf(one)}]`;
}

function narrowed(own: readonly Word[], fits: (chosen: readonly Word[]) => readonly unknown[]): Word[] {
  const chosen: Word[] = [];
  for (const word of own) {
    const before = fits(chosen).length;
    const isNamed = chosen.length > 0 || !weak.test(word[0]);
    if (isNamed && before > 1 && fits([...chosen, word]).length < before) chosen.push(word);
  }
  return chosen.length === 0 ? own.slice(0, 2) : chosen;
}

/** Names that people give first: they find an item best. Secrets and what is changed often find none. */
const first = ['comment', 'name', 'interface', 'dst-address', 'gateway', 'address', 'chain'];
const unfit = /pass(?:word|phrase)|secret|key|^disabled$|^passthrough$|^script$|^source$|^on-/;
/** Routes of leases, tunnels and modems have these as well; a router shows some of them only where they are stated. */
const weak = /^(?:distance|scope|target-scope|check-gateway)$/;

function statedOf(sheet: Sheet, one: OutlineStatement): Word[] {
  const attributes = attributesOf(one.menu);
  const all = [...sheet.valuesOf(one)].flatMap(([name, value]): Word[] =>
    unfit.test(name) ? [] : [[name, written(attributes?.[name], value)]],
  );
  const rank = (name: string): number => (first.indexOf(name) + first.length + 1) % (first.length + 1);
  return all.toSorted(([a], [b]) => rank(a) - rank(b));
}

/** What others state and it has by default: `routing-table=main`. */
function defaultsOf(sheet: Sheet, one: OutlineStatement, others: readonly OutlineStatement[]): Word[] {
  const stated = sheet.valuesOf(one);
  const names = new Set(others.flatMap(other => [...sheet.valuesOf(other).keys()]));
  return [...names].flatMap((name): Word[] => {
    const [value = '', ...more] =
      stated.has(name) || unfit.test(name) || weak.test(name) ? [] : new Set(heldBy(sheet, one, name));
    return value === '' || more.length > 0 ? [] : [[name, value]];
  });
}

/** What a router has for a property: what is stated, else the default, which may differ between versions. */
function heldBy(sheet: Sheet, one: OutlineStatement, name: string): readonly string[] {
  const attribute = attributesOf(one.menu)?.[name];
  const stated = sheet.valuesOf(one).get(name);
  if (stated !== undefined) return [written(attribute, stated)];
  return attribute ? versions.map(version => defaultText(attribute, version)) : [];
}

/** As the router shows it: `8.8.8.8/32` for the destination 8.8.8.8. */
function written(attribute: Attribute<unknown> | undefined, value: string): string {
  const read = attribute?.type.read(value);
  return attribute && read !== undefined ? attribute.type.write(read) : value;
}

const byPath = new Map(menus.map(menu => [menu.path, menu.attributes]));
const attributesOf = (menu: string) => byPath.get(menu);

const versions: readonly RouterOsVersion[] = [
  { dialect: 'v6', text: '', evidence: [] },
  { dialect: 'v7', text: '', evidence: [] },
];
