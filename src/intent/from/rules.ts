import { networkOfText } from '../normal/networks.ts';
import type { Line } from './lines.ts';
import type { Network } from './networks.ts';
import { type Row, type Rows, said, valuesOf } from './rows.ts';

const filter = '/ip firewall filter';
const nat = '/ip firewall nat';

/** What of the firewall one of our sets says. */
export function filtersOf(rows: Rows): readonly string[] {
  const drops = rows.of(filter, ['chain', 'forward'], ['action', 'drop']);
  const isClosed = drops.some(row => said(row, 'connection-nat-state') === '!dstnat');
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
  return entriesOf(rows, localList(rows)).filter(entry => !own.includes(entry as (typeof own)[number]));
}

/** Forwards; one for both protocols comes as two that follow each other. */
export function forwardsOf(rows: Rows, lines: readonly Line[]): readonly Readonly<Record<string, unknown>>[] {
  return rows.of(nat, ['chain', 'dstnat'], ['action', 'dst-nat']).map(row => {
    const by = said(row, 'in-interface');
    const line = lines.find(one => one.interface === by);
    const [port = '', to = ''] = [said(row, 'dst-port'), said(row, 'to-addresses')];
    const [toPort, comment, source] = ['to-ports', 'comment', 'src-address'].map(name => said(row, name));
    return {
      ...(comment !== undefined && /^[A-Za-z][A-Za-z0-9_-]{0,23}$/.test(comment) && { name: comment }),
      port: portOf(port),
      to,
      ...(toPort !== undefined && { 'to-port': portOf(toPort) }),
      ...(said(row, 'protocol') === 'udp' && { protocol: 'udp' }),
      ...(source !== undefined && { from: [source] }),
      ...(line && { wans: [line.name] }),
    };
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
