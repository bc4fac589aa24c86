import { describe, expect, it } from 'vitest';
import { read } from '../../../test/walk/read.ts';
import { packetClasses } from '../classes/classes.ts';
import type { Findings } from '../search/search.ts';
import { cutOff, lockedOut } from './blocked.ts';

const filter = (...rules: readonly string[]) =>
  read(`/ip firewall filter\n${rules.map(rule => `add ${rule}\n`).join('')}`);

const nothing: Findings = { violations: [], remarks: [], doubts: [] };

const lockOf = (...rules: readonly string[]) => {
  const office = filter(...rules);
  return lockedOut(office, packetClasses(office));
};

const cutOf = (...rules: readonly string[]) => {
  const office = filter(...rules);
  return cutOff(office, packetClasses(office));
};

const verdictsOf = ({ violations, remarks, doubts }: Findings) => ({
  violations: violations.map(({ verdict, points }) => [verdict, points.map(({ id }) => id)]),
  remarks: remarks.map(({ verdict, points }) => [verdict, points.map(({ id }) => id)]),
  doubts: doubts.map(({ why }) => why.kind),
});

describe('lockedOut', () => {
  it('a rule lets in whom others put on its list (port knocking) → not judged, and says by which list', () => {
    const knock = 'chain=input protocol=tcp dst-port=1234 action=add-src-to-address-list address-list=Valid';
    const rules = [knock, 'chain=input src-address-list=Valid action=accept', 'chain=input action=drop'];
    expect(lockOf(...rules)).toMatchObject({
      violations: [],
      doubts: [{ why: { kind: 'knocked', list: 'Valid' } }],
    });
    expect(lockOf(...rules.slice(1)).violations).toHaveLength(1);
  });

  it('every packet to the router is dropped → violated, shown by the first packet', () => {
    const { violations, remarks, doubts } = lockOf('chain=input action=drop');
    expect([remarks, doubts]).toEqual([[], []]);
    expect(violations).toMatchObject([
      {
        invariant: 'admin-gets-in',
        verdict: 'violated',
        points: [],
        breach: { kind: 'nobody', invariant: 'admin-gets-in' },
        packetClasses: 3,
        packet: { in: 'ether2', dstPort: 8291, protocol: 6 },
        trace: { packet: { dstPort: 8291 }, ending: { kind: 'dropped' } },
        seed: 0,
      },
    ]);
  });

  it.each([8291, 22, 80])('only port %d of TCP is let in → somebody gets in', port => {
    expect(
      lockOf(`chain=input protocol=tcp dst-port=${port} action=accept`, 'chain=input action=drop'),
    ).toEqual(nothing);
  });

  it('only another port, only UDP, or only the WAN is let in → violated', () => {
    for (const open of ['protocol=tcp dst-port=8080', 'protocol=udp', 'in-interface=ether1'])
      expect(lockOf(`chain=input ${open} action=accept`, 'chain=input action=drop').violations).toHaveLength(
        1,
      );
  });

  it('the answers are dropped → violated, shown by the answer', () => {
    const { violations } = lockOf('chain=output action=drop');
    expect(violations.map(({ trace }) => [trace.packet.src, trace.ending.kind])).toEqual([
      [0xc0a80001, 'dropped'],
    ]);
  });

  it('a port forward takes them → violated, shown by the packet that goes astray', () => {
    const office = read(
      'add chain=dstnat in-interface=ether2 dst-address=192.168.0.1 action=dst-nat to-addresses=192.168.7.9\n/ip address\nadd address=192.168.7.1/24 interface=ether3\n/ip firewall filter\nadd chain=input in-interface=ether3 action=drop\n',
    );
    const fromLan = packetClasses(office).filter(
      ({ packet }) => packet.in === 'ether2' && packet.dst === 0xc0a80001,
    );
    expect(lockedOut(office, fromLan).violations).toMatchObject([
      { trace: { packet: { in: 'ether2', dst: 0xc0a80001 }, ending: { kind: 'forwarded', out: 'ether3' } } },
    ]);
  });

  it('chance lets half in → somebody gets in', () => {
    expect(lockOf('chain=input random=50 action=drop')).toEqual(nothing);
  });

  it('a content decides of everybody → a remark that depends on it; of some only → nothing', () => {
    expect(verdictsOf(lockOf('chain=input content=x action=drop'))).toEqual({
      violations: [],
      remarks: [['depends', ['content@office.rsc:9']]],
      doubts: [],
    });
    expect(lockOf('chain=input protocol=tcp dst-port=22 content=x action=drop')).toEqual(nothing);
  });

  it('two things open decide, each of some ports → depends on both', () => {
    const found = lockOf(
      'chain=input protocol=tcp dst-port=22,80 content=x action=drop',
      'chain=input protocol=tcp dst-port=8291,443 content=y action=drop',
    );
    expect(found.remarks).toMatchObject([
      { points: [{ id: 'content@office.rsc:10' }, { id: 'content@office.rsc:9' }] },
    ]);
  });

  it('nobody could ask → nothing', () => {
    expect(lockedOut(filter('chain=input action=drop'), [])).toEqual(nothing);
  });
});

