import { describe, expect, it } from 'vitest';
import { type Connection, inverse, type Tuple } from './connection.ts';
import { ConnectionTable } from './connection-table.ts';

const tuple = (srcPort: number, parts: Partial<Tuple> = {}): Tuple => ({
  src: 0xc0a8000a,
  dst: 0x08080808,
  protocol: 6,
  srcPort,
  dstPort: 443,
  ...parts,
});

function filled(capacity: number | undefined, ...ports: readonly number[]) {
  const table = new ConnectionTable(capacity);
  const connections = ports.map(port => {
    const connection = table.create(tuple(port));
    table.confirm(connection);
    return connection;
  });
  return { table, connections };
}

const portsOf = (connections: readonly Connection[]) => connections.map(({ original }) => original.srcPort);

describe('ConnectionTable', () => {
  it('a connection → found from either side once it is confirmed, and not before', () => {
    const table = new ConnectionTable();
    const one = table.create(tuple(1));
    expect([table.byOriginal(tuple(1)), table.byReply(inverse(tuple(1))), table.size]).toEqual([
      undefined,
      undefined,
      0,
    ]);
    table.confirm(one);
    expect(table.byOriginal(tuple(1))).toBe(one);
    expect(table.byReply(inverse(tuple(1)))).toBe(one);
    expect([one.confirmed, table.size, one.id]).toEqual([true, 1, 1]);
  });

  it.each<[string, Partial<Tuple>]>([
    ['source', { src: 1 }],
    ['destination', { dst: 1 }],
    ['protocol', { protocol: 17 }],
    ['source port', { srcPort: 2 }],
    ['destination port', { dstPort: 444 }],
  ])('another %s → another connection', (_, parts) => {
    const { table } = filled(undefined, 1);
    expect(table.byOriginal(tuple(1, parts))).toBeUndefined();
    expect(table.byReply(inverse(tuple(1, parts)))).toBeUndefined();
    expect(table.isTaken(tuple(1, parts))).toBe(false);
    expect([table.isTaken(tuple(1)), table.isTaken(inverse(tuple(1)))]).toEqual([true, true]);
  });

  it('full → the oldest goes', () => {
    const { table, connections } = filled(2, 1, 2, 3);
    expect([portsOf(table.all()), table.size]).toEqual([[2, 3], 2]);
    expect([connections[0]?.confirmed, table.byOriginal(tuple(1))]).toEqual([false, undefined]);
    expect(connections.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it.each([
    [1, [2, 3]],
    [2, [1, 3]],
    [3, [1, 2]],
  ])('number %i is deleted → the others stay, in order, and new ones come behind', (which, rest) => {
    const { table, connections } = filled(undefined, 1, 2, 3);
    const gone = connections[which - 1];
    if (!gone) throw new Error('there are three');
    table.delete(gone);
    table.delete(gone);
    expect([portsOf(table.all()), table.size]).toEqual([rest, 2]);
    table.confirm(table.create(tuple(4)));
    expect(portsOf(table.all())).toEqual([...rest, 4]);
    expect(rest.map(port => table.byOriginal(tuple(port))?.original.srcPort)).toEqual(rest);
  });

  it('all are deleted → empty, and filled anew', () => {
    const { table, connections } = filled(undefined, 1, 2);
    for (const one of connections) table.delete(one);
    expect([table.all(), table.size, table.byReply(inverse(tuple(2)))]).toEqual([[], 0, undefined]);
    table.confirm(table.create(tuple(5)));
    expect(portsOf(table.all())).toEqual([5]);
  });

  it('like tuples → the newest is found, then the one before, in whatever order they go', () => {
    for (const first of [0, 1, 2]) {
      const { table, connections } = filled(undefined, 7, 7, 7);
      const gone = connections[first];
      if (!gone) throw new Error('there are three');
      expect(table.byOriginal(tuple(7))).toBe(connections[2]);
      table.delete(gone);
      const left = connections.filter(one => one !== gone).reverse();
      expect(table.byOriginal(tuple(7))).toBe(left[0]);
      expect(table.byReply(inverse(tuple(7)))).toBe(left[0]);
      if (left[0]) table.delete(left[0]);
      expect(table.byOriginal(tuple(7))).toBe(left[1]);
      expect(table.byReply(inverse(tuple(7)))).toBe(left[1]);
    }
  });
});
