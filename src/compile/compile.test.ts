import { describe, expect, it } from 'vitest';
import { printPlan } from '../linux/index.ts';
import {
  type FirewallRule,
  makeDhcpLease,
  makeDhcpNetwork,
  makeDnsStatic,
  makeInterface,
  makePool,
  makeRoute,
  makeRoutingRule,
  makeRoutingTable,
  noRules,
  type Router,
} from '../model/index.ts';
import type { Ipv4 } from '../net/index.ts';
import { computeRib } from '../rib/index.ts';
import { compileLinux } from './compile.ts';
import { at, firewall, paperRouter, paperRules, paperWorld, rule, yes } from './testing/index.ts';

const compile = (parts: Partial<Router> = {}, world = paperWorld()) => {
  const router = paperRouter(parts);
  return compileLinux(router, computeRib(router, world), world, { seed: 0x5eed });
};
const textOf = (rules: readonly FirewallRule[], parts: Partial<Router> = {}) =>
  compile({ ...parts, firewall: firewall(rules) }).program.nft.text;
const rulesOf = (text: string) => text.split('\n').filter(line => line.includes('counter'));
const drop = { kind: 'drop' } as const;
const unsupported = yes({ kind: 'layer7-protocol', name: 'x' });

describe('marks', () => {
  it('become fields of one word; tables keep their number when rules are added', () => {
    const { marks, tables } = compile().program;
    expect(marks?.names).toContainEqual({ kind: 'connection', name: 'ISP2_conn', value: 2, mask: 0xff });
    expect(tables.map(({ id }) => id)).toEqual([254, 27001, 27002]);
    const more = paperRules().concat(
      rule('mangle', 'prerouting', [], { kind: 'mark-routing', mark: 'zeta', passthrough: true }),
    );
    expect(compile({ firewall: firewall(more) }).program.tables.slice(0, 3)).toEqual(tables);
  });

  it('keep packet marks: then routing marks are set rule by rule, not from a map', () => {
    const voice = rule('mangle', 'forward', [], { kind: 'mark-packet', mark: 'voice', passthrough: true });
    const text = textOf([...paperRules(), voice]);
    expect(text).toContain('meta mark set meta mark & 0xffffff00 | 0x00000001');
    expect(text).toContain('meta mark set meta mark & 0xc0ffffff | 0x01000000');
    expect(text).not.toContain('meta mark set ct mark & 0x000000ff map');
  });

  it('called main: a mark like others, but for routing marks', () => {
    const marking = (['mark-connection', 'mark-packet', 'mark-routing'] as const).map((kind, i) =>
      rule('mangle', 'prerouting', [], { kind, mark: 'main', passthrough: true }, i),
    );
    const { diagnostics, program } = compile({ firewall: firewall(marking), routingTables: [], routes: [] });
    expect(diagnostics.filter(({ id }) => id !== 'compile/local-first')).toEqual([]);
    expect(program.marks?.names).toEqual([
      { kind: 'connection', name: 'main', value: 1, mask: 0xff },
      { kind: 'packet', name: 'main', value: 0x01000000, mask: 0x3f000000 },
    ]);
    expect(rulesOf(program.nft.text).map(line => line.trim())).toEqual([
      expect.stringContaining('ct mark set ct mark & 0xffffff00 | 0x00000001'),
      expect.stringContaining('meta mark set meta mark & 0xc0ffffff | 0x01000000'),
      expect.stringContaining('meta mark set meta mark & 0xffffff00 comment'),
    ]);
  });

  it('beyond what the fields hold are errors, not other marks', () => {
    const many = Array.from({ length: 64 }, (_, i) =>
      rule('mangle', 'forward', [], { kind: 'mark-packet', mark: `p${i}`, passthrough: true }, i),
    );
    const { diagnostics, program } = compile({ firewall: firewall(many) });
    expect(diagnostics.map(({ id }) => id)).toEqual(['compile/too-many-marks', 'compile/rule-left-out']);
    expect(rulesOf(program.nft.text)).toHaveLength(63);
  });
});

