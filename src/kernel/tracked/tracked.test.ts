import { describe, expect, it } from 'vitest';
import { lineMark } from '../../linux/index.ts';
import { type Columns, emptyColumns, withRoom } from './columns.ts';
import { addConnection } from './decode.ts';
import { pageOf } from './page.ts';
import { ratesBetween } from './rates.ts';
import { trackedReader } from './reader.ts';
import { payloadOf, type Sent } from './testing/payload.ts';
import type { TrackedQuery } from './tracked.ts';

function read(...sent: readonly Sent[]): Columns {
  let columns = emptyColumns(0, 0);
  for (const one of sent) {
    columns = withRoom(columns);
    addConnection(columns, payloadOf(one));
  }
  return columns;
}

const web: Sent = {
  ...{ id: 7, tcpState: 3, status: 0x19e, timeout: 431_999, mark: lineMark(2) | 1, bytes: [1500, 64_000] },
  addresses: ['192.168.88.10', '142.250.4.100', '142.250.4.100', '10.10.10.2'],
  ports: [51_000, 443, 443, 51_000],
};
const dns: Sent = {
  ...{ id: 8, protocol: 17, status: 0x8, timeout: 29 },
  addresses: ['192.168.88.11', '8.8.8.8', '8.8.8.8', '20.20.20.2'],
  ports: [5353, 53, 53, 1024],
};
const ping: Sent = {
  ...{ id: 9, protocol: 1, status: 0xe },
  addresses: ['192.168.88.10', '192.168.88.1', '192.168.88.1', '192.168.88.10'],
};
const six: Sent = {
  ...{ id: 10, status: 0xe, mark: 9 },
  addresses: ['2001:db8::5', '2001:db8:1::1', '2001:db8:1::1', '2001:db8::5'],
  ports: [4000, 22, 22, 4000],
};
const all = [web, dns, ping, six];

const query: TrackedQuery = {
  ...{ filter: {}, sort: 'order', offset: 0, limit: 100, freshMs: 0, markMask: 0xff },
  marks: [{ name: 'ISP1_conn', value: 1 }],
  lines: [
    { name: 'ether1', number: 1 },
    { name: 'ether2', number: 2 },
  ],
  addresses: [
    { name: 'ether1', address: '10.10.10.2' },
    { name: 'ether2', address: '20.20.20.2' },
  ],
};
const page = (asked: Partial<TrackedQuery> = {}, rates?: Float64Array) =>
  pageOf({ columns: read(...all), rates }, { ...query, ...asked });
const ids = (asked: Partial<TrackedQuery>): readonly number[] => page(asked).items.map(({ id }) => id);

describe('one connection', () => {
  it('TCP that was translated → both directions, state, flags, mark and the line that it carries', () => {
    expect(page().items[0]).toEqual({
      ...{ id: 7, protocol: 'tcp', state: 'established', flags: 'SACs', timeoutMs: 431_999_000 },
      original: {
        source: '192.168.88.10',
        sourcePort: 51_000,
        destination: '142.250.4.100',
        destinationPort: 443,
      },
      reply: { source: '142.250.4.100', sourcePort: 443, destination: '10.10.10.2', destinationPort: 51_000 },
      // It was translated to the address of another line than it leaves by.
      ...{ mark: 'ISP1_conn', markValue: lineMark(2) | 1, wan: 'ether2', wanBy: 'line' },
      ...{ sent: { bytes: 1500, packets: 15 }, received: { bytes: 64_000, packets: 640 } },
    });
  });

  it('no line in its mark → the WAN of its address; not counted → unknown; nobody answered → said', () => {
    expect(page().items[1]).toMatchObject({
      ...{ protocol: 'udp', state: 'unanswered', mark: '', wan: 'ether2', wanBy: 'address' },
      ...{ sent: undefined, received: undefined },
    });
  });

  it('no ports → none; no WAN → none', () => {
    const found = page().items[2];
    expect(found).toMatchObject({ protocol: 'icmp', state: 'answered', wan: undefined });
    expect(found?.original).toEqual({ source: '192.168.88.10', destination: '192.168.88.1' });
  });

  it('IPv6 → its addresses; a mark of nobody → unknown', () => {
    expect(page().items[3]).toMatchObject({
      ...{ original: { source: '2001:db8::5', destinationPort: 22 }, mark: undefined, markValue: 9 },
    });
  });

  it('one direction is missing → left out, and the next is whole', () => {
    const columns = withRoom(emptyColumns(0, 0));
    addConnection(columns, payloadOf(web).subarray(0, 60));
    addConnection(columns, payloadOf(dns));
    expect(pageOf({ columns, rates: undefined }, query).items.map(({ id }) => id)).toEqual([8]);
  });
});

