import { describe, expect, it } from 'vitest';
import type { FirewallRule } from '../model/index.ts';
import { computeRib } from '../rib/index.ts';
import { behaviourOf, compileLinux } from './index.ts';
import { firewall, paperRouter, paperWorld, rule, yes } from './testing/index.ts';

/** What is left out and guarded, the rules as they were given: a router gives them ids. */
function compiled(rules: readonly FirewallRule[]) {
  const [router, world] = [paperRouter({ firewall: firewall(rules) }), paperWorld()];
  const compilation = compileLinux(router, computeRib(router, world), world, { seed: 1 });
  const given = <T extends { readonly rule: FirewallRule }>(one: T): T => ({
    ...one,
    rule: { ...one.rule, id: '' },
  });
  const { diagnostics, leftOut, guards } = compilation;
  return { diagnostics, leftOut: leftOut.map(given), guards: guards.map(given) };
}

const mark = (chain: string, matchers: FirewallRule['matchers'] = []) =>
  rule('mangle', chain, matchers, { kind: 'mark-routing', mark: 'to_ISP1', passthrough: true });

describe('what the program leaves out', () => {
  it.each([
    [
      'a condition that nftables cannot express',
      rule('filter', 'forward', [yes({ kind: 'in-bridge-port', interface: 'ether4' })], { kind: 'drop' }),
      /bridge ports/,
    ],
    [
      'an action that it cannot do',
      rule('mangle', 'forward', [], { kind: 'change-ttl', op: 'decrement', ttl: 1, passthrough: true }),
      /step/,
    ],
    [
      'an action that Linux can do without',
      rule('filter', 'forward', [], { kind: 'fasttrack-connection' }),
      /FastTrack/,
    ],
    ['a mark behind the routing decision', mark('forward'), /after the routing decision/],
  ] as const)('%s: the rule, and why', (_, wrong, why) => {
    const right = rule('filter', 'forward', [], { kind: 'accept' });
    const { leftOut } = compiled([wrong, right]);
    expect(leftOut).toEqual([
      { rule: wrong, why: expect.objectContaining({ en: expect.stringMatching(why) }) },
    ]);
  });

  it('rules that are one look-up: every one of them', () => {
    const rules = ['a', 'b'].map(name =>
      rule(
        'mangle',
        'prerouting',
        [
          yes({ kind: 'in-interface', interface: name }),
          yes({ kind: 'in-bridge-port', interface: 'ether4' }),
        ],
        { kind: 'mark-connection', mark: name, passthrough: true },
      ),
    );
    expect(compiled(rules).leftOut.map(one => one.rule)).toEqual(rules);
  });
});

describe('fasttrack-connection', () => {
  const fast = rule('filter', 'forward', [], { kind: 'fasttrack-connection' });
  const saidOf = (rules: readonly FirewallRule[]) =>
    compiled(rules).diagnostics.map(({ severity, what }) => [severity, what]);

  it('no marks, no queues: left out with the same result', () => {
    expect(saidOf([fast])).toEqual([['info', expect.stringContaining('with the same result')]]);
  });

  it('routing marks: a warning that Linux obeys them for every packet', () => {
    const said = saidOf([fast, mark('prerouting')]);
    expect(said.filter(([severity]) => severity === 'warning')).toEqual([
      ['warning', expect.stringContaining('routing marks act on every packet')],
    ]);
  });
});

describe('what the program adds', () => {
  const names = (rules: readonly FirewallRule[]) => compiled(rules).guards.map(guard => guard.rule.chain);

  it('mark-routing that the packets of the router can meet: they must leave by a WAN', () => {
    const own = mark('output');
    expect(compiled([own]).guards).toEqual([
      { rule: own, kind: 'own-packets-leave-by', interfaces: ['ether1', 'ether2'] },
    ]);
    const jump = (chain: string) => rule('mangle', chain, [], { kind: 'jump', target: 'both' });
    expect(names([jump('prerouting'), jump('output'), mark('both')])).toEqual(['both']);
  });

  it('mark-routing of a look-up: every one of its rules', () => {
    const rules = ['x', 'y'].map(name => mark('output', [yes({ kind: 'connection-mark', mark: name })]));
    expect(compiled(rules).guards.map(guard => guard.rule)).toEqual(rules);
  });

  it('mark-routing in prerouting alone, other actions: nothing', () => {
    expect(names([mark('prerouting'), rule('mangle', 'output', [], { kind: 'accept' })])).toEqual([]);
  });
});

describe('behaviourOf', () => {
  const [router, world] = [paperRouter(), paperWorld()];
  const rib = computeRib(router, world);

  it('RouterOS: the text as it stands', () => {
    expect(behaviourOf('routeros', router, rib, world)).toBe('routeros');
  });

  it('Linux: what compileLinux left out and added', () => {
    const { leftOut, guards, shares } = compileLinux(router, rib, world, { seed: 0 });
    expect(behaviourOf('linux', router, rib, world)).toEqual({ leftOut, guards, shares });
  });
});
