import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../../rsc/index.ts';
import { checkConversion, convertRouterOs, verdictOf } from '../../index.ts';

function toV7(text: string, minor?: number) {
  const read = readRouterOs(text, { file: 'x.rsc', dialect: 'v6' });
  const target = { dialect: 'v7', text: '', evidence: [], ...(minor !== undefined && { minor }) } as const;
  const converted = convertRouterOs(text, read, { file: 'x.rsc', target });
  const said = converted.diagnostics.map(({ id, severity, span }) => `${span.start.line} ${severity} ${id}`);
  const lines = converted.text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const lost = text.split('\n').filter(line => line !== '' && !converted.text.includes(line));
  return { lines, said, lost, converted };
}

describe('OSPF', () => {
  it('networks, an area, what is redistributed → an instance, areas, templates, and a filter for the types', () => {
    const { lines, said, lost } = toV7(`/routing ospf area
add area-id=0.0.0.1 inject-summary-lsas=no name=area1 type=stub
/routing ospf instance
set [ find default=yes ] redistribute-connected=as-type-1 redistribute-static=as-type-2 router-id=10.0.0.9
/routing ospf network
add area=backbone comment=uplink network=10.1.1.0/24
add area=area1 disabled=yes network=192.168.0.0/24
`);
    const chain = 'ospf-default-external';
    const rule = '/routing filter rule add chain=ospf-default-external rule=';
    expect(lines).toEqual([
      `${rule}"if (protocol connected) { set ospf-ext-metric 20; set ospf-ext-type type1 }"`,
      `${rule}"if (protocol static) { set ospf-ext-metric 20; set ospf-ext-type type2 }"`,
      `${rule}"accept"`,
      `/routing ospf instance add name=default version=2 router-id=10.0.0.9 redistribute=connected,static out-filter-chain=${chain}`,
      '/routing ospf area add name=backbone instance=default area-id=0.0.0.0',
      '/routing ospf area add name=area1 instance=default area-id=0.0.0.1 no-summaries type=stub default-cost=1',
      '/routing ospf interface-template add networks=10.1.1.0/24 area=backbone cost=10 priority=1 comment=uplink',
      '/routing ospf interface-template add networks=192.168.0.0/24 area=area1 cost=10 priority=1 disabled=yes',
    ]);
    expect(said).toEqual(['7 info routeros/ospf']);
    expect(lost).toEqual([]);
  });

  it('an interface with values of its own → a template ahead of that of the network, said', () => {
    const { lines, said } = toV7(`/routing ospf interface
add authentication=md5 authentication-key=secret interface=ether1 network-type=point-to-point
add cost=20 interface=all
/routing ospf network
add area=backbone network=10.1.1.0/24
`);
    expect(lines.slice(-2)).toEqual([
      '/routing ospf interface-template add networks=10.1.1.0/24 area=backbone interfaces=ether1 auth=md5 auth-key=secret type=ptp auth-id=1 cost=10 priority=1',
      '/routing ospf interface-template add networks=10.1.1.0/24 area=backbone cost=20 priority=1',
    ]);
    expect(said).toEqual(['2 warning routeros/ospf-template', '5 info routeros/ospf']);
  });

  it('a default route → originated, its type said as not established', () => {
    const { lines, said } = toV7(`/routing ospf instance
set default distribute-default=if-installed-as-type-1
/routing ospf network
add area=backbone network=10.1.1.0/24
`);
    expect(lines.join('\n')).toContain(
      'originate-default=if-installed out-filter-chain=ospf-default-external',
    );
    expect(said).toContain('2 warning routeros/ospf-default');
  });

  it('a line that is not certain → nothing is converted, all is said', () => {
    const { lines, said, lost } = toV7(`:local net 10.0.0.0/8
/routing ospf network
add area=backbone network=$net
add area=backbone network=10.1.1.0/24
`);
    expect(lines).toEqual([':local net 10.0.0.0/8']);
    expect(said).toEqual(['3 error routeros/no-such-menu', '4 error routeros/no-such-menu']);
    expect(lost).toEqual([]);
  });

  it('it is not walked → the verdict is open', () => {
    const { converted } = toV7(`/ip address
add address=10.1.1.2/24 interface=ether1
/routing ospf network
add area=backbone network=10.1.1.0/24
`);
    expect(converted.unwalked).toEqual([{ what: 'routing-protocols', statements: 1, alike: false }]);
    expect(verdictOf(converted, checkConversion(converted.before, converted.after))).toBe('open');
  });
});

