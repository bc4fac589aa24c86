import type { Router } from '../../model/index.ts';
import { addressLists, followerOf, lists, markOf, tableOf } from '../expand/index.ts';
import { networkOfText } from '../normal/networks.ts';
import { type Line, wanListOf } from './lines.ts';
import type { Network } from './networks.ts';
import { type Row, Rows, said } from './rows.ts';
import { insideList, localList, managerRule } from './rules.ts';

/** What a router has and an intent does not say, and the reverse. */
export interface Difference {
  readonly lost: readonly Row[];
  readonly added: readonly Row[];
}

/** Menus whose order decides. */
const ordered = /^\/(?:ip firewall (?:filter|mangle|nat|raw)|queue simple)$/;

/** Compares what an intent stands for with the router that it was made of, which has names of its own. */
export function differenceOf(
  { rows, lines, networks }: { rows: Rows; lines: readonly Line[]; networks: readonly Network[] },
  made: Router,
): Difference {
  const renamed = renaming(rows, lines, networks);
  const before = rows.all.filter(isSaid).map(row => ({ row, key: keyOf(renamed(row)) }));
  const after = new Rows(made).all.filter(isSaid).map(row => ({ row, key: keyOf(row) }));
  const groups = new Set([...before, ...after].map(({ row }) => groupOf(row)));
  const parts = [...groups].map(group => {
    const [old, now] = [before, after].map(all => all.filter(({ row }) => groupOf(row) === group));
    return unmatched(old ?? [], now ?? [], ordered.test(group.split(' chain=')[0] ?? ''));
  });
  return { lost: parts.flatMap(({ lost }) => lost), added: parts.flatMap(({ added }) => added) };
}

interface Keyed {
  readonly row: Row;
  readonly key: string;
}

const groupOf = ({ menu, properties }: Row): string =>
  ordered.test(menu) ? `${menu} chain=${properties.get('chain') ?? ''}` : menu;

/** A row that says only how something is called says nothing. */
const isSaid = ({ menu, properties }: Row): boolean =>
  !menu.startsWith('/interface ethernet') ||
  [...properties.keys()].some(name => name !== 'comment' && name !== 'default-name');

const keyOf = (row: Row): string =>
  [
    row.menu,
    ...[...row.properties]
      .filter(([name]) => name !== 'comment' && !isImplied(row, name))
      .map(pair => pair.join('='))
      .sort(),
  ].join(' ');

function unmatched(old: readonly Keyed[], now: readonly Keyed[], isOrdered: boolean): Difference {
  const kept = isOrdered ? inOrder(old, now) : inAnyOrder(old, now);
  const [ofOld, ofNow] = [new Set(kept.map(([one]) => one)), new Set(kept.map(([, one]) => one))];
  return {
    lost: old.filter(one => !ofOld.has(one)).map(({ row }) => row),
    added: now.filter(one => !ofNow.has(one)).map(({ row }) => row),
  };
}

/** The network of an address follows from it. */
const isImplied = (row: Row, name: string): boolean =>
  row.menu === '/ip address' &&
  name === 'network' &&
  networkOfText(said(row, 'address') ?? '').startsWith(`${said(row, 'network')}/`);

type Pairs = readonly (readonly [Keyed, Keyed])[];

function inAnyOrder(old: readonly Keyed[], now: readonly Keyed[]): Pairs {
  const left = [...now];
  return old.flatMap(one => {
    const at = left.findIndex(({ key }) => key === one.key);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found ? [[one, found] as const] : [];
  });
}

/** The longest row of rules that both have in this order. */
function inOrder(old: readonly Keyed[], now: readonly Keyed[]): Pairs {
  const longest = old.map(() => new Array<number>(now.length + 1).fill(0));
  longest.push(new Array<number>(now.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = longest[i] ?? [];
      row[j] =
        old[i]?.key === now[j]?.key
          ? (longest[i + 1]?.[j + 1] ?? 0) + 1
          : Math.max(longest[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const pairs: (readonly [Keyed, Keyed])[] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    const [one, other] = [old[i], now[j]];
    if (one && other && one.key === other.key) {
      pairs.push([one, other]);
      i += 1;
      j += 1;
    } else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

type Names = ReadonlyMap<string | undefined, string>;

/** Names of the router as the intent calls the same. */
function renaming(rows: Rows, lines: readonly Line[], networks: readonly Network[]): (row: Row) => Row {
  const lanList = said(
    rows
      .of('/interface list member')
      .find(row => networks.some(({ stated }) => stated['interface'] === said(row, 'interface'))),
    'list',
  );
  const kinds: Readonly<Record<string, Names>> = {
    mark: new Map(lines.map(line => [line.mark, markOf(line)])),
    table: new Map(lines.map(line => [line.table, tableOf(line)])),
    list: new Map([
      [wanListOf(rows), lists.wan],
      [lanList, lists.lan],
    ]),
    addresses: new Map([
      [localList(rows), addressLists.local],
      [insideList(rows), addressLists.inside],
      [said(managerRule(rows), 'src-address-list'), addressLists.management],
    ]),
    pool: new Map(networks.map(({ pool, name }) => [pool, name])),
    server: new Map(networks.map(({ server, name }) => [server, name])),
  };
  return row =>
    withLease(
      {
        ...row,
        properties: new Map(
          [...row.properties].map(([name, value]) => [name, named(row.menu, name, value, kinds)]),
        ),
      },
      lines,
    );
}

/** What the value of a property is a name of. */
const kindOf: Readonly<Record<string, string>> = {
  'connection-mark': 'mark',
  'new-connection-mark': 'mark',
  'new-routing-mark': 'table',
  'routing-table': 'table',
  'in-interface-list': 'list',
  'out-interface-list': 'list',
  'src-address-list': 'addresses',
  'dst-address-list': 'addresses',
  'address-pool': 'pool',
  server: 'server',
  '/routing table name': 'table',
  '/interface list name': 'list',
  '/interface list member list': 'list',
  '/ip firewall address-list list': 'addresses',
  '/ip pool name': 'pool',
  '/ip dhcp-server name': 'server',
};

function named(menu: string, name: string, value: string, kinds: Readonly<Record<string, Names>>): string {
  const kind = kindOf[`${menu} ${name}`] ?? kindOf[name];
  const [, not = '', own = ''] = /^(!?)(.*)$/s.exec(value) ?? [];
  const meant = kind === undefined ? undefined : kinds[kind]?.get(own);
  return meant === undefined ? value : `${not}${meant}`;
}

/** Routes that follow a lease begin anywhere, and the script that keeps them names their comment. */
function withLease(row: Row, lines: readonly Line[]): Row {
  const line = lines.find(one =>
    row.menu === '/ip dhcp-client'
      ? one.interface === said(row, 'interface')
      : one.followers.includes(said(row, 'comment') ?? ''),
  );
  const [comment, ...more] = line?.followers ?? [];
  if (!line || comment === undefined || more.length > 0) return row;
  const properties = new Map(row.properties);
  const script = said(row, 'script');
  if (row.menu === '/ip route') properties.set('gateway', line.interface);
  else if (script !== undefined)
    properties.set('script', script.replace(`"${comment}"`, `"${followerOf(line)}"`));
  return { ...row, properties };
}
