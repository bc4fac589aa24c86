import { afterAll, beforeAll, expect, it } from 'vitest';
import { threeLines } from '../../src/compile/testing/index.ts';
import type { Fault } from '../../src/rib/index.ts';
import { readRouterOs } from '../../src/rsc/index.ts';
import { makePacket, type Packet } from '../../src/walk/index.ts';
import { outcomeText } from './subject.ts';
import { KernelSubject } from './subject-kernel.ts';
import { WalkSubject } from './subject-walk.ts';

let kernel: KernelSubject;
const walker = new WalkSubject('linux', { shares: true });
const { router } = readRouterOs(threeLines, { file: 'three.rsc' });

beforeAll(() => {
  kernel = new KernelSubject({ shares: true });
});
afterAll(() => kernel.close());

/** Connections of 40 clients to hosts of the Internet, none of them seen before. */
const opened = (from: number): Packet[] =>
  Array.from({ length: 400 }, (_, i) =>
    makePacket({
      ...{ in: 'ether4', src: `192.168.0.${10 + (i % 40)}`, dst: `8.${i % 7}.${from}.${i % 250}` },
      ...{ protocol: i % 2 === 0 ? 'tcp' : 'udp', srcPort: 40_000 + i, dstPort: 443 },
    } as Parameters<typeof makePacket>[0]),
  );

const same = (packets: readonly Packet[]): void => {
  const [seen, walked] = [kernel.sendAll(packets), packets.map(one => walker.send(one))];
  expect(seen.map(({ outcome }) => outcomeText(outcome))).toEqual(
    walked.map(({ outcome }) => outcomeText(outcome)),
  );
  expect(new Set(walked.map(({ outcome }) => outcome.kind))).toEqual(new Set(['left']));
};

const states: readonly (readonly [string, readonly Fault[]])[] = [
  ['all lines live', []],
  ['one is unplugged', [{ kind: 'unplugged', interface: 'ether2' }]],
  ['another one', [{ kind: 'unplugged', interface: 'ether1' }]],
  ['all live again', []],
];

it('400 new connections in each state of the lines → the bucket and the line that the walk says', () => {
  kernel.load(router, []);
  walker.load(router, []);
  states.forEach(([, faults], from) => {
    kernel.change(faults);
    walker.change(faults);
    same(opened(from));
  });
});

it('a line dies and returns → known connections go by the same marks as before', () => {
  const packets = opened(9);
  same(packets);
  kernel.change([{ kind: 'unplugged', interface: 'ether3' }]);
  walker.change([{ kind: 'unplugged', interface: 'ether3' }]);
  kernel.change([]);
  walker.change([]);
  same(packets.filter(({ protocol }) => protocol === 17));
});
