import { describe, expect, it } from 'vitest';
import {
  type FirewallRule,
  type Matcher,
  makeAddressListEntry,
  makeInterface,
  makeIpAddress,
  type Router,
} from '../../../model/index.ts';
import { computeRib } from '../../../rib/index.ts';
import { compileLinux } from '../../compile.ts';
import { at, firewall, paperRouter, paperRules, paperWorld, rule, yes } from '../../testing/index.ts';

const compile = (more: readonly FirewallRule[] = [], parts: Partial<Router> = {}, plain = false) => {
  const router = paperRouter({ firewall: firewall([...paperRules(), ...more]), ...parts });
  const world = paperWorld();
  return compileLinux(router, computeRib(router, world), world, { seed: 1, plain });
};
const lines = (...given: Parameters<typeof compile>) =>
  compile(...given)
    .program.nft.text.split('\n')
    .map(line => line.trim());
const shortcut = (...given: Parameters<typeof compile>) =>
  lines(...given).find(line => line.includes('"decided"') && line.includes('$edition ct direction'));
const said = (...given: Parameters<typeof compile>) =>
  compile(...given).diagnostics.find(({ id }) => id === 'compile/kept')?.what;
const early = (matchers: readonly Matcher[], action: FirewallRule['action'], line = 30) =>
  rule('mangle', 'prerouting', matchers, action, line);
const accept = { kind: 'accept' } as const;

