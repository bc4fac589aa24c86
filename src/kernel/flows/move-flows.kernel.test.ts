import { afterAll, beforeAll, expect, it } from 'vitest';
import { printIpv4 } from '../../net/index.ts';
import { createNamespace, deleteNamespace, type Namespace } from '../../sys/index.ts';
import {
  createConnection,
  dumpConnections,
  family,
  flowSlices,
  type NetlinkSocket,
  openNetlink,
} from '../netlink/index.ts';
import { moveFlows } from './move-flows.ts';

const count = 20_000;
const first = 0x0a000000;
const [dead, alive] = [0x02000001, 0x01000001];
const mask = 0x3f000000;
let ns: Namespace;
let socket: NetlinkSocket;

/** Half of them by the line that dies. */
beforeAll(() => {
  ns = createNamespace(`flows-${process.pid}`);
  socket = openNetlink(family.NETFILTER, ns);
  for (let i = 0; i < count; i++) {
    const [source, destination] = [printIpv4(first + i), '203.0.113.1'] as const;
    const reply = {
      ...{ source: destination, destination: source },
      ...{ sourcePort: 53, destinationPort: 1000 },
    };
    const ends = { source, destination, sourcePort: 1000, destinationPort: 53, reply };
    createConnection(socket, { protocol: 17, ...ends, mark: i % 2 === 0 ? dead : alive }, 600);
  }
});

afterAll(() => {
  socket?.close();
  ns?.close();
  deleteNamespace(`flows-${process.pid}`);
});

it('connections of one protocol → the kernel lists these alone', () => {
  const listed = (protocol: number) =>
    [...flowSlices(socket, { mark: dead & mask, mask, protocol })].flat().length;
  expect([listed(17), listed(6)]).toEqual([count / 2, 0]);
});

it('many connections → those of the line are forgotten, no other; others have their turn meanwhile', async () => {
  let turns = 0;
  let isDone = false;
  const tick = (): void => {
    turns += 1;
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  const moved = await moveFlows([{ mark: dead & mask, mask }], { ns, mark: 0 });
  isDone = true;
  expect(moved).toEqual({ poked: 0, forgotten: count / 2 });
  const marks = dumpConnections(socket).map(({ mark }) => mark);
  expect([marks.length, new Set(marks)]).toEqual([count / 2, new Set([alive])]);
  expect(turns).toBeGreaterThan(5);
});

it('a line without connections → nothing happens', async () => {
  expect(await moveFlows([{ mark: 0x05000000, mask }], { ns, mark: 0 })).toEqual({ poked: 0, forgotten: 0 });
  expect(dumpConnections(socket).length).toBe(count / 2);
});
