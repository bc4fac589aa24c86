import { isIpv4 } from '../../net/index.ts';
import { isIn, networkOfText, ownOf } from '../normal/networks.ts';
import type { Line } from './lines.ts';
import type { Network } from './networks.ts';
import { type Row, type Rows, said, valuesOf } from './rows.ts';

const filter = '/ip firewall filter';
const nat = '/ip firewall nat';

/** What of the firewall one of our sets says. */
export function filtersOf(rows: Rows): readonly string[] {
  const drops = rows.of(filter, ['chain', 'forward'], ['action', 'drop']);
  const isClosed = drops.some(
    row => said(row, 'connection-nat-state') === '!dstnat' && row.properties.has('in-interface-list'),
  );
  const isAgainstWorms = drops.some(row =>
    ['135', '445'].every(port => valuesOf(row, 'dst-port').includes(port)),
  );
  return [...(isAgainstWorms ? ['wannacry'] : []), ...(isClosed ? ['closed-from-wan'] : [])];
}

/** The list of those who may manage it, by the rule that lets them in. */
export const managerRule = (rows: Rows): Row | undefined =>
  rows
    .of(filter, ['chain', 'input'], ['action', 'accept'], ['protocol', 'tcp'])
    .find(({ properties }) => properties.has('src-address-list') && properties.has('dst-port'));

export function managementOf(rows: Rows): Readonly<Record<string, unknown>> | undefined {
  const rule = managerRule(rows);
  const from = entriesOf(rows, said(rule, 'src-address-list'));
  const ports = valuesOf(rule, 'dst-port').map(Number);
  return rule && from.length > 0 && ports.every(Number.isInteger) ? { from, ports } : undefined;
}

export const entriesOf = (rows: Rows, list: string | undefined): readonly string[] =>
  list === undefined
    ? []
    : rows.of('/ip firewall address-list', ['list', list]).map(row => said(row, 'address') ?? '');

/** The list of networks that are not balanced, by the rule that lets them pass. */
export const localList = (rows: Rows): string | undefined =>
  said(
    rows
      .of('/ip firewall mangle', ['chain', 'prerouting'], ['action', 'accept'])
      .find(({ properties }) => properties.has('dst-address-list')),
    'dst-address-list',
  );

/** Networks that are not balanced, without those that are our own anyway. */
export function localOf(rows: Rows, lines: readonly Line[], networks: readonly Network[]): readonly string[] {
  const own = [...lines.map(({ address }) => address), ...networks.map(({ stated }) => stated['address'])]
    .filter(address => typeof address === 'string')
    .map(networkOfText);
  const behind = routesOf(rows, lines, networks).map(({ to }) => to);
  return entriesOf(rows, localList(rows)).filter(
    entry => !own.includes(entry as (typeof own)[number]) && !behind.includes(entry),
  );
}

/** Forwards; one for both protocols comes as two that follow each other. What leads there from inside belongs to one by a line. */
export function forwardsOf(rows: Rows, lines: readonly Line[]): readonly Keys[] {
  const all = rows.of(nat, ['chain', 'dstnat'], ['action', 'dst-nat']);
  const isInside = (row: Row): boolean =>
    said(row, 'dst-address') !== undefined || insideListOf(row) !== undefined;
  return all.filter(row => !isInside(row)).map(row => forwardOf(row, all.filter(isInside), lines));
}

type Keys = Readonly<Record<string, unknown>>;

function forwardOf(row: Row, inside: readonly Row[], lines: readonly Line[]): Keys {
  const by = said(row, 'in-interface');
  const line = lines.find(one => one.interface === by);
  const [port = '', to = ''] = [said(row, 'dst-port'), said(row, 'to-addresses')];
  const [toPort, comment, source] = ['to-ports', 'comment', 'src-address'].map(name => said(row, name));
  const isAsked = inside.some(one => isTwin(one, row) && isBy(one, line));
  const mayBe = source === undefined && (line === undefined || line.address !== undefined);
  return {
    ...(comment !== undefined && /^[A-Za-z][A-Za-z0-9_-]{0,23}$/.test(comment) && { name: comment }),
    port: portOf(port),
    to,
    ...(toPort !== undefined && { 'to-port': portOf(toPort) }),
    ...(said(row, 'protocol') === 'udp' && { protocol: 'udp' }),
    ...(source !== undefined && { from: [source] }),
    ...(line && { wans: [line.name] }),
    ...(mayBe && !isAsked && { hairpin: false }),
  };
}

const same = ['protocol', 'dst-port', 'to-addresses', 'to-ports'];

const isTwin = (one: Row, other: Row): boolean => same.every(name => said(one, name) === said(other, name));

const isBy = (one: Row, line: Line | undefined): boolean =>
  line === undefined
    ? insideListOf(one) !== undefined
    : line.address !== undefined && said(one, 'dst-address') === ownOf(line.address).address;

/** The list of addresses inside, of a rule that is about all others of the router. */
const insideListOf = (row: Row): string | undefined =>
  said(row, 'dst-address-type') === 'local'
    ? /^!(.+)$/.exec(said(row, 'dst-address-list') ?? '')?.[1]
    : undefined;

export const insideList = (rows: Rows): string | undefined =>
  rows.of(nat, ['chain', 'dstnat']).flatMap(row => insideListOf(row) ?? [])[0];

/** Networks behind other routers: what leads there is no line, and is in one of our networks or an interface. */
export function routesOf(rows: Rows, lines: readonly Line[], networks: readonly Network[]): readonly Keys[] {
  const own = [
    ...networks.map(({ stated }) => String(stated['address'])),
    ...lines.flatMap(({ address }) => address ?? []),
  ];
  const ends = lines.flatMap(line => [line.interface, line.gateway ?? '']);
  const leads = (via: string): boolean =>
    !ends.includes(via) && (isIpv4(via) ? own.some(one => isIn(networkOfText(one), via)) : !/[,%]/.test(via));
  return rows.of('/ip route').flatMap(row => {
    const [to = '', via = ''] = [said(row, 'dst-address'), said(row, 'gateway')];
    const isPlain = ['scope', 'check-gateway', 'routing-table', 'blackhole'].every(
      name => !row.properties.has(name),
    );
    return isPlain && via !== '' && to !== '' && to !== '0.0.0.0/0' && leads(via) ? [{ to, via }] : [];
  });
}

const portOf = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);

export function queuesOf(
  rows: Rows,
  networks: readonly Network[],
): readonly Readonly<Record<string, unknown>>[] {
  return rows.of('/queue simple').map(row => {
    const [name = '', target = '', rate = ''] = ['name', 'target', 'max-limit'].map(key => said(row, key));
    const lan = networks.find(({ stated }) => networkOfText(String(stated['address'])) === target);
    const meant = lan?.name ?? target.replace(/\/32$/, '');
    const usual = lan?.name ?? `limit ${meant}`;
    return { ...(name !== usual && { name }), target: meant, rate };
  });
}
