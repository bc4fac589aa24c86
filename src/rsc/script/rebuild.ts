import {
  type Change,
  contentOf,
  emptyLists,
  type Item,
  type ItemLists,
  makeRouter,
  type Origin,
  type Router,
  semanticsOf,
} from '../../model/index.ts';
import type { Span } from '../../text/index.ts';
import { type Draft, type Menu, makeDraft, type Row } from '../menus/index.ts';
import { putOnBridges } from '../names/actual-interface.ts';
import { impliedTables } from '../names/tables.ts';
import type { Range } from '../syntax/index.ts';
import { isAsBefore, type RouterStore, type Touched } from './router-store.ts';

/** Where a statement of a script stands in the source. */
export type Locate = (range: Range) => Span;

/** The router with what scripts have changed in a store of it; the same one where they changed nothing. */
export function rebuilt(router: Router, store: RouterStore, locate: Locate): Router {
  const changed = [...store.touched.values()].filter(one => isTouched(store, one));
  if (changed.length === 0) return router;
  const draft = draftOf(router);
  let isChanged = false;
  for (const { menu, items, before } of changed) {
    const now = statedRows(store, menu).flatMap(row => {
      const item = items.get(row);
      return item && isAsBefore(row, before.get(row))
        ? [item]
        : built(row, item, menu, draft, router, locate);
    });
    isChanged = replace(draft, menu, [...items.values()], now) || isChanged;
  }
  if (!isChanged) return router;
  putOnBridges(draft);
  if (semanticsOf(router.version).impliedTables)
    for (const table of impliedTables(draft)) draft.routingTables.push(table);
  return makeRouter({ ...router, ...draft, ...untouched(router, draft) });
}

const statedRows = (store: RouterStore, menu: Menu): readonly Row[] =>
  store.of(menu).filter(row => row.dynamic !== true);

/** Has a script changed a row of the menu, its order, or which there are? */
function isTouched(store: RouterStore, { menu, before }: Touched): boolean {
  const rows = statedRows(store, menu);
  const isSame = rows.length === before.size && [...before.keys()].every((row, i) => row === rows[i]);
  return !isSame || !rows.every(row => isAsBefore(row, before.get(row)));
}

/** The router's lists to be changed; its items stay themselves. */
function draftOf(router: Router): Draft {
  const lists = Object.fromEntries(
    (Object.keys(emptyLists()) as (keyof ItemLists)[]).map(name => [name, [...router[name]]]),
  ) as unknown as ItemLists;
  const tables = ({ raw, mangle, nat, filter }: Router['firewall']['ipv4']) => ({
    raw: [...raw],
    mangle: [...mangle],
    nat: [...nat],
    filter: [...filter],
  });
  const { ipv4, ipv6 } = router.firewall;
  const firewall = { ipv4: tables(ipv4), ipv6: tables(ipv6) };
  return { ...makeDraft(), ...lists, firewall, settings: { ...router.settings }, dns: router.dns };
}

/** Lists that are as they were: what was worked out of them is known by the list itself. */
function untouched(router: Router, draft: Draft): Partial<Router> {
  const names = (Object.keys(emptyLists()) as (keyof ItemLists)[]).filter(name =>
    isSameList(router[name], draft[name]),
  );
  return Object.fromEntries(names.map(name => [name, router[name]]));
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** The item of a row; where its values are refused the one that it was, or none. */
function built(
  row: Row,
  item: Item | undefined,
  menu: Menu,
  draft: Draft,
  { version }: Router,
  locate: Locate,
): Item[] {
  const place = () => ({
    id: item?.id ?? '',
    origin: originOf(row, item, locate),
    stated: statedOf(row, item, locate),
  });
  const ignored = () => undefined;
  const good = menu.build(row, { version, draft, say: ignored, mention: ignored, place });
  const made = good ? menu.into?.(draft).pop() : undefined;
  const left = made ?? item;
  return left ? [left] : [];
}

const originOf = ({ menu, range }: Row, item: Item | undefined, locate: Locate): Origin =>
  item?.origin ?? { menu, span: locate(range) };

function statedOf({ menu, changes }: Row, item: Item | undefined, locate: Locate): Item['stated'] & object {
  const stated = item?.stated ?? { properties: [], places: [] };
  const more = changes.map(({ command, statement }): Change => ({ menu, command, span: locate(statement) }));
  return more.length === 0 ? stated : { ...stated, changes: [...(stated.changes ?? []), ...more] };
}

/** Puts a menu's items in the place of those it had; what is added and there already stays one. False: no difference. */
function replace(draft: Draft, menu: Menu, old: readonly Item[], now: readonly Item[]): boolean {
  const list = menu.into?.(draft);
  // Settings were built into the draft itself.
  if (!list) return true;
  const known = new Set(old);
  const others = list.filter(item => !known.has(item));
  const isNew = (item: Item): boolean => !known.has(item) && item.id === '';
  const kept = now.some(isNew) ? withoutTwins(now, isNew) : now;
  if (kept.length === old.length && kept.every((item, i) => item === old[i])) return false;
  list.length = 0;
  for (const item of [...others, ...kept]) list.push(item);
  return true;
}

/** Without the new ones that one before them says already. */
function withoutTwins(items: readonly Item[], isNew: (item: Item) => boolean): readonly Item[] {
  const said = new Set<string>();
  return items.filter(item => {
    const content = contentOf(item);
    const isTwin = isNew(item) && said.has(content);
    said.add(content);
    return !isTwin;
  });
}
