import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../../../rsc/index.ts';
import { checkConversion, convertRouterOs, verdictOf } from '../../index.ts';

const v6 = { dialect: 'v6', text: '', evidence: [] } as const;

function toV6(text: string) {
  const read = readRouterOs(text, { file: 'x.rsc', dialect: 'v7' });
  const converted = convertRouterOs(text, read, { file: 'x.rsc', target: v6 });
  const said = converted.diagnostics.map(({ id, severity, span }) => `${span.start.line} ${severity} ${id}`);
  const lines = converted.text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
  const lost = text.split('\n').filter(line => line !== '' && !converted.text.includes(line.trim()));
  return { lines, said, lost, converted };
}

const address = '/ip address add address=10.1.1.2/24 interface=ether1\n';

describe('OSPF', () => {
  it('an instance, areas, templates → the default instance, the backbone, networks and interfaces', () => {
    const { lines, said, lost } = toV6(`/routing ospf instance
add disabled=no name=v2 originate-default=always out-filter-chain=types redistribute=connected,static \\
    router-id=10.0.0.9
/routing ospf area
add disabled=no instance=v2 name=backbone-v2
add area-id=0.0.0.1 default-cost=10 instance=v2 name=area1 no-summaries type=stub
/routing ospf area range
add area=area1 prefix=192.168.0.0/16
/routing ospf interface-template
add area=backbone-v2 auth=md5 auth-id=1 auth-key=secret cost=20 interfaces=ether1 type=ptp
add area=area1 comment=office cost=10 networks=192.168.0.0/24 priority=1
/routing filter rule
add chain=types rule="if (protocol connected) { set ospf-ext-metric 30; set ospf-ext-type type1 }"
add chain=types rule="if (protocol static) { set ospf-ext-type type2; accept }"
add chain=types rule="if (dst==0.0.0.0/0) { set ospf-ext-type type1; set ospf-ext-metric 5 }"
add chain=types rule="accept"
${address}`);
    expect(lines).toEqual([
      '/routing ospf instance set [ find default=yes ] disabled=no router-id=10.0.0.9 redistribute-connected=as-type-1 metric-connected=30 redistribute-static=as-type-2 distribute-default=always-as-type-1 metric-default=5 out-filter=types',
      '/routing ospf area add name=area1 area-id=0.0.0.1 default-cost=10 type=stub inject-summary-lsas=no',
      '/routing ospf area range add area=area1 range=192.168.0.0/16',
      '/routing ospf network add network=10.1.1.0/24 area=backbone',
      '/routing ospf network add network=192.168.0.0/24 area=area1 comment=office',
      '/routing ospf interface add interface=ether1 authentication=md5 authentication-key-id=1 authentication-key=secret cost=20 network-type=point-to-point priority=128',
      '/routing ospf interface add interface=all cost=10 priority=1',
      '/routing filter add chain=types protocol=static action=accept',
      '/routing filter add chain=types action=accept',
      address.trim(),
    ]);
    expect(said).toEqual(['11 info routeros/ospf']);
    expect(lost).toEqual([]);
  });

  it('types and costs that no line states → chosen, and said as not established', () => {
    const { lines, said } = toV6(`/routing ospf instance add name=default redistribute=static
/routing ospf area add instance=default name=backbone area-id=0.0.0.0
/routing ospf interface-template add area=backbone networks=10.1.1.0/24
`);
    expect(lines).toEqual([
      '/routing ospf instance set [ find default=yes ] redistribute-static=as-type-2',
      '/routing ospf network add network=10.1.1.0/24 area=backbone',
      '/routing ospf interface add interface=all priority=128',
    ]);
    expect(said).toEqual([
      '1 warning routeros/ospf-external',
      '3 warning routeros/ospf-cost',
      '3 info routeros/ospf',
    ]);
  });

  it.each([
    ['an interface whose address the text does not state', 'interfaces=pppoe-out1 cost=10', 'ospf-network'],
    [
      'a network in which other interfaces have addresses',
      'interfaces=ether2 networks=10.1.0.0/16 cost=10',
      'ospf-network',
    ],
    ['SHA', 'interfaces=ether1 auth=sha256 cost=10', 'cannot-say'],
  ])('%s → said as an error', (_, words, id) => {
    const { said } = toV6(`${address}/routing ospf instance add name=v2 version=2
/routing ospf area add instance=v2 name=b area-id=0.0.0.0
/routing ospf interface-template add area=b ${words}
`);
    expect(said).toContain(`4 error routeros/${id}`);
  });

  it('several instances → the first is the default one, the others keep their names', () => {
    const { lines } = toV6(`/routing ospf instance
add name=one version=2
add name=default version=2
/routing ospf area
add instance=one name=b1 area-id=0.0.0.0
add instance=default name=backbone area-id=0.0.0.0
/routing ospf interface-template
add area=backbone cost=10 networks=10.2.0.0/16 priority=1
`);
    expect(lines).toEqual([
      '/routing ospf instance set [ find default=yes ]',
      '/routing ospf instance add name=default-2',
      '/routing ospf area add name=backbone-2 area-id=0.0.0.0 instance=default-2',
      '/routing ospf network add network=10.2.0.0/16 area=backbone-2',
      '/routing ospf interface add interface=all cost=10 priority=1',
    ]);
  });

  it('OSPF for IPv6 among it → nothing is converted, all is named', () => {
    const { lines, said, lost } = toV6(`/routing ospf instance add name=v3 version=3
/routing ospf area add instance=v3 name=b area-id=0.0.0.0
`);
    expect(lines).toEqual([]);
    expect(said).toEqual(['1 error routeros/no-such-menu', '2 error routeros/no-such-menu']);
    expect(lost).toEqual([]);
  });
});

