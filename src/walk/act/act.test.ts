import { describe, expect, it } from 'vitest';
import { answerOf, read } from '../../../test/walk/read.ts';
import {
  leavingOf,
  makePacket,
  newState,
  type PacketParts,
  type Prepared,
  type Trace,
  walk,
} from '../index.ts';

const base = { in: 'ether2', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 } as const;
const packet = (parts: Partial<PacketParts> = {}) => makePacket({ ...base, ...parts });
const send = (prepared: Prepared, parts: Partial<PacketParts> = {}, state = newState()): Trace =>
  walk(prepared, state, packet(parts));

const rules = (table: string, ...lines: readonly string[]): Prepared =>
  read(`/ip firewall ${table}\n${lines.map(line => `add ${line}\n`).join('')}`);

/** Numbers of the rules that acted, counted from the first of the added ones. */
const acted = (trace: Trace): readonly string[] =>
  trace.steps.flatMap(step => (step.kind === 'rule' ? [step.rule.action.kind] : []));

describe('verdicts', () => {
  it.each([
    ['drop', 'dropped'],
    ['tarpit protocol=tcp', 'dropped'],
    ['reject', 'rejected'],
    ['accept', 'forwarded'],
    ['return', 'forwarded'],
    ['log', 'dropped'],
    ['passthrough', 'dropped'],
  ])('%s before a drop → %s', (action, ending) => {
    const prepared = rules('filter', `chain=forward action=${action}`, 'chain=forward action=drop');
    expect(send(prepared).ending.kind).toBe(ending);
  });

  it('reject → says with what', () => {
    const prepared = rules('filter', 'chain=forward action=reject reject-with=icmp-admin-prohibited');
    expect(send(prepared).ending).toMatchObject({ kind: 'rejected', with: 'icmp-admin-prohibited' });
  });

  it.each([
    ['return', ['jump', 'return', 'drop'], 'dropped'],
    ['accept', ['jump', 'accept', 'masquerade'], 'forwarded'],
    ['drop', ['jump', 'drop'], 'dropped'],
    ['log', ['jump', 'log', 'log', 'drop'], 'dropped'],
  ])('a chain that is jumped to, with %s → %j', (action, expected, ending) => {
    const prepared = rules(
      'filter',
      'chain=forward action=jump jump-target=mine',
      'chain=forward action=drop',
      `chain=mine action=${action}`,
      'chain=mine action=log',
    );
    const trace = send(prepared);
    expect([acted(trace), trace.ending.kind]).toEqual([expected, ending]);
  });

  it('a chain that jumps to another one → both return to where they came from', () => {
    const prepared = rules(
      'filter',
      'chain=forward action=jump jump-target=a',
      'chain=forward action=drop',
      'chain=a action=jump jump-target=b',
      'chain=a action=return',
      'chain=a action=accept',
      'chain=b action=return',
    );
    expect(acted(send(prepared))).toEqual(['jump', 'jump', 'return', 'return', 'drop']);
    expect(acted(send(prepared))).toEqual(['jump', 'jump', 'return', 'return', 'drop']);
  });

  it('a chain that jumps into itself → is not entered again', () => {
    const prepared = rules(
      'filter',
      'chain=forward action=jump jump-target=a',
      'chain=forward action=drop',
      'chain=a action=jump jump-target=a',
      'chain=a action=jump jump-target=b',
      'chain=b action=jump jump-target=a',
      'chain=b action=jump jump-target=c',
    );
    expect(acted(send(prepared))).toEqual(['jump', 'jump', 'jump', 'jump', 'jump', 'drop']);
    expect(acted(send(prepared))).toEqual(['jump', 'jump', 'jump', 'jump', 'jump', 'drop']);
  });
});