describe('which', () => {
  it.each([
    ['a WAN', { wan: 'ether2' }, [7, 8]],
    ['no WAN', { wan: null }, [9, 10]],
    ['a client', { client: { address: '192.168.88.10' } }, [7, 9]],
    ['a network of clients', { client: { address: '192.168.88.0', length: 31 } }, []],
    ['a larger one', { client: { address: '192.168.88.8', length: 29 } }, [7, 8, 9]],
    ['everybody', { client: { address: '0.0.0.0', length: 0 } }, [7, 8, 9]],
    ['a port of either end', { port: 443 }, [7]],
    ['a port that a protocol without ports cannot have', { port: 0 }, []],
    ['a protocol', { protocol: 17 }, [8]],
    ['an address with its port', { text: '8.8.8.8:53' }, [8]],
    ['a part of an address after translation', { text: '10.10.10' }, [7]],
    ['a state', { text: 'ESTAB' }, [7]],
    ['a mark', { text: 'isp1' }, [7]],
    ['two things', { protocol: 6, wan: null }, [10]],
  ] as const)('%s', (_, filter, expected) => {
    expect(ids({ filter })).toEqual(expected);
  });

  it('a page → those at its place, with how many there are and by which WAN', () => {
    expect(
      page({ offset: 1, limit: 1, filter: { client: { address: '192.168.88.0', length: 24 } } }),
    ).toMatchObject({
      ...{ total: 3, tracked: 4, items: [{ id: 8 }] },
      ...{ byWan: { ether2: 2 }, byMark: { ISP1_conn: 1, '': 2 } },
    });
  });

  it('sorted → the largest first, what is not known last', () => {
    expect(ids({ sort: 'timeout' })).toEqual([7, 9, 10, 8]);
    expect(ids({ sort: 'bytes' })[0]).toBe(7);
  });
});

describe('rates', () => {
  const later = read({ ...web, bytes: [2500, 64_000] }, dns);

  it('two readings → bit/s of each direction; not counted → unknown', () => {
    const rates = ratesBetween({ columns: read(...all), atMs: 0 }, { columns: later, atMs: 2000 });
    const [first, second] = pageOf({ columns: later, rates }, query).items;
    expect([first?.sentBps, first?.receivedBps, second?.sentBps]).toEqual([4000, 0, undefined]);
  });

  it('another connection with the same number, or counts began anew → unknown', () => {
    const other = read({ ...web, ports: [1, 443, 443, 1], bytes: [9000, 9000] });
    const fewer = read({ ...web, bytes: [10, 64_000] });
    const before = { columns: read(...all), atMs: 0 };
    expect([...ratesBetween(before, { columns: other, atMs: 1000 })]).toEqual([Number.NaN, Number.NaN]);
    expect([...ratesBetween(before, { columns: fewer, atMs: 1000 })]).toEqual([Number.NaN, 0]);
  });
});

describe('readings', () => {
  it('asked again at once → the same reading; later → another, with rates; a page that follows → as it was', () => {
    let [nowMs, reads] = [0, 0];
    const reader = trackedReader(
      () => {
        reads += 1;
        return read({ ...web, bytes: [1000 * reads, 0] });
      },
      () => nowMs,
    );
    expect(reader.page(query)).toMatchObject({ ratesOverMs: undefined, items: [{ sentBps: undefined }] });
    nowMs = 400;
    reader.page(query);
    expect(reads).toBe(1);
    nowMs = 1000;
    expect(reader.page(query)).toMatchObject({ ratesOverMs: 1000, items: [{ sentBps: 8000 }] });
    nowMs = 4000;
    reader.page({ ...query, freshMs: 10_000 });
    expect(reads).toBe(2);
  });
});
