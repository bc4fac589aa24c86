import { describe, expect, it } from 'vitest';
import { readRouterOs } from '../index.ts';

const read = (text: string) => readRouterOs(text, { file: 'x.rsc' });

describe('a statement with an error', () => {
  it('a gateway of which a part is hidden → no interface; a name with dots → one', () => {
    const gatewaysOf = (gateway: string) => read(`/ip route\nadd gateway=${gateway}\n`).router.routes;
    for (const hidden of ['198.51.x.x', 'x.x.x.x', 'b.b.b.b', '198.51.100.XXX', '198.51.*.*'])
      expect(gatewaysOf(hidden)).toEqual([]);
    expect(gatewaysOf('ether1.100')).toMatchObject([{ gateways: [{ interface: 'ether1.100' }] }]);
  });

  it.each([
    '<WAN1_GATEWAY>',
    '"{{ isp1_gateway }}"',
    '%gateway%',
    'YOUR_MAIN_GATEWAY_IPv4',
    'ISP1_GW',
    'gateway-isp-2',
    'GW1',
  ])(
    'a gateway that is left to the reader (%s) → no interface, and a line that is not understood',
    gateway => {
      const { router, diagnostics } = read(
        `/ip route\nadd gateway=${gateway} comment=a\nadd gateway=10.0.0.1\nadd gateway=${gateway}\n`,
      );
      expect([router.routes.length, router.interfaces]).toEqual([1, []]);
      expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual([
        'rsc/placeholder',
        'rsc/placeholder',
      ]);
    },
  );

  it('an interface that the text calls so → a gateway like any other', () => {
    const { router } = read('/interface l2tp-client\nadd name=office-gw\n/ip route\nadd gateway=office-gw\n');
    expect(router.routes).toHaveLength(1);
    const named = read(
      '/ip route\nadd gateway=wan-gw\n/ip firewall nat\nadd chain=srcnat out-interface=wan-gw\n',
    );
    expect(named.router.routes).toHaveLength(1);
  });

  it('another value that is left to the reader → said as such', () => {
    const { diagnostics } = read('/ip address\nadd address=<PUBLIC_IP>/30 interface=ether1\n');
    expect(diagnostics.map(({ id }) => id)).toContain('rsc/placeholder');
  });

  it.each([
    '/ip firewall nat\nadd chain=dstnat dst-address=WAN_IP action=accept\n',
    '/ip firewall nat\nadd chain=dstnat dst-address=x.x.x.x action=accept\n',
    '/ip address\nadd address=192.168.XX.1/24 interface=ether1\n',
    '/ip dhcp-server lease\nadd address=10.0.0.5 mac-address={MAC_OF_PRINTER}\n',
  ])('letters where a value has none (%s) → what the reader is to put in', text => {
    expect(
      read(text)
        .diagnostics.filter(({ severity }) => severity === 'error')
        .map(({ id }) => id),
    ).toEqual(['rsc/placeholder']);
  });

  it('a word in capitals where words are choices → a wrong value, with the right one', () => {
    const { diagnostics } = read('/ip firewall filter\nadd chain=forward action=FASTTRACK_CONNECTION\n');
    expect(diagnostics.map(({ id }) => id)).not.toContain('rsc/placeholder');
  });

  it('one bad line among good ones → the model holds the others, and it is counted', () => {
    const { router, counts } = read(
      '/ip route\nadd gateway=10.0.0.1 distnce=2\nadd gateway=10.0.0.2\nadd gateway=10.0.0\n',
    );
    expect(router.routes.map(({ gateways }) => gateways)).toHaveLength(1);
    expect(counts).toMatchObject({ statements: 3, modelled: 1, notUnderstood: 2 });
    expect(router.kept.map(({ origin, reason }) => [origin.span.start.line, reason])).toEqual([
      [2, 'not-understood'],
      [4, 'not-understood'],
    ]);
  });

  it('a bad change of a good item → the item stays as it was added', () => {
    const { router } = read('/ip route\nadd gateway=10.0.0.1 comment=a\nset [find comment=a] distance=x\n');
    expect(router.routes).toMatchObject([{ comment: 'a', distance: 1 }]);
  });

  it('inside of a block that is followed → only the inner one is left out', () => {
    const { router, counts } = read(':do {\n/ip route add gateway=10.0.0.1\n/ip route add distnce=2\n}\n');
    expect(router.routes).toHaveLength(1);
    expect(counts).toMatchObject({ statements: 3, modelled: 2, notUnderstood: 1 });
  });

  it('an item that others name → no second error for those', () => {
    const { diagnostics } = read(
      '/interface vlan\nadd name=v interface=ether1 vlan-id=x\n/ip address\nadd address=10.0.0.1/24 interface=v\n',
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});

it('a property that later versions have no more, in a text for some RouterOS 7 → a remark that dates it', () => {
  const text =
    '/ip firewall filter\nadd chain=forward action=fasttrack-connection hw-offload=yes\n/routing table\nadd name=x fib\n';
  const found = read(text).diagnostics.filter(({ id }) => id === 'rsc/other-version');
  expect(found.map(({ severity, what }) => [severity, what])).toEqual([
    ['info', "'hw-offload' of /ip firewall filter exists in RouterOS 7.20 and earlier."],
  ]);
});