describe('marks', () => {
  const marking = (action: string, passthrough: string) =>
    rules(
      'mangle',
      `chain=prerouting action=${action} passthrough=${passthrough}`,
      'chain=prerouting action=log',
    );

  it.each([
    ['mark-connection new-connection-mark=m'],
    ['mark-packet new-packet-mark=m'],
    ['mark-routing new-routing-mark=main'],
    ['change-dscp new-dscp=5'],
    ['change-ttl new-ttl=set:9'],
    ['change-mss new-mss=1300 protocol=tcp tcp-flags=syn'],
  ])('%s → goes on with passthrough, else leaves the hook', action => {
    const kind = action.replace(/ .*/, '');
    expect(acted(send(marking(action, 'yes')))).toEqual([kind, 'log', 'masquerade']);
    expect(acted(send(marking(action, 'no')))).toEqual([kind, 'masquerade']);
  });

  it('passthrough=no in a chain that was jumped to → leaves the hook, too', () => {
    const prepared = rules(
      'mangle',
      'chain=prerouting action=jump jump-target=a',
      'chain=prerouting action=log',
      'chain=a action=mark-packet new-packet-mark=m passthrough=no',
    );
    expect(acted(send(prepared))).toEqual(['jump', 'mark-packet', 'masquerade']);
  });

  it('no connection to be marked → goes on, whatever passthrough says', () => {
    const trace = send(marking('mark-connection new-connection-mark=m', 'no'), { tcpFlags: 18 });
    expect(acted(trace)).toEqual(['mark-connection', 'log']);
  });

  it.each([
    ['packet', 'packet-mark', 'mark-packet new-packet-mark=m'],
    ['connection', 'connection-mark', 'mark-connection new-connection-mark=m'],
  ])('a mark of the %s → a later rule sees it', (_, matcher, action) => {
    const prepared = rules(
      'mangle',
      `chain=prerouting dst-address=8.8.8.8 action=${action}`,
      `chain=forward ${matcher}=m action=log`,
      `chain=forward ${matcher}=!m action=passthrough`,
      `chain=forward ${matcher}=no-mark action=return`,
    );
    expect(acted(send(prepared))).toEqual([action.replace(/ .*/, ''), 'log', 'masquerade']);
    expect(acted(send(prepared, { dst: '8.8.8.9' }))).toEqual(['passthrough', 'return', 'masquerade']);
  });

  it('a mark of the connection → said of its next packet', () => {
    const prepared = rules('mangle', 'chain=prerouting action=mark-connection new-connection-mark=m');
    const state = newState();
    const marks = () =>
      send(prepared, {}, state).steps.flatMap(step => (step.kind === 'tracked' ? [step.mark] : []));
    expect([marks(), marks()]).toEqual([[''], ['m']]);
  });

  it('notrack → no connection', () => {
    const trace = send(rules('raw', 'chain=prerouting action=notrack'));
    expect(trace.steps).toContainEqual({
      kind: 'tracked',
      state: 'untracked',
      reply: false,
      connection: 0,
      mark: '',
    });
    expect(trace.ending.kind).toBe('leaked');
  });
});

describe('changed header fields', () => {
  const seen = (action: string, matcher: string, parts: Partial<PacketParts> = {}) =>
    send(
      rules('mangle', `chain=prerouting action=${action}`, `chain=prerouting ${matcher} action=log`),
      parts,
    ).steps.some(step => step.kind === 'rule' && step.rule.action.kind === 'log');

  it.each([
    ['set:9', 64, 9],
    ['increment:5', 64, 69],
    ['increment:5', 253, 255],
    ['decrement:5', 64, 59],
    ['decrement:5', 3, 0],
  ])('change-ttl %s of %i → %i', (change, ttl, expected) => {
    expect(seen(`change-ttl new-ttl=${change}`, `ttl=equal:${expected}`, { ttl })).toBe(true);
  });

  it('change-dscp → what a later rule sees', () => {
    expect(seen('change-dscp new-dscp=46', 'dscp=46')).toBe(true);
    expect(seen('change-dscp new-dscp=46', 'dscp=0')).toBe(false);
  });

  it.each([
    [0, 'expired'],
    [1, 'expired'],
    [2, 'forwarded'],
  ])('a TTL of %i at the router → %s', (ttl, ending) => {
    expect(send(read(''), { ttl }).ending.kind).toBe(ending);
    expect(send(read(''), { ttl, dst: '192.168.0.1' }).ending.kind).toBe('delivered');
  });
});

