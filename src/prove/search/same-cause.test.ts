import { beforeEach, describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { type FirewallRule, rulesOf } from '../../model/index.ts';
import type { Fault, RibRoute } from '../../rib/index.ts';
import type { Ending, Prepared, Step, Trace } from '../../walk/index.ts';
import { badly, ended, fromLan } from '../testing/index.ts';
import { byCause } from './same-cause.ts';
import type { Violation } from './search.ts';

let office: Prepared;
let [rule, otherRule]: FirewallRule[] = [];
let [route, otherRoute]: RibRoute[] = [];
beforeEach(() => {
  office = read('/ip firewall nat\nadd chain=srcnat action=accept\n');
  [rule, otherRule] = rulesOf(office.router, 'ipv4');
  [route, otherRoute] = office.rib.routes;
});

const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the office has two rules and two routes');
  return value;
};

const dead: Fault = { interface: 'ether1', kind: 'unplugged' };
const silent: Fault = { interface: 'ether1', kind: 'gateway' };
const otherDead: Fault = { interface: 'ether3', kind: 'unplugged' };

const routed = (by: RibRoute | undefined, parts: Partial<Extract<Step, { kind: 'routed' }>> = {}): Step => ({
  kind: 'routed',
  again: false,
  mark: '',
  table: 'main',
  missed: [],
  route: by,
  out: 'ether1',
  choices: 1,
  ...parts,
});

const lost = (): Ending => {
  const { kind: _, ...way } = badly('leaked') as Extract<Ending, { kind: 'leaked' }>;
  return { kind: 'lost', ...way, wan: 'ether1' };
};

const leaks = (...steps: readonly Step[]): Trace => ended(fromLan(), badly('leaked'), steps);
const dropped = (by: FirewallRule | undefined): Trace =>
  ended(fromLan(), { kind: 'dropped', rule: known(by) });

const violation = (parts: Partial<Violation> = {}): Violation => ({
  invariant: 'nothing-leaks',
  verdict: 'violated',
  points: [],
  breach: { kind: 'packet' },
  packetClasses: 1,
  packet: fromLan(),
  trace: leaks(routed(route)),
  seed: 0,
  prepared: office,
  ...parts,
});

/** How many causes two violations have. */
const causes = (one: Partial<Violation>, other: Partial<Violation>): number =>
  byCause([violation(one), violation(other)]).length;

describe('byCause', () => {
  it('nothing, or one violation → as it was', () => {
    const one = violation({ fault: dead });
    expect(byCause([])).toEqual([]);
    expect(byCause([one])).toEqual([one]);
  });

  it('the same in several states → one, with the first state, and the others beside it', () => {
    const found = byCause([
      violation({ fault: dead, seed: 1 }),
      violation({ fault: silent, alsoIn: [otherDead] }),
      violation({ fault: dead }),
    ]);
    expect(found).toMatchObject([{ fault: dead, seed: 1, packetClasses: 3, alsoIn: [silent, otherDead] }]);
    expect(found[0]?.alsoBreaks).toBeUndefined();
  });

  it('with all well and in other states → shown with all well', () => {
    const [one, ...more] = byCause([violation(), violation({ fault: dead })]);
    expect([one?.fault, one?.alsoIn, more]).toEqual([undefined, [dead], []]);
  });

  it('another rule drops it → another cause; the same rule → one', () => {
    expect(causes({ trace: dropped(rule) }, { trace: dropped(otherRule) })).toBe(2);
    expect(causes({ trace: dropped(rule) }, { trace: dropped(rule), fault: dead })).toBe(1);
  });

  it('another route, table, port or mark leads there → another cause; another look-up before → one', () => {
    const other = (...steps: readonly Step[]) => causes({}, { trace: leaks(...steps) });
    expect(other(routed(otherRoute))).toBe(2);
    expect(other(routed(route, { table: 'b' }))).toBe(2);
    expect(other(routed(route, { out: 'ether3' }))).toBe(2);
    expect(other(routed(route, { mark: 'm' }))).toBe(2);
    expect(other()).toBe(2);
    expect(other(routed(otherRoute), routed(route))).toBe(1);
  });

  it('no route at all, whatever came before → one cause', () => {
    const nowhere = (steps: readonly Step[]) => ended(fromLan(), { kind: 'no-route' }, steps);
    expect(
      causes({ trace: nowhere([]) }, { trace: nowhere([{ kind: 'arrived', interface: 'ether2' }]) }),
    ).toBe(1);
  });

  it('a host of one LAN asks the router, or answers it, by the same wrong way → one that breaks both', () => {
    const asking = violation({
      invariant: 'lan-reaches-router',
      breach: { kind: 'to-router', from: 'ether2' },
    });
    const answering = (to: string) =>
      violation({ invariant: 'router-reaches-lan', breach: { kind: 'from-host', to } });
    expect(byCause([asking, answering('ether2')])).toMatchObject([
      { invariant: 'lan-reaches-router', alsoBreaks: ['router-reaches-lan'] },
    ]);
    expect(byCause([asking, answering('ether4')])).toHaveLength(2);
  });

  it('another invariant, breach, verdict or ending, or after the fault → another cause', () => {
    expect(causes({}, { invariant: 'nothing-loops' })).toBe(2);
    expect(causes({}, { breach: { kind: 'outbound' } })).toBe(2);
    expect(causes({}, { verdict: 'depends' })).toBe(2);
    expect(causes({}, { trace: ended(fromLan(), badly('looped'), [routed(route)]) })).toBe(2);
    expect(causes({ fault: dead }, { fault: dead, isOver: true })).toBe(2);
    expect(causes({ fault: dead }, { fault: dead, isOver: false })).toBe(1);
  });
});

