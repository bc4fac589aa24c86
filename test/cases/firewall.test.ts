import { describe, expect, it } from 'vitest';
import { compileLinux } from '../../src/compile/index.ts';
import { rolesOf } from '../../src/model/index.ts';
import { type Proof, violationText } from '../../src/prove/index.ts';
import { assumeWorld, computeRib } from '../../src/rib/index.ts';
import { answerOf, makePacket, newState, walk } from '../../src/walk/index.ts';
import { preparedCase, proofOf, readCase, storyOf } from './read.ts';

const sentences = ({ violations }: Proof): [string, string][] =>
  violations.map(one => [one.invariant, violationText(one, 'en')]);

describe('what always drops', () => {
  it.each([
    ['drop-all.rsc', 'dropped by the filter rule of chain forward (drop-all.rsc:11)'],
    ['always-drop.rsc', 'dropped by the filter rule of chain forward "always" (always-drop.rsc:13)'],
  ])('%s → nobody reaches the Internet, with the rule', (file, rule) => {
    const proof = proofOf(file);
    expect(proof.verdict).toBe('violated');
    const [first] = sentences(proof);
    expect(first?.[0]).toBe('lan-reaches-internet');
    expect(first?.[1]).toContain(
      `Nobody on a LAN reaches the Internet: every packet is refused; this one is ${rule}`,
    );
  });
});

describe('what nobody knows', () => {
  it.each([
    ['office-hours-drop.rsc', ['time=8h-17h,mon,tue,wed,thu,fri']],
    ['content-drop.rsc', ['content=secret']],
    ['limit-accept-then-drop.rsc', ['limit=200,5:packet']],
    ['rate-limited-mark.rsc', ['limit=100,5:packet']],
    ['rate-limited-mark-and-logs.rsc', ['limit=100,5:packet']],
  ])('%s → depends on %j, and on nothing else', (file, points) => {
    const proof = proofOf(file);
    expect(proof.verdict).toBe('depends');
    const asked = [...proof.violations, ...proof.remarks].flatMap(one => one.points.map(({ what }) => what));
    expect([...new Set(asked)]).toEqual(points);
  });

  it('log rules with limits of their own → hide no leak', () => {
    for (const file of ['rate-limited-mark.rsc', 'rate-limited-mark-and-logs.rsc']) {
      expect(proofOf(file).violations.map(({ invariant }) => invariant)).toEqual(['nothing-leaks']);
    }
  });
});

describe('ipsec-policy', () => {
  it('none without policies → matches every packet: the same as without the condition', () => {
    const web = { in: 'ether3', src: '192.168.88.9', dst: '8.8.8.8', dstPort: 443 } as const;
    const answer = (file: string) => storyOf(preparedCase(file), web).answer;
    expect(answer('defconf-masquerade.rsc')).toBe('It leaves by ether1 as 10.10.10.254.');
    expect(answer('defconf-masquerade.control.rsc')).toBe(answer('defconf-masquerade.rsc'));
    const invariants = (file: string) => sentences(proofOf(file)).map(([name]) => name);
    expect(invariants('defconf-masquerade.rsc')).toEqual(invariants('defconf-masquerade.control.rsc'));
    expect(invariants('defconf-masquerade.rsc')).not.toContain('nothing-leaks');
  });
});

describe('interfaces of a kind', () => {
  const asked = (name: string) =>
    storyOf(preparedCase('all-ppp.rsc'), { in: name, src: '192.168.10.10', dst: '8.8.8.8', dstPort: 443 })
      .answer;

  it('all-vlan, all-ppp, all-ethernet → every interface of the kind', () => {
    expect(asked('vlan10')).toContain('"drop all vlan"');
    expect(asked('ether4')).toContain('"drop all ppp"');
    const open = '/ip firewall filter\nremove [find comment~"all"]\n';
    const prepared = preparedCase('all-ppp.rsc', open);
    const packet = { in: 'ether4', src: '192.168.10.10', dst: '8.8.8.8' } as const;
    expect(storyOf(prepared, packet).answer).toContain('all-ppp.rsc:11');
    expect(storyOf(prepared, { ...packet, in: 'vlan10' }).answer).toBe(
      'It leaves by pppoe-out1 as 100.64.0.2.',
    );
  });

  it('all-wireless → a wlan port, and no Ethernet port', () => {
    const more = `/interface wireless\nset [find default-name=wlan1] name=wifi-home\n
/ip firewall filter\nremove [find]\nadd chain=forward in-interface=all-wireless action=drop\n`;
    const prepared = preparedCase('all-ppp.rsc', more);
    const packet = { src: '192.168.10.10', dst: '8.8.8.8' } as const;
    expect(storyOf(prepared, { ...packet, in: 'wifi-home' }).answer).toContain('It is dropped');
    expect(storyOf(prepared, { ...packet, in: 'vlan10' }).answer).toContain('It leaves by pppoe-out1');
  });
});

