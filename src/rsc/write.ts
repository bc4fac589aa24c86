import type { Kept, Router, RouterOsVersion } from '../model/index.ts';
import { type Loss, type Menu, menus, type WrittenRow } from './menus/index.ts';
import { quote } from './quote.ts';
import { wrapWords } from './wrap-words.ts';

export interface WriteOptions {
  /** The version to write for; the router's own where not given. Nothing is converted, see compile/routeros. */
  readonly version?: RouterOsVersion;
  /** Write what the router has by default too. */
  readonly verbose?: boolean;
  /** Values that the router holds masked, by place: `offset of the statement/property` (see `ReadResult.secrets`). */
  readonly secrets?: ReadonlyMap<string, string>;
}

/**
 * RouterOS text of a router: canonical order of menus, properties by name, only what is not default, lines wrapped
 * like an export's. Statements that were kept come verbatim, after the items of their menu.
 */
export function writeRouterOs(router: Router, options: WriteOptions = {}): string {
  const version = options.version ?? router.version;
  const sections = menuOrder(router.kept).map(path => {
    const menu = menus.find(one => one.path === path);
    const rows = menu?.write(router, version, options.verbose ?? false) ?? [];
    return section(path, menu, rows, router.kept, options);
  });
  return sections.filter(text => text !== '').join('');
}

/** What a version has no property for, of everything in the router. */
export function cannotSay(router: Router, version: RouterOsVersion): readonly Loss[] {
  return menus.flatMap(menu => menu.losses(router, version));
}

/** Paths of all menus that have something to say, kept ones beside their nearest kin. */
function menuOrder(kept: readonly Kept[]): readonly string[] {
  const order = menus.map(({ path }) => path);
  for (const { origin } of kept) {
    if (order.includes(origin.menu)) continue;
    const [kin = ''] = origin.menu.split(' ');
    const last = order.findLastIndex(path => path === kin || path.startsWith(`${kin} `));
    order.splice(last < 0 ? order.length : last + 1, 0, origin.menu);
  }
  return order;
}

function section(
  path: string,
  menu: Menu | undefined,
  rows: readonly WrittenRow[],
  kept: readonly Kept[],
  options: WriteOptions,
): string {
  const lines = rows.flatMap(row => (menu ? statement(menu, row, options) : []));
  const verbatim = kept.filter(({ origin }) => origin.menu === path).map(({ text }) => text);
  const all = [...lines, ...verbatim];
  return all.length === 0 ? '' : `${path === '' ? '/' : path}\n${all.join('\n')}\n`;
}

/** `add …`, `set …`, `set [ find … ] …`; nothing for a factory item of which nothing is said. */
function statement(
  menu: Menu,
  { factory, properties, place }: WrittenRow,
  { secrets }: WriteOptions,
): readonly string[] {
  const stated = [...properties].filter(([name]) => factory === undefined || !factory.startsWith(`${name}=`));
  if (factory !== undefined && stated.length === 0) return [];
  const secret = (name: string, text: string) => secrets?.get(`${place}/${name}`) ?? text;
  const words = stated
    .filter(([name, text]) => !isFlag(menu, name) || text === 'yes')
    .sort(byName)
    .map(([name, text]) => (isFlag(menu, name) ? name : `${name}=${quote(secret(name, text))}`));
  return [wrapWords([command(menu, factory), ...words])];
}

function isFlag({ attributes }: Menu, name: string): boolean {
  return attributes[name]?.flag === true;
}

function command({ kind }: Menu, factory: string | undefined): string {
  if (factory === undefined) return kind === 'settings' ? 'set' : 'add';
  if (!factory.includes('=')) return `set ${factory}`;
  const [name = '', text = ''] = factory.split(/=(.*)/s);
  return `set [ find ${name}=${quote(text)} ]`;
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
