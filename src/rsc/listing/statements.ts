import { menuFor } from '../commands/index.ts';
import { menuByPath } from '../menus/index.ts';
import type { PrintedProperty, PrintedRow } from './printed-row.ts';

/** What a row says, as a statement of a menu would. */
export interface RowStatement {
  readonly menu: string;
  readonly command: string;
  readonly words: readonly RowWord[];
  readonly row: PrintedRow;
}

/** A word of it, and where that comes from; undefined: from the row as a whole. */
interface RowWord {
  readonly text: string;
  readonly from?: PrintedProperty | undefined;
}

/** The menu that rows without a command are of, by their properties; undefined where these do not tell. */
export function menuOf(rows: readonly PrintedRow[]): string | undefined {
  const found = rows.map(({ properties }) =>
    menuFor(
      properties.map(({ name, value }) => `${name}=${value}`),
      new Set(properties.map(({ name }) => name)),
    ),
  );
  return found.find(one => one !== undefined)?.menu;
}

/** A menu whose rows show all that its items are. */
export const isReadable = (menu: string): boolean => {
  const kind = menuByPath.get(menu)?.kind;
  return kind === 'list' && menu !== '/interface';
};

/** Undefined for what the router makes itself of other items: dynamic rules, built-in lists. */
export function statementOf(menu: string, row: PrintedRow): RowStatement | undefined {
  if (row.flags.includes('*')) return undefined;
  if (menu === '/ip route' && row.flags.includes('D')) return ofDynamicRoute(row);
  if (row.flags.includes('D') && menu !== '/ip address') return undefined;
  return { menu, row, command: 'add', words: wordsOf(menu, row) };
}

/** A connected route shows an address of the router; other dynamic ones are routes that it has, whoever made them. */
function ofDynamicRoute(row: PrintedRow): RowStatement | undefined {
  if (!/c/i.test(row.flags))
    return { menu: '/ip route', row, command: 'add', words: wordsOf('/ip route', row) };
  const named = (name: string) => row.properties.find(one => one.name === name && one.value !== '""');
  const own = named('pref-src') ?? named('local-address');
  const [network, port] = [named('dst-address'), named('gateway')];
  if (!own || !network || !port) return undefined;
  const [address = '', length = '32'] = [own.value.split(/[%@]/)[0], network.value.split('/')[1]];
  const isPeer = length === '32' && network.value !== `${address}/32`;
  const words = [
    { text: `address=${address}/${length}`, from: own },
    ...(isPeer ? [{ text: `network=${network.value.split('/')[0]}`, from: network }] : []),
    { text: `interface=${port.value}`, from: port },
  ];
  return { menu: '/ip address', row, command: 'add', words };
}

/** What configures the item; what only shows how it is (`gateway-status`, `bytes`) is left out, as is what says nothing. */
function wordsOf(menu: string, { properties, words, flags, comment }: PrintedRow): RowWord[] {
  const { attributes = {}, others = [] } = menuByPath.get(menu) ?? {};
  const isOfMenu = ({ name }: PrintedProperty): boolean => name in attributes || others.includes(name);
  const stated = properties.filter(one => isOfMenu(one) && one.value !== '' && one.value !== '""');
  const bare = words.filter(({ name }) => attributes[name]?.flag === true);
  const isOff = flags.includes('X');
  return [
    ...stated.map(one => ({ text: `${one.name}=${one.value}`, from: one })),
    ...bare.map(one => ({ text: one.name, from: one })),
    // Where new items may be off, what is not shown as disabled is on.
    ...(isOff || typeof attributes['disabled']?.fallback === 'function'
      ? [{ text: `disabled=${isOff ? 'yes' : 'no'}` }]
      : []),
    ...(comment === '' ? [] : [{ text: `comment="${comment.replaceAll(/["\\$]/g, '\\$&')}"` }]),
  ];
}