describe('BGP', () => {
  const text = `/routing bgp instance
set default as=65001 redistribute-static=yes router-id=10.0.0.9
/routing bgp network
add network=203.0.113.0/24
/routing bgp peer
add hold-time=30s in-filter=isp-in name=isp nexthop-choice=force-self out-filter=none remote-address=10.1.1.1 \\
    remote-as=65000 ttl=default update-source=10.1.1.2
add name=other remote-address=10.0.0.2 remote-as=65001 route-reflect=yes
/routing filter
add action=accept chain=isp-in
`;

  it('7.20 and later → an instance that connections name', () => {
    const { lines, said, lost } = toV7(text);
    expect(lines).toEqual([
      '/routing bgp instance add name=default as=65001 router-id=10.0.0.9',
      '/ip firewall address-list add address=203.0.113.0/24 list=bgp-networks',
      '/routing bgp connection add name=isp local.role=ebgp hold-time=30s input.filter=isp-in nexthop-choice=force-self remote.address=10.1.1.1 remote.as=65000 local.address=10.1.1.2 output.redistribute=static instance=default output.network=bgp-networks',
      '/routing bgp connection add name=other local.role=ibgp-rr remote.address=10.0.0.2 remote.as=65001 output.redistribute=static instance=default output.network=bgp-networks',
      '/routing filter rule add chain=isp-in rule="accept"',
    ]);
    expect(said).toEqual(['6 info routeros/bgp', '8 info routeros/bgp']);
    expect(lost.filter(line => !line.includes('remote-as=65000'))).toEqual([]);
  });

  it('before 7.20 → connections with the AS', () => {
    const { lines } = toV7(text, 16);
    expect(lines.join('\n')).not.toContain('/routing bgp instance');
    expect(lines.join('\n')).toContain('add name=isp as=65001 router-id=10.0.0.9 local.role=ebgp');
  });

  it("instance and peer each have a filter for what they send → the peer's stays, and that is an error", () => {
    const { lines, said } = toV7(`/routing bgp instance
set default as=65001 out-filter=to-all
/routing bgp peer
add name=isp out-filter=to-isp remote-address=10.1.1.1 remote-as=65000
/routing filter
add chain=to-all action=discard prefix=10.0.0.0/8
add chain=to-isp action=discard prefix=172.16.0.0/12
`);
    expect(lines.join('\n')).toContain('output.filter-chain=to-isp');
    expect(said).toContain('4 error routeros/bgp-out-filter');
  });

  it('what has no certain counterpart → left out and said; synchronize=no → said', () => {
    const { said } = toV7(`/routing bgp network
add network=203.0.113.0/24 synchronize=no
/routing bgp peer
add max-prefix-limit=100 name=isp remote-address=10.1.1.1 remote-as=65000 update-source=ether1
`);
    expect(said).toEqual([
      '2 error routeros/bgp-network',
      '4 error routeros/cannot-say',
      '4 error routeros/cannot-say',
      '4 info routeros/bgp',
    ]);
  });
});

describe('filters', () => {
  it.each([
    ['action=accept prefix=10.0.0.0/8', 'if (dst==10.0.0.0/8) { accept }'],
    [
      'action=discard prefix=10.0.0.0/8 prefix-length=9-32',
      'if (dst in 10.0.0.0/8 && dst-len in 9-32) { reject }',
    ],
    [
      'prefix-length=24 protocol=connect set-bgp-med=20',
      'if (dst-len==24 && protocol connected) { set bgp-med 20 }',
    ],
    ['action=jump jump-target=other', 'jump other'],
    ['action=return distance=200', 'if (distance==200) { return }'],
    [
      'action=reject bgp-communities=65000:1,65000:2',
      'if (bgp-communities includes 65000:1,65000:2) { reject }',
    ],
    [
      'action=accept append-bgp-communities=65000:1 set-bgp-prepend=2',
      'append bgp-communities 65000:1; set bgp-path-prepend 2; accept',
    ],
  ])('%s → %s', (words, rule) => {
    const own = `/routing filter rule add chain=c rule="${rule}"`;
    const end = '/routing filter rule add chain=c rule="accept"';
    const isFinal = /^(?!if).*accept$/.test(rule);
    expect(toV7(`/routing filter add ${words} chain=c\n`).lines).toEqual(isFinal ? [own] : [own, end]);
  });

  it('a chain that others jump to, which does not decide → returns, said', () => {
    const { lines, said } = toV7(`/routing filter
add action=jump chain=a jump-target=b
add action=reject chain=b prefix=10.0.0.0/8
`);
    expect(lines).toContain('/routing filter rule add chain=b rule="return"');
    expect(said).toEqual(['3 warning routeros/filter-jump']);
  });

  it.each([
    'bgp-as-path=_65010_ action=accept',
    'invert-match=yes prefix=10.0.0.0/8 action=accept',
    'action=log',
  ])('%s → not certain: a comment and an error', words => {
    const { lines, said, lost } = toV7(`/routing filter\nadd ${words} chain=c\n`);
    expect(lines).toEqual(['/routing filter rule add chain=c rule="accept"']);
    expect(said).toEqual(['2 error routeros/no-such-menu']);
    expect(lost).toEqual([]);
  });
});