describe('BGP', () => {
  it('connections with a template → peers of the default instance, networks', () => {
    const { lines, said, lost } = toV6(`/routing bgp template
set default as=65001 hold-time=30s output.network=nets router-id=10.0.0.9
/routing bgp connection
add disabled=no input.filter=isp-in local.address=10.1.1.2 .role=ebgp name=isp nexthop-choice=force-self \\
    output.filter-chain=isp-out .redistribute=static remote.address=10.1.1.1/32 .as=65000 templates=default
add connect=no listen=yes local.role=ibgp-rr name=inner output.redistribute=static remote.address=10.0.0.2 \\
    templates=default
/ip firewall address-list
add address=203.0.113.0/24 list=nets
`);
    expect(lines).toEqual([
      '/routing bgp instance set default as=65001 router-id=10.0.0.9 redistribute-static=yes',
      '/routing bgp peer add name=isp remote-address=10.1.1.1 remote-as=65000 hold-time=30s disabled=no in-filter=isp-in update-source=10.1.1.2 nexthop-choice=force-self out-filter=isp-out',
      '/routing bgp peer add name=inner remote-address=10.0.0.2 remote-as=65001 hold-time=30s route-reflect=yes passive=yes',
      '/ip firewall address-list',
      'add address=203.0.113.0/24 list=nets',
      '/routing bgp network add network=203.0.113.0/24 synchronize=yes',
    ]);
    expect(said).toEqual(['4 info routeros/bgp', '6 info routeros/bgp']);
    expect(lost).toEqual([]);
  });

  it('an instance of 7.20 → an instance', () => {
    const { lines } = toV6(`/routing bgp instance add name=isp as=65001 router-id=10.0.0.9
/routing bgp connection add instance=isp local.role=ebgp name=p remote.address=10.1.1.1 remote.as=65000
`);
    expect(lines).toEqual([
      '/routing bgp instance set default as=65001 router-id=10.0.0.9',
      '/routing bgp peer add name=p remote-address=10.1.1.1 remote-as=65000',
    ]);
  });

  it('peers of one instance that redistribute otherwise → two instances, and that is an error', () => {
    const { lines, said } = toV6(`/routing bgp connection
add as=65001 local.role=ebgp name=a output.redistribute=static remote.address=10.1.1.1 remote.as=65000
add as=65001 local.role=ebgp name=b remote.address=10.2.2.1 remote.as=65002
`);
    expect(lines).toContain('/routing bgp instance add name=as65001 as=65001');
    expect(lines.at(-1)).toContain('add name=b instance=as65001');
    expect(said).toContain('3 error routeros/bgp-instance');
  });

  it.each([
    [
      'whoever calls from a network',
      'local.role=ibgp remote.address=10.0.0.0/24',
      ['2 error routeros/bgp-peer', '2 error routeros/no-such-menu'],
    ],
    [
      'an AS that the peer tells',
      'local.role=ebgp remote.address=10.0.0.2',
      ['2 error routeros/bgp-peer', '2 error routeros/no-such-menu'],
    ],
    [
      'a role of RFC 9234',
      'local.role=ebgp-customer remote.address=10.0.0.2 remote.as=65000',
      ['2 error routeros/cannot-say', '2 info routeros/bgp'],
    ],
    [
      'a VRF',
      'local.role=ebgp remote.address=10.0.0.2 remote.as=65000 vrf=red',
      ['2 error routeros/cannot-say', '2 info routeros/bgp'],
    ],
  ])('%s → said as an error', (_, words, expected) => {
    expect(toV6(`/routing bgp connection\nadd as=65001 name=x ${words}\n`).said).toEqual(expected);
  });

  it('it is not walked → the verdict is open', () => {
    const { converted } = toV6(`${address}/routing bgp connection
add as=65001 local.role=ebgp name=a remote.address=10.1.1.1 remote.as=65000
`);
    expect(verdictOf(converted, checkConversion(converted.before, converted.after))).toBe('open');
  });
});