describe('lists that rules fill', () => {
  const filling = (list: string, matcher: string) =>
    rules(
      'filter',
      `chain=forward ${matcher}=some action=drop`,
      `chain=forward action=${list} address-list=some ${list === 'add-src-to-address-list' ? 'address-list-timeout=1m' : ''}`,
    );

  it('the source for a minute → as long, and that source alone', () => {
    const prepared = filling('add-src-to-address-list', 'src-address-list');
    const state = newState();
    const at = (nowMs: number, parts: Partial<PacketParts> = {}) => {
      state.nowMs = nowMs;
      return send(prepared, { srcPort: 1 + nowMs, ...parts }, state).ending.kind;
    };
    expect([at(0), at(1), at(59_999), at(2, { src: '192.168.0.11' })]).toEqual([
      'forwarded',
      'dropped',
      'dropped',
      'forwarded',
    ]);
    expect([at(60_000), at(119_999), at(120_000)]).toEqual(['forwarded', 'dropped', 'forwarded']);
  });

  it('the destination, no time → for ever', () => {
    const prepared = filling('add-dst-to-address-list', 'dst-address-list');
    const state = newState();
    expect(send(prepared, {}, state).ending.kind).toBe('forwarded');
    state.nowMs = 1e12;
    expect(send(prepared, {}, state).ending.kind).toBe('dropped');
    expect(send(prepared, { dst: '8.8.8.9' }, state).ending.kind).toBe('forwarded');
  });
});

describe('translation of destinations', () => {
  const outside = { in: 'ether1', src: '9.9.9.9', dst: '10.0.0.2', dstPort: 80 } as const;
  const nat = (line: string) => rules('nat', `chain=dstnat in-interface=ether1 ${line}`);
  const targetOf = (trace: Trace) => {
    const left = leavingOf(trace);
    return left && [left.dst.address, left.dst.port];
  };

  it.each([
    ['action=dst-nat to-addresses=192.168.0.20', 0xc0a80014, 80],
    ['protocol=tcp action=dst-nat to-addresses=192.168.0.20 to-ports=8080', 0xc0a80014, 8080],
    ['protocol=tcp action=dst-nat to-addresses=192.168.0.20 to-ports=79-81', 0xc0a80014, 80],
    ['protocol=tcp action=dst-nat to-addresses=192.168.0.20 to-ports=80-90', 0xc0a80014, 80],
    ['protocol=tcp action=dst-nat to-addresses=192.168.0.20 to-ports=70-80', 0xc0a80014, 80],
    ['protocol=tcp action=dst-nat to-addresses=192.168.0.20 to-ports=81-90', 0xc0a80014, 81],
    ['protocol=tcp action=dst-nat to-addresses=192.168.0.20 to-ports=70-79', 0xc0a80014, 70],
    ['action=netmap to-addresses=192.168.0.20', 0xc0a80014, 80],
  ])('%s → %i:%i, and the answer comes from where it was sent', (line, address, port) => {
    const prepared = nat(line);
    const state = newState();
    const trace = send(prepared, outside, state);
    expect(targetOf(trace)).toEqual([address, port]);
    const back = leavingOf(walk(prepared, state, answerOf(trace)));
    expect(back?.src).toEqual({ address: 0x0a000002, port: 80 });
    expect(back?.dst).toEqual({ address: 0x09090909, port: 40_000 });
  });

  it('a protocol without ports → its address alone', () => {
    const trace = send(nat('protocol=gre action=dst-nat to-addresses=192.168.0.20'), {
      ...outside,
      protocol: 'gre',
    });
    expect(targetOf(trace)).toEqual([0xc0a80014, 80]);
  });

  it('redirect → to the address of the router on that network', () => {
    const prepared = rules('nat', 'chain=dstnat protocol=tcp dst-port=53 action=redirect to-ports=5353');
    const trace = send(prepared, { dstPort: 53 });
    expect(trace.ending.kind).toBe('delivered');
    expect(trace.steps).toContainEqual({ kind: 'local', address: 0xc0a80001 });
    expect(trace.steps.find(({ kind }) => kind === 'translated')).toMatchObject({
      side: 'destination',
      from: { address: 0x08080808, port: 53 },
      to: { address: 0xc0a80001, port: 5353 },
      first: true,
    });
  });

  it('redirect of what the router itself sends → to loopback', () => {
    const prepared = rules('nat', 'chain=output protocol=tcp dst-port=53 action=redirect to-ports=5353');
    const trace = send(prepared, { in: undefined, src: 0, dstPort: 53 });
    expect(trace.steps.find(({ kind }) => kind === 'translated')).toMatchObject({
      to: { address: 0x7f000001, port: 5353 },
    });
  });

  it('redirect on an interface without an address → nothing changes', () => {
    const prepared = rules('nat', 'chain=dstnat protocol=tcp dst-port=53 action=redirect');
    const trace = send(prepared, { in: 'ether7', dstPort: 53 });
    expect(trace.steps.filter(step => step.kind === 'translated' && step.side === 'destination')).toEqual([]);
  });

  it('netmap with a network → the same place in the other network', () => {
    const line = (target: string) =>
      nat(`dst-address=10.0.0.${target} action=netmap to-addresses=192.168.0.64-192.168.0.71`);
    const at = (prepared: Prepared, dst: PacketParts['dst']) =>
      targetOf(send(prepared, { ...outside, dst }))?.[0];
    expect([at(line('16/29'), '10.0.0.16'), at(line('16/29'), '10.0.0.23')]).toEqual([
      0xc0a80040, 0xc0a80047,
    ]);
    expect(at(line('16/28'), '10.0.0.25')).toBe(0xc0a80041);
    expect(at(line('10-10.0.0.17'), '10.0.0.10')).toBe(0xc0a80042);
  });

  it('netmap without a matcher for the destination, or a negated one → its low bits', () => {
    const at = (more: string) =>
      targetOf(
        send(nat(`${more} action=netmap to-addresses=192.168.0.64-192.168.0.66`), {
          ...outside,
          dst: '10.0.0.2',
        }),
      )?.[0];
    const rest = 0x0a000002 % 3;
    expect([at(''), at('dst-address=!10.0.0.9/32')]).toEqual([0xc0a80040 + rest, 0xc0a80040 + rest]);
  });
});

