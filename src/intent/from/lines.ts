import { type Router, rolesOf } from '../../model/index.ts';
import { leaseRouteComments } from '../../rsc/index.ts';
import { isIn, networkOfText, ownOf } from '../normal/networks.ts';
import { type Row, type Rows, said } from './rows.ts';

/** A line as a router has it, and what its names are there. */
export interface Line {
  readonly name: string;
  readonly interface: string;
  readonly mark?: string | undefined;
  readonly table?: string | undefined;
  /** Comments of the routes that its lease script keeps. */
  readonly followers: readonly string[];
  readonly address?: string | undefined;
  readonly gateway?: string | undefined;
  readonly pppoe?: Row | undefined;
  readonly password?: string | undefined;
  readonly isDhcp: boolean;
  readonly probes: readonly string[];
  /** Remainders of the classifier. */
  readonly buckets: number;
}

const mangle = '/ip firewall mangle';
const routes = '/ip route';

/** Members of the list that is masqueraded; without one, what looks like a line. */
export function wanPorts(router: Router, rows: Rows): readonly string[] {
  const list = wanListOf(rows);
  const members = list === undefined ? [] : rows.of('/interface list member', ['list', list]);
  return members.length > 0 ? members.map(row => said(row, 'interface') ?? '') : rolesOf(router).wans;
}

export const wanListOf = (rows: Rows): string | undefined =>
  said(rows.first('/ip firewall nat', ['action', 'masquerade'], ['chain', 'srcnat']), 'out-interface-list');

export function linesOfRouter(router: Router, rows: Rows): readonly Line[] {
  const taken = new Set<string>();
  return wanPorts(router, rows).map((port, at) => {
    const line = lineOf(port, rows);
    const name =
      [...nameHints(line), `isp${at + 1}`].find(hint => isName(hint) && !taken.has(hint)) ?? `isp${at + 1}`;
    taken.add(name);
    return { ...line, name };
  });
}

const isName = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_-]{0,23}$/.test(text);

interface Unnamed extends Omit<Line, 'name'> {
  readonly comments: readonly string[];
}

function nameHints({ table, mark, comments }: Unnamed): readonly string[] {
  const ofTable = table?.replace(/^to[_-]/, '');
  return [
    ...comments,
    ...(ofTable === undefined ? [] : [ofTable]),
    ...(mark === undefined ? [] : [mark.replace(/_conn$/, '')]),
  ];
}

function lineOf(port: string, rows: Rows): Unnamed {
  const client = rows.first('/ip dhcp-client', ['interface', port]);
  const own = rows.first('/ip address', ['interface', port]);
  const pppoe = rows.first('/interface pppoe-client', ['name', port]);
  const address = client ? undefined : said(own, 'address');
  const mark = said(
    rows.first(mangle, ['action', 'mark-connection'], ['chain', 'prerouting'], ['in-interface', port]),
    'new-connection-mark',
  );
  const table = mark === undefined ? undefined : tableOf(mark, rows);
  const followers = leaseRouteComments(said(client, 'script') ?? '');
  const gateway = address === undefined ? undefined : gatewayIn(address, rows);
  const found = {
    interface: port,
    mark,
    table,
    followers,
    address,
    gateway,
    pppoe,
    password: pppoe && rows.secret(pppoe, 'password'),
    isDhcp: client !== undefined,
  };
  return {
    ...found,
    comments: [client, own, pppoe].flatMap(row => said(row, 'comment') ?? []),
    probes: probesOf(found, rows),
    buckets:
      mark === undefined ? 0 : rows.of(mangle, ['new-connection-mark', mark]).filter(isClassified).length,
  };
}

export const isClassified = ({ properties }: Row): boolean => properties.has('per-connection-classifier');

const tableOf = (mark: string, rows: Rows): string | undefined =>
  said(rows.first(mangle, ['action', 'mark-routing'], ['connection-mark', mark]), 'new-routing-mark');

/** The router of the provider: whom routes name inside the network of the line. */
function gatewayIn(address: string, rows: Rows): string | undefined {
  const network = networkOfText(address);
  const gateways = rows.of(routes).flatMap(row => (said(row, 'gateway') ?? '').split(','));
  return gateways.find(one => /^[\d.]+$/.test(one) && one !== ownOf(address).address && isIn(network, one));
}

/** Hosts by which checked default routes lead, and that are reached by this line. */
function probesOf(
  { interface: port, gateway, followers }: Pick<Line, 'interface' | 'gateway' | 'followers'>,
  rows: Rows,
): readonly string[] {
  const asked = new Set(
    rows
      .of(routes)
      .filter(({ properties }) => properties.has('check-gateway'))
      .flatMap(row => (said(row, 'gateway') ?? '').split(',')),
  );
  const isOwn = (row: Row): boolean =>
    said(row, 'gateway') === (gateway ?? port) || followers.includes(said(row, 'comment') ?? '');
  return rows
    .of(routes)
    .filter(isOwn)
    .flatMap(row => /^(.*)\/32$/.exec(said(row, 'dst-address') ?? '')?.[1] ?? [])
    .filter(host => asked.has(host));
}
