import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../text/index.ts';
import { leaseRouteComments, readRouterOs } from './index.ts';

const read = (text: string, dialect?: 'v6' | 'v7') => readRouterOs(text, { file: 'office.rsc', dialect });
const said = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ severity, id, span }) => `${span.start.line}:${span.start.column} ${severity} ${id}`);

const listing = `Command routing dari ISP ke LAN user :
add chain=prerouting dst-address=10.10.10.0/24
action=accept in-interface=ether4

add chain=prerouting in-interface=ether4
connection-mark=no-mark dst-address-
type=!local per-connection-classifier=both-
addresses:3/0 action=mark-connection new-
connection-mark=ISP1_conn

add chain=srcnat out-interface=ether1
action=masquerade comment=nat-isp1

add gateway=10.111.0.1 dst-address=0.0.0.0/0
routing-mark=to_ISP1
check-gateway=ping

add address=192.168.0.1/24
network=192.168.0.0 broadcast=192.168.0.255
interface=ether
`;

describe('a listing without menu paths, wrapped by a PDF', () => {
  const { router, diagnostics, counts, version } = read(listing);

  it('is read as what it must have been', () => {
    const [bypass, pcc] = router.firewall.ipv4.mangle;
    expect(bypass?.action).toEqual({ kind: 'accept' });
    expect(pcc?.matchers).toEqual([
      { kind: 'in-interface', interface: 'ether4', negated: false },
      { kind: 'connection-mark', mark: 'no-mark', negated: false },
      { kind: 'dst-address-type', types: ['local'], negated: true },
      {
        kind: 'per-connection-classifier',
        fields: 'both-addresses',
        denominator: 3,
        remainder: 0,
        negated: false,
      },
    ]);
    expect(pcc?.action).toEqual({ kind: 'mark-connection', mark: 'ISP1_conn', passthrough: true });
    expect(router.firewall.ipv4.nat[0]?.comment).toBe('nat-isp1');
    expect(router.routes[0]).toMatchObject({ table: 'to_ISP1', checkGateway: 'ping' });
  });

  it('says which menus were inferred and that they are missing', () => {
    const inferred = diagnostics.filter(({ id }) => id === 'rsc/inferred-menu').map(({ what }) => what);
    expect(inferred).toEqual([
      'No menu path stands above these 2 lines; they are read as /ip firewall mangle because of chain=prerouting.',
      'No menu path stands above this line; it is read as /ip firewall nat because of action=masquerade.',
      'No menu path stands above this line; it is read as /ip route because of gateway and dst-address.',
      'No menu path stands above this line; it is read as /ip address because of address and interface.',
    ]);
  });

  it('has no errors, so that it can be run as it is', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const unknown = diagnostics.find(({ id }) => id === 'rsc/unknown-interface');
    expect(unknown?.what).toBe("Nothing here is an interface 'ether'. Did you mean 'ether1' or 'ether4'?");
    expect(said(diagnostics)).toContain('19:21 warning rsc/deprecated-property');
  });

  it('keeps the prose and counts every statement once', () => {
    expect(router.kept.map(({ text, reason }) => `${reason}: ${text}`)).toEqual([
      'not-understood: Command routing dari ISP ke LAN user :',
    ]);
    expect(counts).toMatchObject({ statements: 6, modelled: 5, kept: 0, notUnderstood: 1, lost: 0 });
  });

  it('lists mentioned factory interfaces and tables of routing marks', () => {
    expect(router.interfaces.map(({ name, kind, origin }) => [name, kind, origin.span.start.line])).toEqual([
      ['ether1', 'ethernet', 11],
      ['ether4', 'ethernet', 2],
    ]);
    expect(version.dialect).toBe('v6');
    expect(router.routingTables).toMatchObject([{ name: 'to_ISP1', implied: true, fib: true }]);
  });
});

describe('defaults by version', () => {
  const text = '/ip dhcp-client add interface=ether1\n/tool netwatch add host=1.1.1.1';

  it('takes a v6 DHCP client for disabled and a v7 one for enabled', () => {
    expect(read(text, 'v6').router.dhcpClients[0]?.disabled).toBe(true);
    expect(read(text, 'v7').router.dhcpClients[0]?.disabled).toBe(false);
  });

  it('knows the intervals of netwatch', () => {
    expect(read(text, 'v6').router.netwatch[0]).toMatchObject({ interval: 60_000, timeout: 1000 });
    expect(read(text, 'v7').router.netwatch[0]).toMatchObject({ interval: 10_000, timeout: 3000 });
  });

  it('finds the version in the header and says so', () => {
    const { version } = read('# 2026-01-31 12:00:00 by RouterOS 7.20.2\n/ip address');
    expect(version).toEqual({
      dialect: 'v7',
      minor: 20,
      text: '7.20.2',
      evidence: [expect.objectContaining({ en: 'the header says RouterOS 7.20.2' })],
    });
  });
});

