import type { Kept, Origin, Router, RouterOsVersion } from '../../model/index.ts';
import { type Loss, type Menu, menus, type WrittenRow } from '../menus/index.ts';
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
  const sections = contentsOf(router, options).map(content => section(content, options));
  return sections.filter(text => text !== '').join('');
}

/** What a router has in one menu. */
export interface MenuContent {
  readonly path: string;
  /** Undefined where the model has no place for its items. */
  readonly menu: Menu | undefined;
  readonly rows: readonly WrittenRow[];
  readonly kept: readonly Kept[];
}

/** All that a router has, menu by menu in canonical order, properties as the version writes them. */
export function contentsOf(
  router: Router,
  { version = router.version, verbose = false }: WriteOptions = {},
): readonly MenuContent[] {
  return menuOrder(router.kept).map(path => {
    const menu = menus.find(one => one.path === path);
    const rows = menu?.write(router, version, verbose) ?? [];
    return { path, menu, rows, kept: router.kept.filter(({ origin }) => origin.menu === path) };
  });
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

function section({ path, menu, rows, kept }: MenuContent, options: WriteOptions): string {
  const lines = rows.flatMap(row => (menu ? statement(menu, row, options) : []));
  const all = [...lines, ...kept.map(({ text }) => text)];
  return all.length === 0 ? '' : `${path === '' ? '/' : path}\n${all.join('\n')}\n`;
}

/** `add …`, `set …`, `set [ find … ] …`; nothing for a factory item of which nothing is said. */
function statement(
  menu: Menu,
  { factory, properties, origin }: WrittenRow,
  { secrets }: WriteOptions,
): readonly string[] {
  const stated = [...properties].filter(([name]) => factory === undefined || !factory.startsWith(`${name}=`));
  if (factory !== undefined && stated.length === 0) return [];
  const secret = (name: string, text: string) => secretOf(secrets, origin, name) ?? text;
  const words = stated
    .filter(([name, text]) => !isFlag(menu, name) || text === 'yes')
    .sort(byName)
    .map(([name, text]) => (isFlag(menu, name) ? name : `${name}=${quote(secret(name, text))}`));
  return [wrapWords([command(menu, factory), ...words])];
}

/** A value that the router holds masked; undefined where it holds it as it is. */
export function secretOf(
  secrets: WriteOptions['secrets'],
  origin: Origin | undefined,
  property: string,
): string | undefined {
  return origin && secrets?.get(`${origin.span.start.offset}/${property}`);
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
