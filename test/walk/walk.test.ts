import { describe, expect, it } from 'vitest';
import { behaviourOf } from '../../src/compile/index.ts';
import type { Engine } from '../../src/model/index.ts';
import { ipv4ToNumber } from '../../src/net/index.ts';
import { assumedWorld, situationOf } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import {
  answerTo,
  explore,
  leavingOf,
  makePacket,
  newState,
  type PacketParts,
  type Prepared,
  prepare,
  type Trace,
  walk,
} from '../../src/walk/index.ts';
import { base } from '../conformance/base.ts';

// What a kernel cannot be asked for, because RouterOS alone has it, or because chance decides there.

function routerOf(config: string, engine: Engine = 'routeros', header = ''): Prepared {
  const { router, diagnostics } = readRouterOs(header + base + config, { file: 'walk.rsc', dialect: 'v7' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { world, rib } = situationOf(router, assumedWorld(router, {}));
  return prepare(router, rib, world, {
    engine: behaviourOf(engine, router, rib, world),
    seed: 0,
  });
}

const web = (parts: Partial<PacketParts> = {}) =>
  makePacket({ in: 'ether4', src: '192.168.0.10', dst: '8.8.8.8', srcPort: 40_000, dstPort: 443, ...parts });

/** The answer that comes back to where a packet left. */
function answerOf(trace: Trace) {
  const left = leavingOf(trace);
  if (!left) throw new Error('it did not leave');
  return answerTo({ ...trace.packet, src: left.src.address, srcPort: left.src.port }, left.out);
}

const masquerade = '/ip firewall nat\nadd chain=srcnat out-interface-list=WAN action=masquerade\n';

describe('FastTrack', () => {
  const fast = `${masquerade}/ip firewall mangle
add chain=prerouting in-interface=ether4 action=mark-routing new-routing-mark=to2
/ip firewall filter
add chain=forward connection-state=established action=fasttrack-connection
`;

  it('sends later packets of a marked connection by main: the trap of policy routing', () => {
    const router = routerOf(fast);
    const state = newState();
    const first = walk(router, state, web());
    expect(leavingOf(first)?.out).toBe('ether2');
    walk(router, state, answerOf(first));
    const later = walk(router, state, web({ tcpFlags: 16 }));
    expect(later.steps.map(({ kind }) => kind)).toContain('fast-tracked');
    expect(later.ending).toMatchObject({ kind: 'moved', from: 'ether2', out: 'ether1' });
  });

  it('needs FastPath: with allow-fast-path=no every packet takes the full path', () => {
    const router = routerOf(`${fast}/ip settings\nset allow-fast-path=no\n`);
    const state = newState();
    walk(router, state, answerOf(walk(router, state, web())));
    const later = walk(router, state, web({ tcpFlags: 16 }));
    expect(later.steps.map(({ kind }) => kind)).not.toContain('fast-tracked');
    expect(later.ending).toMatchObject({ out: 'ether2' });
  });

  it('does not exist on Linux', () => {
    const router = routerOf(fast, 'linux');
    const state = newState();
    walk(router, state, answerOf(walk(router, state, web())));
    expect(leavingOf(walk(router, state, web({ tcpFlags: 16 })))?.out).toBe('ether2');
  });
});

describe('dst-nat of what the router itself sends', () => {
  it.each(['routeros', 'linux'] as const)('as %s: it is routed to its new destination', engine => {
    const router = routerOf(
      `/ip firewall nat
add action=dst-nat chain=output dst-address=8.8.8.8 protocol=tcp to-addresses=20.20.20.9
`,
      engine,
    );
    const trace = walk(router, newState(), web({ in: undefined, src: 0 }));
    expect(trace.ending).toMatchObject({ out: 'ether2', dst: { address: ipv4ToNumber('20.20.20.9') } });
    const routed = trace.steps.filter(step => step.kind === 'routed');
    expect(routed.map(({ out, again }) => [out, again])).toEqual([
      ['ether1', false],
      ['ether2', true],
    ]);
  });
});

describe('our Linux program', () => {
  it('a rule that it leaves out: is not walked, where RouterOS obeys it', () => {
    const config = `${masquerade}/ip firewall mangle
add action=change-ttl chain=prerouting new-ttl=decrement:200 passthrough=yes
`;
    expect(walk(routerOf(config), newState(), web()).ending.kind).toBe('expired');
    expect(walk(routerOf(config, 'linux'), newState(), web()).ending.kind).toBe('forwarded');
  });

  it("the router's own packets to the LAN: are not marked, as the program guards the rule", () => {
    const config = `${masquerade}/ip firewall mangle
add action=mark-routing chain=output new-routing-mark=to2 passthrough=no
`;
    const ping = makePacket({ src: 0, dst: '192.168.0.10', protocol: 'icmp' });
    const outOf = (engine: Engine) => leavingOf(walk(routerOf(config, engine), newState(), ping))?.out;
    expect([outOf('routeros'), outOf('linux')]).toEqual(['ether2', 'ether4']);
  });
});

describe('ICMP errors', () => {
  it('belong to the connection of the packet that they quote, and are translated back', () => {
    const router = routerOf(masquerade);
    const state = newState();
    const sent = leavingOf(walk(router, state, web()));
    const quotes = web({ src: sent?.src.address ?? 0, srcPort: sent?.src.port ?? 0 });
    const error = { protocol: 'icmp', icmpType: 3, icmpCode: 1, quotes };
    const back = walk(
      router,
      state,
      makePacket({ in: 'ether1', src: '10.10.10.1', dst: '10.10.10.254', ...error }),
    );
    expect(back.steps).toContainEqual(expect.objectContaining({ kind: 'tracked', state: 'related' }));
    expect(leavingOf(back)).toMatchObject({ out: 'ether4', dst: { address: ipv4ToNumber('192.168.0.10') } });
    expect(leavingOf(back)?.src.address).toBe(ipv4ToNumber('10.10.10.1'));
  });

  it('that quote nothing known are invalid', () => {
    const error = { protocol: 'icmp', icmpType: 3, quotes: web() };
    const back = walk(
      routerOf(''),
      newState(),
      makePacket({ in: 'ether1', src: '10.10.10.1', dst: '10.10.10.254', ...error }),
    );
    expect(back.steps).toContainEqual(expect.objectContaining({ kind: 'tracked', state: 'invalid' }));
  });
});

describe('simple queues', () => {
  const office = () =>
    routerOf(`${masquerade}/queue simple
add name=one target=192.168.0.10/32 max-limit=1M/2M
add name=all target=192.168.0.0/24 max-limit=5M/5M
`);
  const queueOf = (trace: Trace) => {
    const step = trace.steps.find(({ kind }) => kind === 'queued');
    return step?.kind === 'queued' ? [step.queue.name, step.direction] : undefined;
  };

  it('take the first that matches, by the address from before translation', () => {
    const router = office();
    const state = newState();
    const first = walk(router, state, web());
    expect(queueOf(first)).toEqual(['one', 'upload']);
    expect(queueOf(walk(router, state, answerOf(first)))).toEqual(['one', 'download']);
    expect(queueOf(walk(router, state, web({ src: '192.168.0.11' })))).toEqual(['all', 'upload']);
    expect(queueOf(walk(router, state, web({ in: 'ether5', src: '172.20.0.9' })))).toBeUndefined();
  });
});

describe('time', () => {
  it('udp-timeout and udp-stream-timeout of the text → count instead of the defaults', () => {
    const router = routerOf(
      `/ip firewall connection tracking\nset udp-timeout=30s udp-stream-timeout=1m\n${masquerade}/ip firewall filter\nadd chain=forward connection-state=!new action=drop\n`,
    );
    const state = newState();
    const dns = web({ protocol: 'udp', dstPort: 53 });
    const first = walk(router, state, dns);
    state.nowMs = 29_999;
    expect(walk(router, state, answerOf(first)).ending.kind).toBe('dropped');
    const states = ({ steps }: Trace) => steps.flatMap(step => (step.kind === 'tracked' ? [step.state] : []));
    state.nowMs += 59_999;
    expect(states(walk(router, state, dns))).toEqual(['established']);
    state.nowMs += 60_000;
    expect(states(walk(router, state, dns))).toEqual(['new']);
  });

  it('ends a UDP connection without an answer after ten seconds', () => {
    const router = routerOf(
      `${masquerade}/ip firewall filter\nadd chain=forward connection-state=!new action=drop\n`,
    );
    const state = newState();
    const dns = web({ protocol: 'udp', dstPort: 53 });
    const first = walk(router, state, dns);
    state.nowMs = 9000;
    expect(walk(router, state, answerOf(first)).ending.kind).toBe('dropped');
    state.nowMs = 9000 + 180_001;
    expect(walk(router, state, dns).ending.kind).toBe('forwarded');
  });

  it('fills the bucket of a limit again', () => {
    const router = routerOf(
      `${masquerade}/ip firewall filter
add chain=forward limit=2,2:packet action=accept
add chain=forward action=drop
`,
    );
    const state = newState();
    const sent = () => walk(router, state, web()).ending.kind;
    expect([sent(), sent(), sent()]).toEqual(['forwarded', 'forwarded', 'dropped']);
    state.nowMs += 500;
    expect([sent(), sent()]).toEqual(['forwarded', 'dropped']);
  });

  it('forgets entries that rules added to a list', () => {
    const router = routerOf(`${masquerade}/ip firewall mangle
add chain=prerouting protocol=udp action=add-src-to-address-list address-list=seen address-list-timeout=10s
/ip firewall filter
add chain=forward src-address-list=seen protocol=tcp action=drop
`);
    const state = newState();
    walk(router, state, web({ protocol: 'udp' }));
    expect(walk(router, state, web()).ending.kind).toBe('dropped');
    state.nowMs = 10_001;
    expect(walk(router, state, web({ srcPort: 40_001 })).ending.kind).toBe('forwarded');
  });
});

describe('memory', () => {
  it('holds no more connections than it has room for, the newest ones', () => {
    const router = routerOf(masquerade);
    const state = newState(100);
    for (let i = 0; i < 1000; i++) walk(router, state, web({ dst: 0x08000000 + i }));
    expect(state.connections.size).toBe(100);
    expect(state.connections.all()[0]?.original.dst).toBe(0x08000000 + 900);
  });

  it('gives two clients with one port different ports outside', () => {
    const router = routerOf(masquerade);
    const state = newState();
    const ports = (['192.168.0.10', '192.168.0.11'] as const).map(
      src => leavingOf(walk(router, state, web({ src })))?.src.port,
    );
    expect(ports[0]).toBe(40_000);
    expect(ports[1]).not.toBe(40_000);
  });
});

describe('the router itself', () => {
  it('takes the address of the uplink that main chooses', () => {
    const trace = walk(routerOf(''), newState(), web({ in: undefined, src: 0 }));
    expect(leavingOf(trace)).toMatchObject({ out: 'ether1', src: { address: ipv4ToNumber('10.10.10.254') } });
  });

  it('keeps that address when an output mark sends the packet elsewhere, until masquerade mends it', () => {
    const marked = '/ip firewall mangle\nadd chain=output action=mark-routing new-routing-mark=to2\n';
    const own = web({ in: undefined, src: 0 });
    expect(walk(routerOf(marked), newState(), own).ending).toMatchObject({
      kind: 'stuck',
      out: 'ether2',
      owner: 'ether1',
    });
    expect(walk(routerOf(masquerade + marked), newState(), own).ending).toMatchObject({
      kind: 'forwarded',
      out: 'ether2',
    });
  });
});

describe('policy rules', () => {
  const rules = `/ip firewall mangle
add action=mark-routing chain=prerouting in-interface=ether4 new-routing-mark=to2 passthrough=no
/routing rule
add action=lookup dst-address=8.8.8.0/24 table=to3
`;
  const user = '/routing settings\nset policy-rules=vrf-lookup,vrf-unreach,local,user,mangle,main\n';
  const header = (minor: number) => `# 2025-06-01 10:00:00 by RouterOS 7.${minor}.1\n`;
  const router = (config: string, minor: number, engine: Engine = 'routeros') =>
    routerOf(config, engine, header(minor));
  const outOf = (prepared: Prepared) => leavingOf(walk(prepared, newState(), web()))?.out;
  const toUs = web({ dst: '192.168.0.1' });

  it('as they are: a routing mark goes before rules, and before our own addresses', () => {
    expect(outOf(router(rules, 22))).toBe('ether2');
    expect(walk(router(rules, 22), newState(), toUs).ending.kind).not.toBe('delivered');
  });

  it('set by /routing settings: as stated, from 7.22 on', () => {
    expect(outOf(router(rules + user, 22))).toBe('ether3');
    expect(walk(router(rules + user, 22), newState(), toUs).ending.kind).toBe('delivered');
    expect(outOf(router(rules + user, 21))).toBe('ether2');
  });

  it('on Linux: our own addresses, marks, rules, whatever is set', () => {
    expect(outOf(router(rules + user, 22, 'linux'))).toBe('ether2');
    expect(walk(router(rules + user, 22, 'linux'), newState(), toUs).ending.kind).toBe('delivered');
  });
});

describe('a bridge', () => {
  it('is where packets of its ports come in; the port itself is seen by in-bridge-port alone', () => {
    const router = routerOf(`${masquerade}/interface bridge
add name=lan
/interface bridge port
add bridge=lan interface=ether4
/ip address
add address=192.168.7.1/24 interface=lan
/ip firewall filter
add chain=forward in-interface=ether4 action=drop
add chain=forward in-interface=lan in-bridge-port=ether4 protocol=udp action=drop
`);
    expect(walk(router, newState(), web()).ending.kind).toBe('forwarded');
    expect(walk(router, newState(), web({ protocol: 'udp' })).ending.kind).toBe('dropped');
  });
});

describe('chance', () => {
  it('is walked in all its ways, with their probabilities', () => {
    const router = routerOf(`/ip route
add dst-address=8.8.8.0/24 gateway=10.10.10.1
add dst-address=8.8.8.0/24 gateway=20.20.20.1
/ip firewall filter
add chain=forward nth=4,1 action=drop
`);
    const { outcomes, complete } = explore(choose => {
      const state = newState();
      state.choose = choose;
      return walk(router, state, web());
    });
    const share = (what: string) =>
      outcomes
        .filter(({ result }) => (leavingOf(result)?.out ?? result.ending.kind) === what)
        .reduce((sum, one) => sum + one.share, 0);
    expect(complete).toBe(true);
    expect(share('dropped')).toBeCloseTo(1 / 4, 12);
    expect(share('ether1')).toBeCloseTo(3 / 8, 12);
    expect(share('ether2')).toBeCloseTo(3 / 8, 12);
  });

  it('keeps an address pair on one hop of ECMP', () => {
    const router = routerOf(
      '/ip route\nadd dst-address=8.0.0.0/8 gateway=10.10.10.1\nadd dst-address=8.0.0.0/8 gateway=20.20.20.1\n',
    );
    const outs = (dst: number) =>
      new Set([1, 2, 3].map(n => leavingOf(walk(router, newState(), web({ dst, srcPort: n })))?.out));
    const all = Array.from({ length: 50 }, (_, i) => outs(0x08000000 + i * 77));
    expect(all.every(one => one.size === 1)).toBe(true);
    expect(new Set(all.flatMap(one => [...one]))).toEqual(new Set(['ether1', 'ether2']));
  });
});
