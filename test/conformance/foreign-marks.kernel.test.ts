import { afterAll, beforeAll, expect, it } from 'vitest';
import { toIpv4 } from '../../src/net/index.ts';
import { assumedWorld, situationOf } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { makePacket } from '../../src/walk/index.ts';
import { base } from './base.ts';
import { Bench } from './bench.ts';
import { mangle } from './cases/group.ts';
import { seed } from './subject.ts';

// Bits of other software in both mark words: they are there before our chains, and have to be there after them.

const others = `add table inet others
delete table inet others
table inet others {
  counter both { }
  counter neither { }
  chain before {
    type filter hook prerouting priority -170;
    iifname "ether4" meta mark set 0x00330000 ct mark set ct mark | 0x00550000
  }
  chain after {
    type filter hook prerouting priority -140;
    iifname "ether4" meta mark & 0x00ff0000 == 0x00330000 ct mark & 0x00ff0000 == 0x00550000 counter name both accept
    iifname "ether4" counter name neither
  }
}
`;
const choose = (fields: string) =>
  [0, 1].map(
    n =>
      `add chain=prerouting in-interface=ether4 connection-mark=no-mark per-connection-classifier=${fields}:2/${n} action=mark-connection new-connection-mark=c${n + 1}`,
  );
const leads = [1, 2].map(
  n =>
    `add chain=prerouting in-interface=ether4 connection-mark=c${n} action=mark-routing new-routing-mark=to${n}`,
);
const byInterface = ['ether4', 'ether5'].map(
  (name, n) =>
    `add chain=prerouting in-interface=${name} connection-mark=no-mark action=mark-connection new-connection-mark=c${n + 1}`,
);

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
});
afterAll(() => bench.close());

const text = mangle(...choose('both-addresses'), ...leads);
const shots = [1, 2, 3, 4, 5].flatMap((id, i) =>
  [1, 2, 3].map(n => ({
    id: id * 10 + n,
    packet: makePacket({
      in: 'ether4',
      src: toIpv4(`192.168.0.${10 + i}`),
      dst: toIpv4('8.8.8.8'),
      protocol: 'udp',
      srcPort: 40_000,
      dstPort: 53,
    }),
  })),
);

it.each([
  ['a hash', text, false],
  ['a hash, every packet asked', text, true],
  ['interfaces', mangle(...byInterface, ...leads), false],
])('marks by %s: bits that are not ours stay in packets and connections', (_, config, plain) => {
  const { router } = readRouterOs(base + config, { file: 'case.rsc', dialect: 'v7' });
  const { world, rib } = situationOf(router, assumedWorld(router, {}), []);
  bench.reset();
  bench.load(router, rib, world, { seed, plain });
  bench.alsoLoad(others);
  const seen = bench.fire(shots);
  const ways = new Set([...seen.values()].map(({ out }) => out));
  expect(bench.counted('others', 'both')).toBe(shots.length);
  expect(bench.counted('others', 'neither')).toBe(0);
  // Marked by us all the same: the line is not that of main for all.
  expect([...ways].every(way => way === 'ether1' || way === 'ether2')).toBe(true);
  if (config === text) expect(ways.size).toBe(2);
});