describe('rules', () => {
  it('do not grow with the number of uplinks', () => {
    const rulesIn = (text: string) =>
      /chain mangle_prerouting \{\n([^}]*)\n {2}\}/
        .exec(text)?.[1]
        ?.match(/^.* vmap @by_mangle_prerouting_0 /gm) ?? [];
    const lines = (n: number) =>
      rulesIn(
        textOf(
          Array.from({ length: n }, (_, remainder) =>
            rule(
              'mangle',
              'prerouting',
              [
                yes({
                  kind: 'per-connection-classifier',
                  fields: 'both-addresses',
                  denominator: n,
                  remainder,
                }),
              ],
              { kind: 'mark-connection', mark: `wan${remainder}`, passthrough: true },
            ),
          ),
        ),
      ).length;
    expect([lines(2), lines(64), lines(200)]).toEqual([1, 1, 1]);
  });

  it('leave remainders out that no packet has', () => {
    const rules = [2, 3].map(remainder =>
      rule(
        'mangle',
        'prerouting',
        [yes({ kind: 'per-connection-classifier', fields: 'src-address', denominator: 3, remainder })],
        { kind: 'mark-connection', mark: 'm', passthrough: true },
      ),
    );
    expect(compile({ firewall: firewall(rules) }).program.nft.text).toMatch(
      /map by_mangle_prerouting_0 \{\n\s+typeof numgen inc mod 3 : verdict\n\s+size 3\n\s+elements = \{ 2 : jump by_mangle_prerouting_0_0 \}\n/,
    );
  });

  it('that cannot be said are left out whole: an error where more would pass, else a warning', () => {
    const severity = (table: FirewallRule['table'], chain: string, action: FirewallRule['action']) =>
      compile({ firewall: firewall([rule(table, chain, [unsupported], action, 7)]) })
        .diagnostics.filter(({ id }) => id !== 'compile/ipv6')
        .map(d => d.severity);
    expect(severity('filter', 'forward', drop)).toEqual(['error']);
    expect(severity('filter', 'forward', { kind: 'accept' })).toEqual(['warning']);
    expect(severity('mangle', 'prerouting', { kind: 'accept' })).toEqual(['error']);
    expect(severity('nat', 'srcnat', { kind: 'masquerade' })).toEqual(['error']);
    expect(severity('mangle', 'prerouting', { kind: 'mark-packet', mark: 'x', passthrough: true })).toEqual([
      'warning',
    ]);
  });

  it("know MikroTik's default masquerade: without IPsec no packet has a policy", () => {
    const ipsec = (direction: 'in' | 'out', policy: 'ipsec' | 'none') =>
      yes({ kind: 'ipsec-policy', direction, policy });
    const wan = yes({ kind: 'out-interface', interface: 'ether1' });
    const nat = rule('nat', 'srcnat', [ipsec('out', 'none'), wan], { kind: 'masquerade' });
    const tunnel = rule('filter', 'forward', [ipsec('in', 'ipsec')], { kind: 'accept' });
    const [router, world] = [paperRouter({ firewall: firewall([nat, tunnel]) }), paperWorld()];
    const text = (features: boolean) =>
      compileLinux(router, computeRib(router, world), world, { seed: 1, features: { ipsec: features } })
        .program.nft.text;
    expect(rulesOf(text(false)).map(line => line.trim())).toEqual([
      'oifname "ether1" counter masquerade comment "paper.rsc:1"',
    ]);
    expect(text(true)).toContain('oifname "ether1" rt ipsec missing counter masquerade');
    expect(text(true)).toContain('meta ipsec exists counter accept');
  });

  it('disabled ones and their chains are not there', () => {
    const off = { ...rule('filter', 'forward', [unsupported], drop), disabled: true };
    const { program, diagnostics } = compile({ firewall: firewall([off]) });
    expect(program.nft.text).not.toContain('chain');
    expect(diagnostics).toEqual([]);
  });

  it('name the statements they came from, shortened where nft has no room', () => {
    const long = rule('filter', 'forward', [], drop);
    const span = { ...at(1234).span, file: `/srv/${'deep/'.repeat(40)}gateway.rsc` };
    const [line = ''] = rulesOf(textOf([{ ...long, origin: { menu: '', span } }]));
    const comment = /comment "(.*)"/.exec(line)?.[1] ?? '';
    expect(comment).toMatch(/gateway\.rsc:1234$/);
    expect(new TextEncoder().encode(comment).length).toBeLessThan(128);
  });
});

