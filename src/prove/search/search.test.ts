import { describe, expect, it } from 'vitest';
import { readText, smallOffice } from '../../../test/walk/read.ts';
import type { Fault } from '../../rib/index.ts';
import { type PacketClass, packetClasses } from '../classes/classes.ts';
import { type Findings, searchIn } from './search.ts';
import { SeedSolver } from './seed-solver.ts';

const upstream: Fault = { interface: 'ether1', kind: 'upstream' };

interface Asked {
  readonly text?: string;
  readonly fault?: Fault;
  readonly solver?: SeedSolver;
  /** Which classes are looked at. */
  readonly only?: (one: PacketClass) => boolean;
}

function search(
  more: string,
  { text = smallOffice, fault, solver, only = () => true }: Asked = {},
): Findings {
  const office = readText(`${text}${more}`, fault ? { faults: [fault] } : {});
  return searchIn(office, packetClasses(office).filter(only), solver ?? new SeedSolver(), { fault });
}

const outbound = ({ direction }: PacketClass): boolean => direction === 'lan-to-internet';
const tcp = ({ packet }: PacketClass): boolean => packet.protocol === 6;

const mangle = (...rules: readonly string[]) =>
  `/ip firewall mangle\n${rules.map(rule => `add chain=prerouting in-interface=ether2 ${rule}\n`).join('')}`;

/** Masquerades what is not marked bad. */
const leaky = (mark: string) =>
  smallOffice.replace('out-interface=ether1', `out-interface=ether1 ${mark}=!bad`);

const saidOf = ({ violations }: Findings) =>
  violations.map(({ invariant, verdict, packetClasses: classes, share, points }) => [
    invariant,
    verdict,
    classes,
    share,
    points.map(({ id }) => id),
  ]);

describe('no route of the text leads there', () => {
  const without = smallOffice.replace(/\/ip route\n.*\n/, '');
  const template = (more: string) =>
    `/routing ospf interface-template\nadd area=a interfaces=ether1 ${more}\n`;
  const outcome = (text: string) => {
    const { violations, doubts } = search('', { text, only: outbound });
    const about = (one: { readonly invariant: string }): boolean => one.invariant === 'lan-reaches-internet';
    return [violations.filter(about).length, doubts.filter(about).map(({ why }) => why.kind)];
  };

  it('a routing protocol runs → it may teach one; it is turned off, or there is none → violated', () => {
    expect(outcome(`${without}${template('')}`)).toEqual([0, ['taught']]);
    expect(outcome(`${without}/routing bgp connection\nadd name=up remote.address=10.0.0.9\n`)).toEqual([
      0,
      ['taught'],
    ]);
    expect(outcome(`${without}${template('disabled=yes')}`)).toEqual([1, []]);
    expect(outcome(without)).toEqual([1, []]);
  });
});

describe('a tunnel', () => {
  const tunnel = '/interface gre\nadd name=gre1 remote-address=203.0.113.9\n/ip route\n';
  const lost = (route: string): number =>
    search(`${tunnel}${route}`, { only: outbound }).violations.filter(
      ({ invariant }) => invariant === 'lan-reaches-internet',
    ).length;

  it('a route for a host outside leads into it → its far end takes it on', () => {
    expect(lost('add dst-address=198.51.100.77/32 gateway=gre1\n')).toBe(0);
    expect(lost('add dst-address=198.51.100.77/32 gateway=ether5\n')).toBe(1);
  });
});

describe('what is found', () => {
  it('all is well → nothing but the transit of an open forward chain', () => {
    const { violations, remarks, doubts } = search('');
    expect([violations, doubts]).toEqual([[], []]);
    expect(remarks).toMatchObject([
      {
        invariant: 'nothing-loops',
        verdict: 'violated',
        breach: { kind: 'transit', from: 'ether1' },
        fault: undefined,
      },
    ]);
  });

  it('a WAN without address translation → every class leaks; one violation with the first packet', () => {
    const found = search('', { text: smallOffice.replace(/\/ip firewall.*/s, ''), only: outbound });
    expect(found.violations).toMatchObject([
      {
        invariant: 'nothing-leaks',
        verdict: 'violated',
        points: [],
        packetClasses: 4,
        share: 1,
        seed: 0,
        packet: { in: 'ether2', protocol: 6 },
        trace: { ending: { kind: 'leaked' } },
        weight: undefined,
      },
    ]);
  });

  it('rules end a connection for its size, its rate or its content → meant; for its mark → connection-stays', () => {
    const ended = (...rules: readonly string[]) =>
      saidOf(
        search(
          `/ip firewall filter\n${rules.map(rule => `add chain=forward in-interface=ether2 ${rule}\n`).join('')}`,
          {
            only: one => outbound(one) && tcp(one),
          },
        ),
      ).map(([invariant]) => invariant);
    expect(ended('connection-bytes=1000000-0 action=drop')).toEqual([]);
    expect(ended('limit=5,5:packet action=accept', 'action=drop')).toEqual([]);
    expect(ended('layer7-protocol=a action=reject')).toEqual([]);
    expect(ended('connection-state=established action=drop')).toEqual(['connection-stays']);
  });

  it('two invariants → one violation of each', () => {
    const rules = mangle(
      'protocol=udp action=mark-packet new-packet-mark=bad',
      'protocol=icmp ttl=equal:64 action=change-ttl new-ttl=set:1',
    );
    const found = search(rules, { text: leaky('packet-mark'), only: outbound });
    expect(found.violations.map(({ invariant }) => invariant).sort()).toEqual([
      'lan-reaches-internet',
      'nothing-leaks',
    ]);
  });

  it('nothing to look at → nothing found', () => {
    expect(search('', { only: () => false })).toEqual({ violations: [], remarks: [], doubts: [] });
  });
});