describe('cutOff', () => {
  it('every packet from the LAN is dropped → violated, of all classes', () => {
    const office = filter('chain=forward action=drop');
    const classes = packetClasses(office);
    const asked = classes.filter(({ direction }) => direction === 'lan-to-internet');
    expect(cutOff(office, classes).violations).toMatchObject([
      {
        invariant: 'lan-reaches-internet',
        verdict: 'violated',
        breach: { kind: 'nobody', invariant: 'lan-reaches-internet' },
        packetClasses: asked.length,
        trace: { ending: { kind: 'dropped' } },
      },
    ]);
  });

  it('one protocol gets through → policy', () => {
    expect(cutOf('chain=forward protocol=!icmp action=drop')).toEqual(nothing);
    expect(cutOf('chain=forward protocol=udp action=drop')).toEqual(nothing);
  });

  it('packets are lost, not refused → another search says it', () => {
    const office = read('/ip route\nset [find] disabled=yes\n');
    expect(cutOff(office, packetClasses(office))).toEqual(nothing);
  });

  it('packets end at the router → nobody gets out', () => {
    const redirect = read('add chain=dstnat action=redirect in-interface=ether2\n');
    expect(cutOff(redirect, packetClasses(redirect)).violations).toHaveLength(1);
  });

  it('a rule sends all of it to a host of another LAN → judged as a port forward', () => {
    const office = read(
      'add chain=dstnat in-interface=ether2 action=dst-nat to-addresses=192.168.7.9\n/ip address\nadd address=192.168.7.1/24 interface=ether3\n',
    );
    const asked = packetClasses(office).filter(({ packet }) => packet.in === 'ether2');
    expect(asked.length).toBeGreaterThan(0);
    expect(cutOff(office, asked)).toEqual(nothing);
  });

  it('above a limit nobody gets out → a remark; the moment and a limit decide → depends on both', () => {
    const below = 'chain=forward limit=50,5:packet action=accept';
    expect(verdictsOf(cutOf(below, 'chain=forward action=drop'))).toEqual({
      violations: [],
      remarks: [['depends', ['limit@office.rsc:9']]],
      doubts: [],
    });
    const found = verdictsOf(cutOf(below, 'chain=forward time=8h-17h,mon action=drop'));
    expect(found).toMatchObject({
      violations: [['depends', ['limit@office.rsc:9', 'time@office.rsc:10']]],
      remarks: [],
    });
  });

  it('the moment decides → depends on it', () => {
    expect(verdictsOf(cutOf('chain=forward time=8h-17h,mon action=drop'))).toEqual({
      violations: [['depends', ['time@office.rsc:9']]],
      remarks: [],
      doubts: [],
    });
  });

  it.each([
    ['none', 'chain=forward action=drop'],
    ['each', 'chain=forward action=accept'],
  ])('more ways than are walked, and %s of them succeeds → not judged', (_, last) => {
    const many = Array.from(
      { length: 13 },
      (_, i) => `chain=forward limit=${i + 1},5:packet action=add-src-to-address-list address-list=l${i}`,
    );
    const drops = many.map(
      (_, i) => `chain=forward src-address-list=l${i} dst-address=172.31.0.1 action=drop`,
    );
    const office = filter(...many, ...drops, last);
    const [one] = packetClasses(office);
    const found = cutOff(office, one ? [one] : []);
    expect([found.violations, found.doubts]).toEqual([
      [],
      [{ invariant: 'lan-reaches-internet', why: { kind: 'stopped-early' }, packet: one?.packet }],
    ]);
  });
});