describe('routes and routing rules', () => {
  it('joins ECMP, weighs repeated hops, and gives a single hop weight 1', () => {
    const gateways = (['10.10.10.1', '10.10.10.1', '20.20.20.1'] as const).map((address: Ipv4) => ({
      address,
    }));
    const { program } = compile({
      dhcpClients: [],
      routes: [
        makeRoute({ gateways }),
        makeRoute({ table: 'to_ISP1', gateways: gateways.slice(0, 2) }),
        makeRoute({ table: 'hidden', gateways: gateways.slice(2) }),
      ],
      routingTables: [
        makeRoutingTable({ name: 'to_ISP1' }),
        makeRoutingTable({ name: 'hidden', fib: false }),
      ],
    });
    expect(
      program.routes.map(({ table, nextHops }) => [table, nextHops.map(({ weight }) => weight)]),
    ).toEqual([
      [254, [2, 1]],
      [27001, [1]],
    ]);
  });

  it('keeps only-in-table from going on, in the order of the text', () => {
    const { rules } = compile({
      routingRules: [
        makeRoutingRule({ action: 'lookup-only-in-table', table: 'to_ISP1', srcAddress: '192.168.0.9/32' }),
        makeRoutingRule({ action: 'drop', dstAddress: '10.0.0.0/8' }),
        makeRoutingRule({ table: 'main', minPrefix: 0, disabled: true }),
        makeRoutingRule({ table: 'main', minPrefix: 0 }),
      ],
    }).program;
    expect(
      rules
        .filter(({ priority }) => priority >= 28_000)
        .map(({ priority, action }) => [priority, action.kind]),
    ).toEqual([
      [28000, 'lookup'],
      [28001, 'unreachable'],
      [28002, 'blackhole'],
      [28003, 'lookup'],
    ]);
    expect(rules.at(-1)?.action).toEqual({ kind: 'lookup', table: 254, suppressPrefixLength: 0 });
  });

  it('has nothing on interfaces that are not there, and says so', () => {
    const world = paperWorld();
    const { ether2: _, ...interfaces } = world.interfaces;
    const { program, diagnostics } = compile({}, { ...world, interfaces });
    const absent = diagnostics.filter(({ id }) => id === 'compile/no-such-interface');
    expect(absent.map(({ span }) => span.start.line)).toEqual([22]);
    expect(program.up).toEqual(['ether1', 'ether4']);
    expect(program.dhcpClients.map(client => client.interface)).toEqual(['ether1']);
  });
});