describe('a dead WAN', () => {
  const pinned =
    '/ip route\nadd dst-address=9.9.9.9/32 gateway=10.0.0.1\nadd dst-address=8.8.8.8/32 gateway=10.0.0.1\n';
  const twoWays = `${pinned}/ip address\nadd address=10.3.0.2/24 interface=ether3\n/ip route\nset [find dst-address=0.0.0.0/0] gateway=10.3.0.1\n/ip firewall nat\nadd chain=srcnat action=masquerade out-interface=ether3\n`;

  it('everything is lost → violated, with the fault and the weight; pinned addresses are no news', () => {
    const found = search(pinned, { fault: upstream, only: outbound });
    expect(found.violations).toMatchObject([
      {
        invariant: 'lan-reaches-internet',
        fault: upstream,
        weight: { kind: 'everything' },
        packetClasses: 4,
      },
    ]);
    expect(found.remarks).toEqual([]);
  });

  it('only pinned addresses are lost → a remark for each, no violation', () => {
    const found = search(twoWays, { fault: upstream, only: outbound });
    expect(found.violations).toEqual([]);
    expect(
      found.remarks.map(({ breach, packetClasses: classes }) => [
        breach.kind === 'pinned' && breach.destination,
        classes,
      ]),
    ).toEqual([
      ['8.8.8.8/32', 4],
      ['9.9.9.9/32', 4],
    ]);
  });

  it('networks are lost → one violation that names them all', () => {
    const networks = twoWays.replace('9.9.9.9/32', '9.9.9.0/24').replace('8.8.8.8/32', '8.8.8.0/24');
    expect(search(networks, { fault: upstream, only: outbound }).violations).toMatchObject([
      { weight: { kind: 'only', destinations: ['8.8.8.0/24', '9.9.9.0/24'] }, packetClasses: 8 },
    ]);
  });

  it('a network and then everything → shown by what everything is lost with', () => {
    const low =
      '/ip route\nadd dst-address=0.128.0.0/9 gateway=10.0.0.1\nadd dst-address=1.0.0.0/24 gateway=10.0.0.1\n';
    const [found] = search(low, { fault: upstream, only: outbound }).violations;
    expect(found).toMatchObject({ weight: { kind: 'everything' }, packetClasses: 8 });
    expect(found?.packet.dst).not.toBe(0x01000001);
  });

  it('everything and then a network → stays shown by the first', () => {
    const high = '/ip route\nadd dst-address=200.0.0.0/8 gateway=10.0.0.1\n';
    const [found] = search(high, { fault: upstream, only: outbound }).violations;
    expect(found).toMatchObject({
      weight: { kind: 'everything' },
      packetClasses: 8,
      packet: { dst: 0x01000001 },
    });
  });
});