describe('a route to a dead WAN', () => {
  const traced = () => ended(fromLan(), lost(), [routed(route)]);

  it('loses what hosts and what the router asks → one cause that breaks both', () => {
    const trace = traced();
    const found = byCause([
      violation({ trace, invariant: 'lan-reaches-internet', breach: { kind: 'outbound' } }),
      violation({ trace, invariant: 'answer-returns', breach: { kind: 'answer' } }),
      violation({ trace, invariant: 'connection-stays', breach: { kind: 'later', out: 'ether1' } }),
    ]);
    expect(found).toMatchObject([
      { invariant: 'lan-reaches-internet', alsoBreaks: ['answer-returns', 'connection-stays'] },
    ]);
  });

  it('one gateway, by whatever mark and table → one; another WAN → another', () => {
    const by = (parts: Parameters<typeof routed>[1]) => ({
      trace: ended(fromLan(), lost(), [routed(route, parts)]),
    });
    expect(causes(by({}), by({ mark: 'a', table: 'a' }))).toBe(1);
    expect(causes(by({}), by({ out: 'ether3' }))).toBe(2);
  });

  it('pinned addresses → each of its own, whoever asks for it', () => {
    const trace = traced();
    const pinned = { kind: 'pinned', destination: '9.9.9.9/32', probe: false } as const;
    expect(
      causes({ trace, breach: pinned }, { trace, breach: { ...pinned, destination: '8.8.8.8/32' } }),
    ).toBe(2);
    expect(
      causes({ trace, breach: pinned }, { trace, breach: pinned, invariant: 'router-reaches-servers' }),
    ).toBe(1);
    expect(causes({ trace, breach: pinned }, { trace, breach: pinned, fault: dead })).toBe(1);
  });
});

describe('WANs that are dead unnoticed', () => {
  const deadBehind = (name: string, parts: Partial<Violation> = {}, how: Partial<RibRoute> = {}): Violation =>
    violation({
      invariant: 'lan-reaches-internet',
      breach: { kind: 'outbound' },
      weight: { kind: 'everything' },
      fault: { interface: name, kind: 'upstream' },
      share: 0.25,
      trace: ended(fromLan(), lost(), [routed({ ...known(route), ...how }, { out: name })]),
      ...parts,
    });

  it('for the same reason → one, with all their states and shares', () => {
    const found = byCause([deadBehind('ether1'), deadBehind('ether3'), deadBehind('ether4', { share: 0.5 })]);
    expect(found).toMatchObject([
      {
        fault: { interface: 'ether1' },
        share: 0.25,
        together: 1,
        alsoIn: [{ interface: 'ether3' }, { interface: 'ether4' }],
        alike: [{ fault: { interface: 'ether3' } }, { fault: { interface: 'ether4' }, share: 0.5 }],
      },
    ]);
  });

  it('a share is not known → none of all', () => {
    expect(
      byCause([deadBehind('ether1'), deadBehind('ether3', { share: undefined })])[0]?.together,
    ).toBeUndefined();
  });

  it('the route of one is stated and that of the other is of a lease, neither checked → one finding', () => {
    expect(byCause([deadBehind('ether1'), deadBehind('ether3', {}, { source: 'dhcp' })])).toHaveLength(1);
  });

  it('another kind of check or fault, another verdict or weight → each is told', () => {
    const others: readonly Violation[] = [
      deadBehind('ether3', {}, { checkGateway: 'ping' }),
      deadBehind('ether3', { fault: { interface: 'ether3', kind: 'gateway' } }),
      deadBehind('ether3', { verdict: 'depends' }),
      deadBehind('ether3', { weight: { kind: 'only', destinations: ['9.9.9.0/24'] } }),
    ];
    for (const other of others) expect(byCause([deadBehind('ether1'), other])).toHaveLength(2);
  });
});

describe('no route at all', () => {
  const nowhere = (): Trace => ended(fromLan(), { kind: 'no-route' });

  it('whoever asks → one, which breaks other invariants as well', () => {
    const found = byCause([
      violation({ invariant: 'lan-reaches-internet', breach: { kind: 'outbound' }, trace: nowhere() }),
      violation({ invariant: 'answer-leaves-as-it-came', breach: { kind: 'packet' }, trace: nowhere() }),
    ]);
    expect(found).toMatchObject([
      { invariant: 'lan-reaches-internet', alsoBreaks: ['answer-leaves-as-it-came'] },
    ]);
  });
});

describe('what is wrong while all is well', () => {
  const byRule = (one: FirewallRule | undefined, parts: Partial<Violation> = {}): Violation =>
    violation({ trace: dropped(one), ...parts });

  it('the same way by another rule while a WAN is dead → is not told again', () => {
    expect(byCause([byRule(rule), byRule(otherRule, { fault: dead })])).toHaveLength(1);
    expect(byCause([byRule(rule, { fault: dead }), byRule(otherRule, { fault: silent })])).toHaveLength(2);
  });

  it('another invariant or ending, or what is lost → is told', () => {
    for (const parts of [
      { invariant: 'nothing-loops' },
      { breach: { kind: 'outbound' } },
      { trace: ended(fromLan(), lost(), [routed(route)]) },
    ] satisfies Partial<Violation>[])
      expect(byCause([byRule(rule), byRule(otherRule, { fault: dead, ...parts })])).toHaveLength(2);
  });

  it('other servers that the router asks → each is told', () => {
    const own = (to: number) => ({ kind: 'own', service: 'DNS', to, answered: false }) as const;
    expect(
      byCause([byRule(rule, { breach: own(1) }), byRule(otherRule, { breach: own(2), fault: dead })]),
    ).toHaveLength(2);
  });
});