describe('the version of a text without header', () => {
  it.each([
    ['/routing rule add table=x', 'v7', '/routing rule exists in v7 only'],
    [
      '/ip dhcp-client add interface=ether1 script="/ip route add gateway=1.1.1.1 routing-mark=a"',
      'v6',
      'routing-mark in /ip route exists in v6 only',
    ],
    [
      ':for i from=1 to=2 do={ /ip route { add gateway=1.1.1.1 routing-mark=a } }',
      'v6',
      'routing-mark in /ip route exists in v6 only',
    ],
    ['/ip route rule add table=x', 'v6', '/ip route rule exists in v6 only'],
    ['/ip route add gateway=1.1.1.1 type=blackhole', 'v6', 'type in /ip route exists in v6 only'],
    ['/tool netwatch add host=1.1.1.1 type=icmp', 'v7', 'type in /tool netwatch exists in v7 only'],
    ['/interface wireguard add name=wg', 'v7', '/interface wireguard exists in v7 only'],
    [
      'Mine is RouterOS v6, help\n/ip route add gateway=1.1.1.1',
      'v6',
      'what is written around it names RouterOS 6',
    ],
  ])('%s → %s', (text, dialect, evidence) => {
    expect(read(text).version).toEqual({
      dialect,
      text: '',
      evidence: [expect.objectContaining({ en: evidence })],
    });
  });
});

it.each([
  ['/ip smb set enbled=no', [[13, 'rsc/unknown-property']]],
  ['/ip smb set enabled=no domain="enbled=x"', []],
  ['/ip smb set quite-another=no', []],
])('a menu that is only kept: %s → %j', (text, found) => {
  const { diagnostics } = read(text);
  const places = diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ id, span }) => [span.start.column, id]);
  expect(places).toEqual(found);
});

it('what print shows → is named for what it is', () => {
  const { diagnostics } = read(`Flags: X - disabled, A - active
 0 A S  dst-address=0.0.0.0/0 gateway=192.168.1.1
Please help`);
  expect(diagnostics.map(({ id }) => id)).toEqual([
    'rsc/print-output',
    'rsc/print-output',
    'rsc/not-understood',
  ]);
});

it.each([
  ['I upgraded from RouterOS 6.49 to RouterOS 7.15', undefined],
  ['It is RouterOS 7.15.3 on a hEX', 15],
  ['RouterOS 7.15 here, and RouterOS 7.16 there', undefined],
])('prose: %s → minor %s', (prose, minor) => {
  expect(read(`${prose}\n/ip route add gateway=1.1.1.1`).version.minor).toBe(minor);
});

describe('set, remove, enable, move', () => {
  it('changes earlier items by find, name and default name', () => {
    const { router, diagnostics } = read(`/interface ethernet set [ find default-name=ether1 ] name=wan1
/ip route
add comment=a gateway=10.0.0.1
add comment=b gateway=10.0.0.2 disabled=yes
add comment=c gateway=10.0.0.3
set [find comment="a"] distance=5
enable [find where comment=b]
remove [find comment~"^c"]
move [find comment=b] [find comment=a]`);
    expect(diagnostics).toEqual([]);
    expect(router.routes.map(({ comment, distance, disabled }) => [comment, distance, disabled])).toEqual([
      ['b', 1, false],
      ['a', 5, false],
    ]);
    expect(router.interfaces).toMatchObject([{ name: 'wan1', defaultName: 'ether1' }]);
  });
});

describe('mistakes', () => {
  it.each([
    [
      '/ip firewall mangle add chain=prerouting per-conection-classifier=src-address:2/0',
      '1:42 error rsc/unknown-property',
    ],
    ['/ip route addd gateway=10.0.0.1', '1:11 error rsc/unknown-command'],
    ['/ip firewll mangle add chain=input', '1:5 error rsc/unknown-menu'],
    ['/ip route add gateway=10.0.0.1 distance=900', '1:41 error rsc/bad-value'],
    ['/ip address add address=10.0.0.1/24 interface="ether1', '1:47 error rsc/unclosed-quote'],
    ['/ip route set [find comment=a distance=2', '1:15 error rsc/unclosed-bracket'],
    ['/ip route add gateway=10.0.0.1 dis=2', '1:32 error rsc/ambiguous-abbreviation'],
    ['/ip firewall filter add chain=input action=droop', '1:44 error rsc/unknown-action'],
    ['/ip address add address=10.0.0.1/24', '1:1 error rsc/missing-property'],
  ])('%s', (text, expected) => {
    expect(said(read(text).diagnostics)).toContain(expected);
  });
});

describe('leaseRouteComments', () => {
  it('finds routes that follow the lease', () => {
    const script =
      ':if ($bound=1) do={ /ip route set [find comment="isp1"] gateway=$"gateway-address"; :log info "x" }';
    expect(leaseRouteComments(script)).toEqual(['isp1']);
    expect(leaseRouteComments('/ip route set [find comment=a] gateway=$"gateway-address"')).toEqual(['a']);
    expect(leaseRouteComments('/ip/route\nset [find where comment="b"] gateway=$"gateway-address"')).toEqual([
      'b',
    ]);
  });

  it('finds nothing elsewhere', () => {
    expect(
      leaseRouteComments(':if ($bound=0) do={/ip route set [find comment=a] gateway=$"gateway-address"}'),
    ).toEqual([]);
    expect(leaseRouteComments('/ip route set [find comment=a] gateway=10.0.0.1')).toEqual([]);
    expect(leaseRouteComments('/ip route set [find distance=1] gateway=$"gateway-address"')).toEqual([]);
  });
});

describe('the version that scripts show', () => {
  it('however far down the script stands', () => {
    const before = '/ip dns set servers=10.0.0.9\n'.repeat(40);
    const loop = ':for i from=1 to=2 do={ /ip route add gateway="10.0.$i.1" routing-mark="m$i" }\n';
    for (const text of [loop, `${before}${loop}`])
      expect(readRouterOs(text, { file: 'a.rsc' }).version.dialect).toBe('v6');
  });
});