describe('what is open', () => {
  const marked = (...rules: readonly string[]) =>
    saidOf(search(mangle(...rules), { text: leaky('packet-mark'), only: outbound }));
  const bad = 'action=mark-packet new-packet-mark=bad';

  it('a bad way depends on it → depends, without a share', () => {
    expect(marked(`content=x ${bad}`)).toEqual([
      ['nothing-leaks', 'depends', 4, undefined, ['content@office.rsc:9']],
    ]);
  });

  it('classes depend on different points → all of them', () => {
    expect(marked(`protocol=tcp content=x ${bad}`, `protocol=udp content=y ${bad}`)).toEqual([
      ['nothing-leaks', 'depends', 2, undefined, ['content@office.rsc:9', 'content@office.rsc:10']],
    ]);
  });

  it('one class depends, another is bad for sure → violated, shown by that one alone, in either order', () => {
    expect(marked(`protocol=tcp content=x ${bad}`, `protocol=udp ${bad}`)).toEqual([
      ['nothing-leaks', 'violated', 1, 1, []],
    ]);
    expect(marked(`protocol=udp content=x ${bad}`, `protocol=tcp ${bad}`)).toEqual([
      ['nothing-leaks', 'violated', 1, 1, []],
    ]);
  });

  it('it changes nothing that is judged → nothing is found', () => {
    expect(marked('content=x action=mark-packet new-packet-mark=good')).toEqual([]);
  });

  it('more ways than are walked → a doubt about what was not seen broken', () => {
    const lists = Array.from(
      { length: 13 },
      (_, i) =>
        `add chain=forward limit=${i + 1},5:packet action=add-src-to-address-list address-list=l${i}\nadd chain=forward src-address-list=l${i} dst-address=172.31.0.1 action=drop\n`,
    ).join('');
    let first = true;
    const one = ({ direction }: PacketClass): boolean => {
      const taken = first && direction === 'lan-to-internet';
      if (taken) first = false;
      return taken;
    };
    const leaks = search(`/ip firewall filter\n${lists}`, {
      text: smallOffice.replace(/\/ip firewall.*/s, ''),
      only: one,
    });
    expect(leaks.violations.map(({ invariant, share }) => [invariant, share])).toEqual([
      ['nothing-leaks', undefined],
    ]);
    expect(leaks.doubts.map(({ invariant, why }) => [invariant, why.kind])).toEqual([
      ['lan-reaches-internet', 'stopped-early'],
      ['lan-reaches-router', 'stopped-early'],
      ['answer-returns', 'stopped-early'],
      ['connection-stays', 'stopped-early'],
      ['forward-works-inside', 'stopped-early'],
      ['nothing-loops', 'stopped-early'],
    ]);
    expect(leaks.doubts[0]).toMatchObject({ packet: { in: 'ether2' }, fault: undefined });
  });
});

describe('what hashes and chance decide', () => {
  const buckets = (count: number, ...bad: readonly number[]) =>
    mangle(
      ...Array.from(
        { length: count },
        (_, i) =>
          `connection-mark=no-mark per-connection-classifier=src-address:${count}/${i} action=mark-connection new-connection-mark=${bad.includes(i) ? 'bad' : 'good'}`,
      ),
    );
  const leaks = (
    rules: string,
    solver?: SeedSolver,
    only = (one: PacketClass) => outbound(one) && tcp(one),
  ) => search(rules, { text: leaky('connection-mark'), only, ...(solver && { solver }) });

  it('one bucket of four is bad → violated for a quarter, with a seed that leads there', () => {
    const [found] = leaks(buckets(4, 2)).violations;
    expect(found).toMatchObject({ invariant: 'nothing-leaks', verdict: 'violated', packetClasses: 1 });
    expect(found?.share).toBeCloseTo(0.25, 9);
    expect(Number.isInteger(found?.seed)).toBe(true);
  });

  it('two buckets of four → half', () => {
    expect(leaks(buckets(4, 1, 2)).violations[0]?.share).toBeCloseTo(0.5, 9);
  });

  it('no seed is found in time → not judged, with what was tried and the packet', () => {
    const found = leaks(buckets(4, 2), new SeedSolver(0, 0));
    expect(found.violations).toEqual([]);
    expect(found.doubts).toMatchObject([
      {
        invariant: 'nothing-leaks',
        why: { kind: 'no-seed', tried: 0 },
        packet: { protocol: 6 },
        fault: undefined,
      },
    ]);
  });

  it('several classes are not judged → one doubt, with the first packet', () => {
    const { doubts } = leaks(buckets(4, 2), new SeedSolver(0, 0), outbound);
    expect(doubts).toMatchObject([{ invariant: 'nothing-leaks', packet: { protocol: 6 } }]);
  });

  it('it is violated already → no seed is needed for more classes', () => {
    const rules = `${mangle('protocol=tcp action=mark-connection new-connection-mark=bad')}${buckets(4, 2)}`;
    const found = leaks(rules, new SeedSolver(0, 0), outbound);
    expect(found.violations).toMatchObject([
      { verdict: 'violated', packetClasses: 4, packet: { protocol: 6 } },
    ]);
    expect(found.doubts).toEqual([]);
  });

  it('one hash that would have to be 0 of 2 and 1 of 4 → no such way', () => {
    const rules = `${mangle('per-connection-classifier=src-address:2/0 action=jump jump-target=even')}add chain=even per-connection-classifier=src-address:4/1 action=mark-connection new-connection-mark=bad\n`;
    expect(leaks(rules).violations).toEqual([]);
  });

  it('chance marks → its share of the connections', () => {
    const [found] = leaks(
      mangle('random=30 connection-state=new action=mark-connection new-connection-mark=bad'),
    ).violations;
    expect(found?.share).toBeCloseTo(0.3, 9);
  });
});