describe('a connection keeps what mangle prerouting decided', () => {
  it('the paper: its first rule takes the routing mark from the connection', () => {
    expect(shortcut()).toBe(
      'ct mark & 0x00003e00 == $edition ct direction original iifname "ether4" meta mark 0 meta mark set ct mark & 0x000001ff accept comment "decided"',
    );
    expect(said()).toContain('ether4');
  });

  it('a rule asks for the state: only connections that were answered keep decisions', () => {
    const asks = early([yes({ kind: 'connection-state', states: ['new'] })], accept);
    expect(shortcut([asks])).toContain('ct state established meta mark');
    expect(lines([asks])).toContain('ct state != established accept');
    expect(lines()).toContain('ct state related accept');
  });

  it('a rule that packets of marked connections meet asks for more than an ICMP error shows: errors are asked', () => {
    const asks = early([yes({ kind: 'protocol', protocol: 'icmp' })], accept);
    expect(shortcut([asks])).toContain('ct state established,new meta mark');
    const unmarked = yes({ kind: 'connection-mark', mark: 'no-mark' });
    const first = early([unmarked, yes({ kind: 'protocol', protocol: 'icmp' })], accept);
    expect(shortcut([first])).not.toContain('ct state');
  });

  it('counters are to be exact → nothing is kept, and why', () => {
    const router = paperRouter({ firewall: firewall(paperRules()) });
    const world = paperWorld();
    const { program, diagnostics } = compileLinux(router, computeRib(router, world), world, {
      seed: 1,
      exactCounters: true,
    });
    expect(program.nft.text).not.toContain('decided');
    expect(diagnostics.find(({ id }) => id === 'compile/kept')?.what).toContain('counters are to be exact');
  });

  it('marks that are not numbered alike: a map leads from one to the other', () => {
    const crossed = paperRules().map(one =>
      one.action.kind === 'mark-routing' && one.chain === 'prerouting'
        ? { ...one, action: { ...one.action, mark: one.action.mark === 'to_ISP1' ? 'to_ISP2' : 'to_ISP1' } }
        : one,
    );
    expect(shortcut([], { firewall: firewall(crossed) })).toMatch(/map \{ 0x0000000\d : 0x0000000\d/);
  });

  it('what is for others is led past the look-up of the router itself, and only that', () => {
    const { rules } = compile().program;
    expect(rules[0]).toMatchObject({
      priority: 0,
      fwmark: { value: 0x100, mask: 0x100 },
      action: { kind: 'goto', target: 27001 },
    });
    expect(compile([], {}, true).program.rules.some(({ priority }) => priority === 0)).toBe(false);
    const keeps = lines().filter(line => line.startsWith('meta mark 0x00000001 '));
    expect(keeps).toHaveLength(2);
    expect(keeps[0]).toMatch(
      / fib daddr type unicast ct status & dnat == 0 ct mark set .* \| \$forwarded accept/,
    );
    expect(keeps[1]).toMatch(/^meta mark 0x00000001 ct mark set .* \| \$edition accept/);
  });

  it('another address of the text is one of what the decisions depend on: they end with it', () => {
    const address = { address: '10.9.9.9', length: 32 } as const;
    const { text } = compile([], { addresses: [makeIpAddress({ interface: 'ether4', address })] }).program
      .nft;
    expect(text).toMatch(/set decided_own \{\n +type ipv4_addr\n +elements = \{ 10\.9\.9\.9 \}/);
    expect(text).toContain('ip daddr != @decided_own fib daddr type unicast');
  });

  it('asked to be plain: no rule, no edition, no bits, and the kernel looks up sources', () => {
    const { program } = compile([], {}, true);
    expect(program.nft.text).not.toMatch(/decided|edition|0x00004/);
    expect(program.sysctls.some(({ key }) => key.endsWith('accept_local'))).toBe(false);
    expect(said([], {}, true)).toContain('it was asked for');
  });

  it('sources are not looked up by the kernel: a rule asks for ours', () => {
    const { program } = compile();
    expect(program.sysctls).toContainEqual(
      expect.objectContaining({ key: 'net.ipv4.conf.ether4.accept_local', value: '1' }),
    );
    expect(lines()).toContain(
      'ip saddr != 192.168.0.2-192.168.0.254 fib saddr type != unicast ip saddr != 0.0.0.0 counter drop comment "own address"',
    );
  });

  it('no rule leads from the mark of a connection to a table: nothing to keep, nothing said', () => {
    const rules = paperRules().filter(({ action }) => action.kind !== 'mark-routing');
    expect(shortcut([], { firewall: firewall(rules) })).toBeUndefined();
    expect(said([], { firewall: firewall(rules) })).toBeUndefined();
  });
});

describe('rules that have to see each packet', () => {
  const each = (...given: Parameters<typeof compile>) =>
    lines(...given).filter(line => line.includes('"each"'));
  const dst = yes({ kind: 'dst-port', ports: [{ from: 443, to: 443 }] });
  const tcp = yes({ kind: 'protocol', protocol: 'tcp' });
  const ttl = yes({ kind: 'ttl', op: 'equal', ttl: 9 });

  it.each([
    ['asks for the TTL', early([tcp, dst, ttl], accept), ['tcp dport 443']],
    ['logs', { ...early([tcp, dst], accept), log: true }, ['tcp dport 443']],
    [
      'marks packets',
      early([tcp, dst], { kind: 'mark-packet', mark: 'p', passthrough: true }),
      ['tcp dport 443'],
    ],
    ['asks for what a connection shows', early([tcp, dst], accept), []],
    ['is for new connections', early([yes({ kind: 'connection-state', states: ['new'] }), ttl], accept), []],
  ] as const)('one that %s', (_, one, expected) => {
    const found = each([one]);
    expect(found.map(line => line.split(' ct state')[0])).toEqual(expected);
  });

  it('a list that rules fill or that times out is one to ask each time, a written one is not', () => {
    const asks = early([yes({ kind: 'dst-address-list', list: 'L' })], accept);
    const entry = (timeout?: number) =>
      makeAddressListEntry({
        list: 'L',
        address: { kind: 'prefix', prefix: '8.8.8.8/32' },
        ...(timeout !== undefined && { timeout }),
        origin: at(40),
      });
    const fills = rule(
      'mangle',
      'forward',
      [],
      { kind: 'add-dst-to-address-list', list: 'L' } as FirewallRule['action'],
      41,
    );
    expect(each([asks], { addressLists: [entry()] })).toHaveLength(0);
    expect(each([asks], { addressLists: [entry(60_000)] })).toHaveLength(1);
    expect(each([asks, fills], { addressLists: [entry()] }).length).toBeGreaterThan(0);
  });
});

describe('LANs', () => {
  const two: Partial<Router> = {
    interfaces: ['ether1', 'ether2', 'ether4', 'ether5', 'ether6'].map(name =>
      makeInterface({ name, kind: 'ethernet' }),
    ),
    addresses: [
      makeIpAddress({ address: { address: '192.168.0.1', length: 24 }, interface: 'ether4', origin: at(20) }),
      makeIpAddress({ address: { address: '192.168.5.1', length: 24 }, interface: 'ether5', origin: at(21) }),
      makeIpAddress({ address: { address: '192.168.6.1', length: 24 }, interface: 'ether6', origin: at(22) }),
    ],
  };

  it('that rules tell apart: the largest group of those that are alike', () => {
    expect(shortcut([], two)).toMatch(/ iifname \{ "ether5", "ether6" \} /);
  });
});

it('a chain that is reached from output, too: nothing is kept, and why', () => {
  const shared = [
    early([], { kind: 'jump', target: 'x' }),
    rule('mangle', 'output', [], { kind: 'jump', target: 'x' }, 31),
    rule('mangle', 'x', [], accept, 32),
  ];
  expect(shortcut(shared)).toBeUndefined();
  expect(said(shared)).toContain('chain x is reached from elsewhere');
});

describe('chains of their own for packets from there', () => {
  const chain = (name: string, ...given: Parameters<typeof compile>) => {
    const text = compile(...given).program.nft.text;
    return new RegExp(`chain ${name} \\{\n([^}]*)\n  \\}`).exec(text.replaceAll(/\{ [^{}]* \}/g, ''))?.[1];
  };

  it('rules of others are not in it, nor are its own in the other one; none asks for the interface', () => {
    expect(chain('decided_here')).toMatch(/vmap/);
    expect(chain('decided_here')).not.toContain('iifname');
    expect(chain('mangle_prerouting')).toContain('iifname "ether4" goto decided_here');
    expect(chain('mangle_prerouting')).not.toMatch(/jhash/);
  });

  const notOwn = { kind: 'dst-address-type', types: ['local'], negated: true } as const;
  /** Rules that balance ask whether it is for the router; here those that route as well. */
  const asking = paperRules().map(one =>
    one.action.kind === 'mark-routing' && one.chain === 'prerouting'
      ? { ...one, matchers: [...one.matchers, notOwn] }
      : one,
  );

  it('the last rules all ask that a packet is not for the router: asked once, before them', () => {
    const parts = { firewall: firewall(asking) };
    const here = chain('decided_here', [], parts) ?? '';
    expect(here.match(/fib daddr/g)).toHaveLength(1);
    expect(here).toMatch(/fib daddr type local goto decided_keep\n(?:.*vmap.*\n){3} *goto decided_keep$/);
    const once = compile([], parts).shortCuts.find(({ why }) => why.en.includes('is asked once'));
    expect(once?.rules.map(({ origin }) => origin.span.start.line)).toEqual([7, 8, 9, 10, 11]);
  });

  it('a rule behind them that does not ask → each of them asks', () => {
    const last = early([yes({ kind: 'protocol', protocol: 'icmp' })], accept);
    const here = chain('decided_here', [], { firewall: firewall([...asking, last]) });
    expect(here?.match(/fib daddr type != local/g)).toHaveLength(2);
  });

  it('a rule for all interfaces is in both', () => {
    const asks = early([yes({ kind: 'dst-address-type', types: ['multicast'] })], accept);
    for (const name of ['decided_here', 'mangle_prerouting'])
      expect(chain(name, [asks])).toContain('fib daddr type multicast');
  });

  it('a rule that counts would be in both → one chain for all', () => {
    const counts = early([yes({ kind: 'nth', every: 2, packet: 1 })], accept);
    expect(chain('decided_here', [counts])).toBeUndefined();
    expect(chain('mangle_prerouting', [counts])).toMatch(
      /iifname "ether4" ip saddr != \S+ fib saddr type != unicast/,
    );
    const own = early(
      [yes({ kind: 'in-interface', interface: 'ether4' }), yes({ kind: 'nth', every: 2, packet: 1 })],
      accept,
    );
    expect(chain('decided_here', [own])).toContain('numgen');
  });

  it('a rule that Linux cannot have is said once, although it would be in both', () => {
    const content = early([yes({ kind: 'content', text: 'x' })], accept);
    const { diagnostics, leftOut } = compile([content]);
    expect(diagnostics.filter(({ id }) => id === 'compile/rule-left-out')).toHaveLength(1);
    expect(leftOut.filter(({ rule: one }) => one.origin === content.origin)).toHaveLength(1);
  });
});

it('plan says which rules are asked once, which by each packet, and which are one look-up', () => {
  const ttl = early([yes({ kind: 'ttl', op: 'equal', ttl: 9 })], accept);
  const { shortCuts } = compile([ttl]);
  expect(shortCuts.find(({ kind }) => kind === 'asked-each')).toMatchObject({
    rules: [{ origin: ttl.origin }],
    why: { en: 'ttl may differ from packet to packet' },
  });
  expect(
    shortCuts.find(({ kind }) => kind === 'asked-once')?.rules.map(({ origin }) => origin),
  ).not.toContain(ttl.origin);
  expect(shortCuts.filter(({ kind }) => kind === 'one-look-up').map(({ why }) => why.en)).toContain(
    'they differ in per-connection-classifier alone, and no packet has two of their values',
  );
  expect(compile([], {}, true).shortCuts.some(({ kind }) => kind !== 'one-look-up')).toBe(false);
});
