import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../read.ts';

const said = (text: string) =>
  readRouterOs(text, { file: 'a.rsc' })
    .diagnostics.filter(({ id }) => /^rsc\/(?:unknown|undeclared)-/.test(id))
    .map(({ id, severity, span }) => `${span.start.line} ${severity} ${id}`);

const body = `/ip address add address=10.0.0.1/24 interface=uplink
/interface list member add list=LAN interface=ether1
/queue simple add name=q parent=none queue=fast/fast target=10.0.0.0/24
/queue simple add name=r parent=total target=10.0.0.1/32
/ip dhcp-server add name=d interface=ether4 address-pool=guests
/routing rule add action=lookup table=to_ISP1 src-address=10.0.0.0/8
`;

describe('names that nothing defines', () => {
  it('an export → a warning at each use', () => {
    expect(said(`# 2025-06-01 by RouterOS 7.22.1\n${body}`)).toEqual([
      '2 warning rsc/undeclared-interface',
      '3 warning rsc/unknown-interface-list',
      '4 warning rsc/unknown-queue-type',
      '5 warning rsc/unknown-queue',
      '6 warning rsc/unknown-pool',
      '7 warning rsc/unknown-table',
    ]);
  });

  it('a part of a configuration → nothing but that the interface is taken to exist', () => {
    const text = body.replace(
      '/queue simple add name=q parent=none queue=fast/fast target=10.0.0.0/24\n',
      '',
    );
    expect(said(text.replace(/.*parent=total.*\n/, ''))).toEqual(['1 info rsc/undeclared-interface']);
  });

  it('a part that defines names of that kind → the others are warned of', () => {
    expect(said(`/routing table add fib name=to_ISP2\n${body.split('\n').at(-2)}\n`)).toEqual([
      '2 warning rsc/unknown-table',
    ]);
  });

  it('names that every router has, or that a kept statement makes → nothing', () => {
    const text = `# by RouterOS 7.14
/ip vrf add name=customers interfaces=ether2
/ip route add gateway=10.1.1.1 routing-table=customers
/ip firewall filter add chain=input action=drop in-interface-list=!all
/queue simple add name=q target=10.0.0.0/24 queue=pcq-upload-default/pcq-download-default
/queue tree add name=t parent=global
/queue tree add name=u parent=ether1
`;
    expect(said(text)).toEqual([]);
  });

  it('v6, where a routing mark makes its table → nothing', () => {
    expect(said('# by RouterOS 6.49.10\n/ip route add gateway=10.1.1.1 routing-mark=to_ISP1\n')).toEqual([]);
  });
});

describe('names that differ in capitals alone', () => {
  const renamed = '/interface ethernet set [find default-name=ether1] name=wan\n';
  const client = '/ip dhcp-client add interface=WAN disabled=no\n';
  const rule = '/ip firewall mangle add chain=prerouting action=accept in-interface=WAN\n';

  it('the port has another name → every statement is left out, and each is said', () => {
    const { router, counts } = readRouterOs(`${renamed}${client}${rule}`, { file: 'a.rsc' });
    expect([router.dhcpClients, router.firewall.ipv4.mangle, counts.notUnderstood]).toEqual([[], [], 2]);
    expect(said(`${renamed}${client}${rule}`)).toEqual([
      '2 error rsc/unknown-interface',
      '3 error rsc/unknown-interface',
    ]);
  });

  it('both are stated, only one is used, or a kept statement makes it → nothing is left out', () => {
    const both = `${renamed}/interface bridge add name=WAN\n${client}`;
    const kept = `${renamed}/interface unheard-of add name=WAN\n${client}`;
    for (const text of [both, client, kept])
      expect(readRouterOs(text, { file: 'a.rsc' }).router.dhcpClients).toHaveLength(1);
  });
});

describe('lists of addresses', () => {
  const said = (text: string) =>
    readRouterOs(text, { file: 'a.rsc' })
      .diagnostics.filter(({ id }) => id === 'rsc/empty-address-list')
      .map(({ what, span }) => [span.start.line, what]);
  const rule = '/ip firewall filter add chain=forward action=drop src-address-list=guests\n';

  it('asked by a rule and filled by nothing → a finding with the near name', () => {
    expect(said(rule)).toEqual([[1, "Nothing here fills the address list 'guests'."]]);
    const near = '/ip firewall address-list add list=guest address=10.0.0.0/8\n';
    expect(said(`${near}${rule}`)).toEqual([
      [2, "Nothing here fills the address list 'guests'. Did you mean 'guest'?"],
    ]);
  });

  it.each([
    ['whoever took the entries out', '/ip firewall address-list\n\n[erased address-list]\n'],
    ['an entry', '/ip firewall address-list add list=guests address=10.0.0.0/8\n'],
    [
      'a rule',
      '/ip firewall mangle add chain=prerouting action=add-src-to-address-list address-list=guests\n',
    ],
    [
      'a script',
      '/system script add name=a source="/ip firewall address-list add list=guests address=1.2.3.4"\n',
    ],
  ])('filled by %s → nothing is said', (_, filling) => {
    expect(said(`${filling}${rule}`)).toEqual([]);
  });
});

describe('an interface that nothing states', () => {
  const said = (name: string): string[] =>
    readRouterOs(
      `/interface ethernet
set [ find default-name=ether1 ] name=ether1-wan
/ip address
add address=10.0.0.1/24 interface=ether1-wan
add address=10.0.1.1/24 interface=${name}
`,
      { file: 'office.rsc' },
    ).diagnostics.flatMap(({ id, what }) => (id === 'rsc/unknown-interface' ? [what] : []));

  it('a slip of the pen → the name that was meant', () =>
    expect(said('ether1-wam')).toEqual([
      "Nothing here is an interface 'ether1-wam'. Did you mean 'ether1-wan'?",
    ]));

  it('the next one of a row → no other is proposed for it', () => expect(said('ether2-wan')).toEqual([]));
});