describe('filters', () => {
  const filter = (rule: string) => toV6(`/routing filter rule\nadd chain=c rule="${rule}"\n`);

  it.each([
    ['accept', ['action=accept']],
    ['if (dst==10.0.0.0/8) { reject; }', ['prefix=10.0.0.0/8 action=reject', 'action=reject']],
    [
      'if (dst in 10.0.0.0/8) { accept }',
      ['prefix=10.0.0.0/8 prefix-length=8-32 action=accept', 'action=reject'],
    ],
    [
      'if (dst-len>13 && dst-len<31 && dst in 172.16.0.0/16) { accept }',
      ['prefix=172.16.0.0/16 prefix-length=16-30 action=accept', 'action=reject'],
    ],
    [
      'if (dst-len==24 && protocol connected) {set bgp-med 20; accept}',
      ['prefix-length=24 protocol=connect set-bgp-med=20 action=accept', 'action=reject'],
    ],
    ['if (bgp-local-pref>=200) { accept }', ['bgp-local-pref=200-4294967295 action=accept', 'action=reject']],
    [
      'if (protocol static || protocol connected) { accept } else { reject }',
      ['protocol=static action=accept', 'protocol=connect action=accept', 'action=reject'],
    ],
    [
      'set distance 200; append bgp-communities 65000:1; accept',
      ['set-distance=200 append-bgp-communities=65000:1 action=accept'],
    ],
    [
      'if (bgp-communities includes 65000:1) { return }',
      ['bgp-communities=65000:1 action=return', 'action=reject'],
    ],
  ])('%s → the same as properties', (rule, expected) => {
    const { lines, said } = filter(rule);
    expect(lines).toEqual(expected.map(words => `/routing filter add chain=c ${words}`));
    expect(said).toEqual([]);
  });

  it.each([
    'if (not bgp-network) { reject }',
    'if (dst in mylist) { accept }',
    'if (bgp-as-path .1234.) { accept }',
    'if ((protocol static) && (dst-len==24)) { accept }',
    'set distance +1; accept',
    'if (protocol static || protocol connected) { append bgp-communities 1:1 }',
    'if (dst-len==24) { set distance 5 } else { reject }',
    'if (dst-len>24 && dst-len<20) { accept }',
    'rpki-verify group',
    'jump other; accept',
  ])('%s → RouterOS 6 cannot say it: a comment and an error, and the chain ends as it did', rule => {
    const { lines, said, lost } = filter(rule);
    expect(lines).toEqual(['/routing filter add chain=c action=reject']);
    expect(said).toEqual(['2 error routeros/no-such-menu']);
    expect(lost).toEqual([]);
  });
});

it('RouterOS 6 → 7 → 6: the same lines come back', () => {
  const own = [
    '/routing ospf instance set [ find default=yes ] redistribute-connected=as-type-1 metric-connected=20',
    '/routing ospf area add name=area1 area-id=0.0.0.1',
    '/routing ospf network add network=10.1.1.0/24 area=backbone',
    '/routing ospf network add network=192.168.0.0/24 area=area1',
    '/routing ospf interface add interface=all cost=10 priority=1',
    '/routing bgp instance set default as=65001',
    '/routing bgp peer add name=isp remote-address=10.1.1.1 remote-as=65000 in-filter=isp-in',
    '/routing filter add chain=isp-in prefix=10.0.0.0/8 prefix-length=9-32 action=reject',
    '/routing filter add chain=isp-in action=accept',
  ];
  const text = `${own.join('\n')}\n`;
  const read = readRouterOs(text, { file: 'x.rsc', dialect: 'v6' });
  const v7 = convertRouterOs(text, read, {
    file: 'x.rsc',
    target: { dialect: 'v7', text: '', evidence: [] },
  });
  const { lines } = toV6(v7.text);
  const chain = '/routing filter add chain=ospf-default-external action=accept';
  const set = own[0]?.replace(/$/, ' out-filter=ospf-default-external');
  expect(lines.toSorted()).toEqual([...own.slice(1), chain, set].toSorted());
});
