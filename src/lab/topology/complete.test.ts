import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../rsc/index.ts';
import { packagePath } from '../../sys/index.ts';
import { deriveTopology } from './derive.ts';
import { printTopology } from './print-topology.ts';
import { buildTopology, parseTopology } from './read.ts';
import type { Topology } from './topology.ts';

const routerOf = (text: string) => readRouterOs(text, { file: 'office.rsc' }).router;

function built(topology: string, router: ReturnType<typeof routerOf>): Topology {
  const { found, diagnostics } = parseTopology(topology, 't.yaml');
  const reading = found && buildTopology(found, router);
  if (!reading?.topology) {
    throw new Error([...diagnostics, ...(reading?.diagnostics ?? [])].map(({ what }) => what).join('\n'));
  }
  return reading.topology;
}

const lan = `/ip address add address=192.168.88.1/24 interface=bridge
/ip pool add name=p ranges=192.168.88.10-192.168.88.99
/ip dhcp-server add interface=bridge name=d address-pool=p disabled=no
/ip dhcp-server network add address=192.168.88.0/24 gateway=192.168.88.1
/interface bridge add name=bridge
`;

const texts = {
  dhcp: `${lan}/ip dhcp-client
add interface=ether1 disabled=no
add interface=ether2 disabled=no default-route-distance=2
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1`,
  static: `${lan}/ip address
add address=192.0.2.2/29 interface=ether1
add address=198.51.101.6/30 interface=ether2
/ip route
add dst-address=8.8.4.4/32 gateway=192.0.2.1 scope=10
add dst-address=0.0.0.0/0 gateway=8.8.4.4 check-gateway=ping target-scope=11
add dst-address=0.0.0.0/0 gateway=198.51.101.5 distance=2
/ip dns set servers=10.53.0.1,9.9.9.9 allow-remote-requests=yes
/tool netwatch add host=1.1.1.1`,
  pppoe: `${lan}/interface pppoe-client
add name=pppoe-out1 interface=ether1 user=x add-default-route=yes disabled=no
add name=pppoe-out2 interface=ether2 user=x add-default-route=yes default-route-distance=2 disabled=no`,
} as const;

const least = (one: string, other: string): string =>
  `config: office.rsc\nisps:\n  - interface: ${one}\n  - interface: ${other}\n`;

describe('a topology with nothing but its ports', () => {
  it('DHCP → leases as every command assumes them, the LAN of the configuration', () => {
    const { isps, router, clients } = built(least('ether1', 'ether2'), routerOf(texts.dhcp));
    expect(isps).toMatchObject([
      { network: '10.10.10.0/24', gateway: '10.10.10.1', lease: ['10.10.10.254'], dialled: false },
      { network: '20.20.20.0/24', gateway: '20.20.20.1', lease: ['20.20.20.254'] },
    ]);
    expect([router.lan, clients]).toEqual(['bridge', { count: 4 }]);
  });

  it('static addresses → their networks and gateways, and what must answer', () => {
    const { isps, internet } = built(least('ether1', 'ether2'), routerOf(texts.static));
    expect(isps).toMatchObject([
      { network: '192.0.2.0/29', gateway: '192.0.2.1', lease: [] },
      { network: '198.51.101.4/30', gateway: '198.51.101.5', lease: [] },
    ]);
    expect(internet.hosts).toEqual(['8.8.4.4', '1.1.1.1', '10.53.0.1', '9.9.9.9']);
  });

  it('lines that are dialled → one address towards one peer', () => {
    const { isps } = built(least('pppoe-out1', 'pppoe-out2'), routerOf(texts.pppoe));
    expect(isps).toMatchObject([
      { dialled: true, network: '100.64.0.1/32', gateway: '100.64.0.1', lease: ['100.64.0.2'] },
      { dialled: true, network: '100.64.1.1/32', gateway: '100.64.1.1', lease: ['100.64.1.3'] },
    ]);
  });

  it('what the file states → stays as it is stated', () => {
    const text = `internet: { hosts: [] }
clients: { count: 2, network: 192.168.88.0/24, gateway: 192.168.88.9 }
isps: [{ interface: ether1, gateway: 192.0.2.3 }, { interface: ether2, network: 198.51.101.0/24 }]`;
    const { isps, internet, clients } = built(text, routerOf(texts.static));
    expect(isps).toMatchObject([
      { network: '192.0.2.0/29', gateway: '192.0.2.3', lease: [] },
      { network: '198.51.101.0/24', gateway: '198.51.101.1', lease: [] },
    ]);
    expect([internet.hosts, clients.static?.gateway]).toEqual([[], '192.168.88.9']);
  });

  it('no DHCP server → clients with addresses beside the router', () => {
    const text = '/ip address add address=10.0.0.1/24 interface=ether5\n/ip dhcp-client add interface=ether1';
    expect(built('isps: [{ interface: ether1 }]', routerOf(text))).toMatchObject({
      router: { lan: 'ether5' },
      clients: { count: 4, static: { network: '10.0.0.0/24', gateway: '10.0.0.1' } },
    });
  });

  it('a port that is both the LAN and an ISP → is said where the ISP is', () => {
    const { found } = parseTopology('isps: [{ interface: bridge }]\nrouter: { lan: bridge }', 't.yaml');
    const wrong = found && buildTopology(found, routerOf(texts.dhcp));
    expect(wrong?.diagnostics.map(({ what, span }) => `${span.start.line}: ${what}`)).toEqual([
      '2: router.lan: bridge is already the port of isp1.',
    ]);
  });
});

describe('printTopology', () => {
  const unstated = ({ isps, ...rest }: Topology) => ({
    ...rest,
    isps: isps.map(({ usual: _, ...isp }) => isp),
  });

  it.each(Object.entries(texts))('%s: read back → the same bench', (_, text) => {
    const router = routerOf(text);
    const derived = deriveTopology(router, 'office.rsc');
    if (!derived) throw new Error('no WAN');
    const printed = printTopology(derived);
    expect(unstated(built(printed, router))).toEqual(unstated(derived));
    expect(printTopology(built(printed, router))).toBe(printed);
  });

  it.each(['paper', 'paper-fixed', 'dhcp-vlan-wireguard', 'dual-pppoe-lte', 'recursive-netwatch'])(
    'examples/%s: read back → the same bench',
    name => {
      const example = (file: string) => readFileSync(packagePath(`examples/${name}/${file}`), 'utf8');
      const router = routerOf(example(`${name}.rsc`));
      const first = built(example('topology.yaml'), router);
      expect(unstated(built(printTopology(first), router))).toEqual(unstated(first));
    },
  );

  it('names are not mistaken for numbers or truths', () => {
    const text = 'title: "12: no"\nassume: { limit@12: "no", rate: "1e3" }\nisps: [{ interface: ether1 }]';
    const router = routerOf(texts.dhcp);
    const { title, assume } = built(printTopology(built(text, router)), router);
    expect([title, assume]).toEqual(['12: no', { 'limit@12': 'no', rate: '1e3' }]);
  });
});
