import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNamespace, deleteNamespace, type Namespace, run } from '../../sys/index.ts';
import { createConnection } from '../netlink/conntrack.ts';
import { family, type NetlinkSocket, openNetlink } from '../netlink/socket.ts';
import { connectionLister } from './lister.ts';
import { readTracked } from './reader.ts';
import type { TrackedQuery } from './tracked.ts';

// Connections as this kernel encodes them: some that were entered by hand, and one that is really there.

let ns: Namespace;
let socket: NetlinkSocket;

beforeAll(() => {
  ns = createNamespace(`tracked-${process.pid}`);
  socket = openNetlink(family.NETFILTER, ns);
  run(['ip', 'link', 'set', 'dev', 'lo', 'up'], { ns });
  for (let i = 0; i < 3000; i++) {
    const [client, port] = [`192.168.${i >> 8}.${i & 255}` as const, 1024 + i];
    const ends = { source: client, destination: '8.8.8.8', sourcePort: port, destinationPort: 53 } as const;
    const reply = {
      source: '8.8.8.8',
      destination: '10.10.10.2',
      sourcePort: 53,
      destinationPort: port,
    } as const;
    createConnection(socket, { protocol: 17, ...ends, reply, mark: 1 + (i % 2) }, 600);
  }
});

afterAll(() => {
  socket?.close();
  ns?.close();
  if (ns) deleteNamespace(ns.name);
});

const query: TrackedQuery = {
  ...{ filter: {}, sort: 'order', offset: 0, limit: 50, freshMs: 0, markMask: 0xff, lines: [] },
  marks: [
    { name: 'odd', value: 2 },
    { name: 'even', value: 1 },
  ],
  addresses: [{ name: 'ether1', address: '10.10.10.2' }],
};

describe('connections', () => {
  it('thousands → each is read once, with all that the kernel says of it', () => {
    const { count, id } = readTracked(ns);
    expect(count).toBe(3000);
    expect(new Set(id.subarray(0, count)).size).toBeGreaterThan(2990);
  });

  it('asked by a thread → a page, what it stands for, and those of one client', async () => {
    const lister = connectionLister(ns);
    try {
      const page = await lister.ask(query);
      expect(page).toMatchObject({
        ...{ total: 3000, tracked: 3000, byWan: { ether1: 3000 }, byMark: { odd: 1500, even: 1500 } },
      });
      expect(page.items).toHaveLength(50);
      const { items } = await lister.ask({ ...query, filter: { client: { address: '192.168.1.7' } } });
      expect(items).toMatchObject([
        {
          ...{ protocol: 'udp', state: 'unanswered', wan: 'ether1', wanBy: 'address', mark: 'odd' },
          original: { source: '192.168.1.7', sourcePort: 1287, destination: '8.8.8.8', destinationPort: 53 },
          reply: { destination: '10.10.10.2' },
        },
      ]);
      expect(items[0]?.timeoutMs).toBeGreaterThan(500_000);
      expect(items[0]?.sent).toBeUndefined();
    } finally {
      await lister.close();
    }
  });

  it('the kernel counts → bytes and packets of a real one, IPv6 too', async () => {
    run(['sysctl', '-qw', 'net.netfilter.nf_conntrack_acct=1'], { ns });
    const rules =
      'table inet t { chain c { type filter hook output priority 0; ct state established accept; }; }';
    run(['nft', '-f', '-'], { ns, input: rules });
    for (const host of ['127.0.0.1', '::1']) run(['ping', '-c', '2', '-i', '0.2', host], { ns });
    const lister = connectionLister(ns);
    try {
      const { items } = await lister.ask({ ...query, filter: { text: 'icmp' } });
      expect(items.map(({ protocol }) => protocol).sort()).toEqual(['icmp', 'ipv6-icmp']);
      for (const one of items)
        expect(one).toMatchObject({ state: 'answered', sent: { packets: 2 }, received: { packets: 2 } });
      expect(items.map(({ original }) => original.destination).sort()).toEqual(['127.0.0.1', '::1']);
    } finally {
      await lister.close();
    }
  });
});
