import { describe, expect, it } from 'vitest';
import { readRouterOs, writeRouterOs } from './index.ts';

const read = (text: string) => readRouterOs(text, { file: 'x.rsc', dialect: 'v7' });
const matchersOf = (line: string) => read(line).router.firewall.ipv6.filter[0]?.matchers;

describe('/ipv6 firewall', () => {
  it('rules: read as typed rules of their family → apart from those of IPv4', () => {
    const { router, diagnostics } =
      read(`/ip firewall filter add chain=forward action=drop src-address=10.0.0.0/8
/ipv6 firewall filter add chain=forward action=drop src-address=2001:DB8:0::/32 hop-limit=equal:1 protocol=icmpv6
/ipv6 firewall raw add chain=prerouting action=notrack dst-address=fd00::1
/ipv6 firewall mangle add chain=prerouting action=mark-routing new-routing-mark=isp1 passthrough=no
/ipv6 firewall nat add chain=srcnat action=masquerade out-interface=ether1`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(router.firewall.ipv4.filter).toHaveLength(1);
    expect(router.firewall.ipv6.filter).toMatchObject([
      {
        family: 'ipv6',
        matchers: [
          { kind: 'src-address', address: { kind: 'prefix', prefix: '2001:db8::/32' } },
          { kind: 'hop-limit', op: 'equal', ttl: 1 },
          { kind: 'protocol', protocol: 'icmpv6' },
        ],
        action: { kind: 'drop' },
      },
    ]);
    expect(router.firewall.ipv6.raw[0]?.matchers).toMatchObject([{ address: { prefix: 'fd00::1/128' } }]);
    expect(router.firewall.ipv6.mangle[0]?.action).toEqual({
      kind: 'mark-routing',
      mark: 'isp1',
      passthrough: false,
    });
    expect(router.firewall.ipv6.nat[0]?.action).toMatchObject({ kind: 'masquerade' });
  });

  it.each([
    ['src-address=!fe80::/10', { negated: true, address: { kind: 'prefix', prefix: 'fe80::/10' } }],
    ['dst-address=fd00::1-fd00::9', { address: { kind: 'range', from: 'fd00::1', to: 'fd00::9' } }],
    [
      'src-address=::be24:11ff:fe82:8282/::ffff:ffff:ffff:ffff',
      { address: { kind: 'mask', address: '::be24:11ff:fe82:8282', mask: '::ffff:ffff:ffff:ffff' } },
    ],
    ['headers=frag,route:exact', { kind: 'headers', headers: ['frag', 'route'], mode: 'exact' }],
    ['headers=!hop', { kind: 'headers', negated: true, headers: ['hop'] }],
    ['icmp-options=134:0-255', { kind: 'icmp-options', type: 134 }],
    ['dst-address-type=anycast', { kind: 'dst-address-type', types: ['anycast'] }],
  ])('%s → a matcher, written back as it was', (text, matcher) => {
    const line = `/ipv6 firewall filter add chain=forward protocol=icmpv6 ${text}`;
    expect(matchersOf(line)).toContainEqual(expect.objectContaining(matcher));
    expect(writeRouterOs(read(line).router).replaceAll('\\\n    ', '')).toContain(text);
  });

  it.each([
    ['/ipv6 firewall filter add chain=forward src-address=10.0.0.0/8', /no value for 'src-address'/],
    ['/ip firewall filter add chain=forward src-address=fd00::/8', /no value for 'src-address'/],
    ['/ipv6 firewall filter add chain=forward ttl=equal:1', /'ttl'/],
    ['/ip firewall filter add chain=forward hop-limit=equal:1', /'hop-limit'/],
    ['/ip firewall filter add chain=forward headers=frag', /'headers'/],
    ['/ipv6 firewall mangle add chain=forward action=change-ttl new-ttl=set:1', /change-ttl/],
  ])('%s → refused: the other family has it', (line, said) => {
    const errors = read(line).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ what }) => what).join(' ')).toMatch(said);
  });

  it('what an action takes beyond IPv4 → kept, and written', () => {
    const lines = [
      'add action=snpt chain=postrouting dst-prefix=2001:db8::/64 src-prefix=fd00::/64',
      'add action=change-hop-limit chain=postrouting new-hop-limit=set:64',
    ];
    const { router, diagnostics } = read(`/ipv6 firewall mangle\n${lines.join('\n')}`);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const written = writeRouterOs(router).replaceAll('\\\n    ', '');
    for (const line of lines) expect(written.replaceAll(' passthrough=yes', '')).toContain(line);
  });

  it('address lists of one name → apart by family', () => {
    const text =
      '/ip firewall address-list add list=a address=10.0.0.1\n/ipv6 firewall address-list add list=a address=::1';
    const { router } = read(text);
    expect(router.addressLists.map(({ family }) => family)).toEqual(['ipv4', 'ipv6']);
    const written = writeRouterOs(router);
    expect(written).toMatch(/\/ipv6 firewall address-list\nadd address=::1\/128 list=a/);
    expect(written).toMatch(/\/ip firewall address-list\nadd address=10\.0\.0\.1 list=a/);
  });
});
