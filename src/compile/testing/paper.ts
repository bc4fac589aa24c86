import {
  type FirewallRule,
  makeDhcpClient,
  makeDhcpNetwork,
  makeDhcpServer,
  makeInterface,
  makeIpAddress,
  makePool,
  makeRoute,
  makeRouter,
  makeRoutingTable,
  type Router,
} from '../../model/index.ts';
import type { Ipv4, Ipv4Prefix } from '../../net/index.ts';
import type { Lease, World } from '../../rib/index.ts';
import { at, firewall, no, rule, yes } from './rules.ts';

const lan = yes({ kind: 'in-interface', interface: 'ether4' });
const unmarked = yes({ kind: 'connection-mark', mark: 'no-mark' });

const mark = (name: string) => ({ kind: 'mark-connection', mark: name, passthrough: true }) as const;
const route = (name: string) => ({ kind: 'mark-routing', mark: name, passthrough: true }) as const;
const net = (prefix: Ipv4Prefix) => yes({ kind: 'dst-address', address: { kind: 'prefix', prefix } });

/** The paper's mangle and nat rules (3/0 and 3/1 to ISP1, 3/2 to ISP2), with its line order. */
export function paperRules(): FirewallRule[] {
  const pcc = (remainder: number) =>
    yes({ kind: 'per-connection-classifier', fields: 'both-addresses', denominator: 3, remainder });
  const outward = no({ kind: 'dst-address-type', types: ['local'] });
  const from = (wan: string) => [yes({ kind: 'in-interface', interface: wan }), unmarked];
  const of = (name: string) => yes({ kind: 'connection-mark', mark: name });
  const masquerade = (wan: string, line: number) =>
    rule('nat', 'srcnat', [yes({ kind: 'out-interface', interface: wan })], { kind: 'masquerade' }, line);
  return [
    masquerade('ether1', 1),
    masquerade('ether2', 2),
    rule('mangle', 'prerouting', [net('10.10.10.0/24'), lan], { kind: 'accept' }, 3),
    rule('mangle', 'prerouting', [net('20.20.20.0/24'), lan], { kind: 'accept' }, 4),
    rule('mangle', 'prerouting', from('ether1'), mark('ISP1_conn'), 5),
    rule('mangle', 'prerouting', from('ether2'), mark('ISP2_conn'), 6),
    rule('mangle', 'prerouting', [lan, unmarked, outward, pcc(0)], mark('ISP1_conn'), 7),
    rule('mangle', 'prerouting', [lan, unmarked, outward, pcc(1)], mark('ISP1_conn'), 8),
    rule('mangle', 'prerouting', [lan, unmarked, outward, pcc(2)], mark('ISP2_conn'), 9),
    rule('mangle', 'prerouting', [of('ISP1_conn'), lan], route('to_ISP1'), 10),
    rule('mangle', 'prerouting', [of('ISP2_conn'), lan], route('to_ISP2'), 11),
    rule('mangle', 'output', [of('ISP1_conn')], route('to_ISP1'), 12),
    rule('mangle', 'output', [of('ISP2_conn')], route('to_ISP2'), 13),
  ];
}

/** The paper's gateway with routes that work: two DHCP WANs, a LAN with a DHCP server. */
export function paperRouter(parts: Partial<Router> = {}): Router {
  const names = ['ether1', 'ether2', 'ether4'];
  const table = (name: string, gateway: Ipv4, line: number) =>
    makeRoute({ table: name, gateways: [{ address: gateway }], origin: at(line) });
  return makeRouter({
    interfaces: names.map(name => makeInterface({ name, kind: 'ethernet' })),
    addresses: [
      makeIpAddress({ address: { address: '192.168.0.1', length: 24 }, interface: 'ether4', origin: at(20) }),
    ],
    dhcpClients: [
      makeDhcpClient({ interface: 'ether1', origin: at(21) }),
      makeDhcpClient({ interface: 'ether2', defaultRouteDistance: 2, origin: at(22) }),
    ],
    pools: [makePool({ name: 'lan', ranges: [{ from: '192.168.0.10', to: '192.168.0.200' }] })],
    dhcpServers: [makeDhcpServer({ name: 'lan', interface: 'ether4', addressPool: 'lan', origin: at(23) })],
    dhcpNetworks: [makeDhcpNetwork({ address: '192.168.0.0/24', gateway: ['192.168.0.1'] })],
    dns: { servers: ['9.9.9.9'], allowRemoteRequests: true, properties: {} },
    routingTables: ['to_ISP1', 'to_ISP2'].map(name => makeRoutingTable({ name })),
    routes: [table('to_ISP1', '10.10.10.1', 24), table('to_ISP2', '20.20.20.1', 25)],
    firewall: firewall(paperRules()),
    ...parts,
  });
}

/** That gateway with both leases bound. */
export function paperWorld(): World {
  const up = (name: string, address: Ipv4) => ({
    name,
    running: true,
    addresses: [{ address, length: 24 }],
  });
  const lease = (name: string, net3: `${number}.${number}.${number}`): Lease => ({
    interface: name,
    address: { address: `${net3}.254`, length: 24 },
    gateway: `${net3}.1`,
    dns: [`${net3}.1`],
    leaseTime: 3_600_000,
  });
  return {
    interfaces: {
      ether1: up('ether1', '10.10.10.254'),
      ether2: up('ether2', '20.20.20.254'),
      ether4: up('ether4', '192.168.0.1'),
    },
    leases: { ether1: lease('ether1', '10.10.10'), ether2: lease('ether2', '20.20.20') },
    unreachable: [],
  };
}