describe('translation of sources', () => {
  const srcOf = (trace: Trace) => {
    const step = trace.steps.find(one => one.kind === 'translated');
    return step?.kind === 'translated' ? [step.side, step.to.address, step.to.port] : undefined;
  };

  it('the port is free → kept; it is taken → another one is drawn', () => {
    const prepared = read('');
    const state = newState();
    const ports = (['192.168.0.10', '192.168.0.11', '192.168.0.12'] as const).map(
      src => leavingOf(send(prepared, { src }, state))?.src.port,
    );
    expect(ports).toEqual([40_000, 40_001, 40_002]);
    const high = newState();
    const last = (['192.168.0.10', '192.168.0.11'] as const).map(
      src => leavingOf(send(prepared, { src, srcPort: 65_535 }, high))?.src.port,
    );
    expect(last).toEqual([65_535, 1024]);
    expect(high.connections.all().map(({ portDrawn }) => portDrawn)).toEqual([false, true]);
  });

  it('masquerade → the address of the interface, remembered for which', () => {
    const state = newState();
    const trace = send(read(''), {}, state);
    expect(srcOf(trace)).toEqual(['source', 0x0a000002, 40_000]);
    expect(state.connections.all().map(({ masqueradedFor }) => masqueradedFor > 0)).toEqual([true]);
  });

  it('both ends translated → each step with the rule that decided it, later packets as well', () => {
    const prepared = rules(
      'nat',
      'chain=dstnat dst-port=443 protocol=tcp action=dst-nat to-addresses=9.9.9.9',
    );
    const state = newState();
    const sides = (trace: Trace) =>
      trace.steps.flatMap(step =>
        step.kind === 'translated' ? [[step.side, step.rule?.action.kind, step.first]] : [],
      );
    const first = send(prepared, {}, state);
    expect(sides(first)).toEqual([
      ['destination', 'dst-nat', true],
      ['source', 'masquerade', true],
    ]);
    expect(sides(walk(prepared, state, answerOf(first)))).toEqual([
      ['destination', 'masquerade', false],
      ['source', 'dst-nat', false],
    ]);
  });

  it('nothing to translate → no step', () => {
    const prepared = rules(
      'nat',
      'chain=dstnat protocol=tcp dst-port=443 action=dst-nat to-addresses=8.8.8.8',
    );
    expect(send(prepared).steps.filter(({ kind }) => kind === 'translated')).toHaveLength(1);
    const lan = send(read(''), { dst: '192.168.0.77' });
    expect(lan.steps.filter(({ kind }) => kind === 'translated')).toEqual([]);
  });
});