describe('FastTrack', () => {
  /** The ways of the first three packets of a connection: those of the client. */
  function fast(file: string, more = ''): boolean[] {
    const prepared = preparedCase(file, more);
    const state = newState();
    const inside = prepared.lans[0] ?? '';
    const src = inside === 'ether4' ? '192.168.0.10' : '10.20.0.10';
    const packet = makePacket({ in: inside, src, dst: '8.8.8.8', srcPort: 40_000, dstPort: 443 });
    const first = walk(prepared, state, packet);
    const answer = answerOf(prepared, first);
    if (answer) walk(prepared, state, answer);
    return [first, walk(prepared, state, packet)].map(({ steps }) =>
      steps.some(({ kind }) => kind === 'fast-tracked'),
    );
  }

  it('allow-fast-path=no → none, also where a rule asks for it; and the step says why', () => {
    const on = '/ip settings set allow-fast-path=yes\n';
    expect(fast('fasttrack-without-fastpath.rsc')).toEqual([false, false]);
    expect(fast('fasttrack-without-fastpath.rsc', on)).toEqual([false, true]);
  });

  const warned = (file: string, more = '') => {
    const { router, world } = readCase(file, more);
    const { diagnostics } = compileLinux(router, computeRib(router, world), world, { seed: 0 });
    return diagnostics
      .filter(({ severity, what }) => severity === 'warning' && what.includes('FastTrack'))
      .map(({ what }) => what);
  };

  it('with marks → the plan says that Linux does otherwise; of unmarked connections alone, or off → nothing to say', () => {
    expect(warned('fasttrack-with-marks.rsc')).toEqual([
      'Linux has no FastTrack: routing marks act on every packet of a connection, where RouterOS lets a fast-tracked one pass them by.',
    ]);
    expect(warned('fasttrack-with-marks.fixed.rsc')).toEqual([]);
    expect(warned('fasttrack-without-fastpath.rsc')).toEqual([]);
  });

  it('with marks → connections move to the default WAN; of unmarked connections alone → they stay', () => {
    const moved = (file: string) => sentences(proofOf(file)).some(([name]) => name === 'connection-stays');
    expect(moved('fasttrack-with-marks.rsc')).toBe(true);
    expect(moved('fasttrack-with-marks.fixed.rsc')).toBe(false);
  });
});

describe('which port is what', () => {
  it('a client on a port that serves addresses → a LAN with a lease of its own pool, the other is the WAN', () => {
    const { router } = readCase('leases-swapped.rsc');
    const { world } = assumeWorld(router);
    expect(world.leases['ether1']?.gateway).toBe('10.100.203.1');
    expect(world.leases['ether6']?.address.address).toMatch(/^192\.168\.60\./);
    expect(rolesOf(router)).toMatchObject({ wans: ['ether1'], lans: ['ether4', 'ether6'] });
  });

  it('a LAN whose connections are marked WAN1 → stays a LAN with its own name', () => {
    const { router } = readCase('lan-labelled-as-wan.rsc');
    expect(rolesOf(router)).toMatchObject({ wans: ['ether1'], lans: ['bridge1'] });
    const { answer, lines } = storyOf(preparedCase('lan-labelled-as-wan.rsc'), {
      in: 'bridge1',
      src: '192.168.45.9',
      dst: '8.8.8.8',
    });
    expect(`${answer} ${lines.join(' ')}`).not.toContain('WAN1 (bridge1)');
  });
});