describe('services', () => {
  it('hands out the pool, static leases of the network, and resolvers', () => {
    const mac = '00:11:22:33:44:55';
    const { program } = compile({
      pools: [
        makePool({ name: 'lan', ranges: [{ from: '192.168.0.10', to: '192.168.0.20' }], nextPool: 'more' }),
        makePool({ name: 'more', ranges: [{ from: '192.168.0.30', to: '192.168.0.40' }], nextPool: 'lan' }),
      ],
      dhcpLeases: [
        makeDhcpLease({ address: '192.168.0.77', macAddress: mac }),
        makeDhcpLease({ address: '10.0.0.77', macAddress: mac }),
        makeDhcpLease({ address: '192.168.0.78', macAddress: mac, server: 'other' }),
      ],
    });
    expect(program.dhcpServers[0]).toMatchObject({
      network: '192.168.0.0/24',
      ranges: [{ from: '192.168.0.10' }, { from: '192.168.0.30' }],
      leases: [{ mac, address: '192.168.0.77' }],
      dns: ['9.9.9.9', '10.10.10.1', '20.20.20.1'],
    });
    const quiet = makeDhcpNetwork({ address: '192.168.0.0/24', dnsNone: true });
    expect(compile({ dhcpNetworks: [quiet] }).program.dhcpServers[0]?.dns).toEqual([]);
  });

  it('forwards DNS for the LAN only', () => {
    const names = [
      makeDnsStatic({ name: 'router.lan', address: '192.168.0.1' }),
      makeDnsStatic({ regexp: '.*' }),
    ];
    expect(compile({ dnsStatic: names }).program.dns).toMatchObject({
      interfaces: ['ether4'],
      static: [{ name: 'router.lan', address: '192.168.0.1' }],
    });
    const closed = { servers: [], allowRemoteRequests: false, properties: {} };
    expect(compile({ dns: closed }).program.dns).toBeUndefined();
  });
});

describe('sysctls', () => {
  it('cover every interface, names with dots in the form with slashes', () => {
    const world = paperWorld();
    const vlan = { name: 'ether1.10', running: true, addresses: [] };
    const { program } = compile(
      { interfaces: [makeInterface({ name: 'ether1.10', kind: 'vlan' })] },
      { ...world, interfaces: { ...world.interfaces, 'ether1.10': vlan } },
    );
    const keys = program.sysctls.map(({ key }) => key);
    expect(keys).toContain('net/ipv4/conf/ether1.10/rp_filter');
    expect(keys).toContain('net.ipv4.conf.ether4.ignore_routes_with_linkdown');
  });
});

describe('a Program', () => {
  it('is plain data: the same every time, and whole after JSON', () => {
    const [one, two] = [compile().program, compile().program];
    expect(one).toEqual(two);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(printPlan(one)).toBe(printPlan(two));
  });

  it('has the same firewall text whatever the links do: failover must not reload it', () => {
    const world = paperWorld();
    const down = { name: 'ether1', running: false, addresses: [] };
    const dead = { ...world, leases: {}, interfaces: { ...world.interfaces, ether1: down } };
    expect(compile({}, dead).program.nft).toEqual(compile().program.nft);
  });
});

describe('IPv6', () => {
  it('enabled rules: not compiled → a warning at the first of them, and all of it dropped', () => {
    const six = { ...rule('filter', 'forward', [], { kind: 'drop' }, 77), family: 'ipv6' } as const;
    const only = { ...firewall([]), ipv6: { ...noRules, filter: [six] } };
    const { diagnostics, program } = compile({ firewall: only });
    expect(diagnostics).toMatchObject([{ id: 'compile/ipv6', severity: 'warning' }]);
    expect(diagnostics[0]?.span.start.line).toBe(77);
    expect(program.nft.text).toContain('    counter drop comment "no rules for IPv6"');
    expect(program.nft.text).not.toContain('iifname {');
    const off = { ...only, ipv6: { ...noRules, filter: [{ ...six, disabled: true }] } };
    expect(compile({ firewall: off }).diagnostics).toEqual([]);
  });

  it('enabled rules → IPv6 is not forwarded; none → its forwarding is left alone', () => {
    const six = { ...rule('filter', 'forward', [], { kind: 'drop' }, 77), family: 'ipv6' } as const;
    const forwarding = (rules: readonly (typeof six)[]) =>
      compile({ firewall: { ...firewall([]), ipv6: { ...noRules, filter: rules } } })
        .program.sysctls.filter(({ key }) => key.startsWith('net.ipv6.'))
        .map(({ key, value }) => `${key}=${value}`);
    expect(forwarding([six])).toEqual(['net.ipv6.conf.all.forwarding=0']);
    expect(forwarding([{ ...six, disabled: true }])).toEqual([]);
  });
});
