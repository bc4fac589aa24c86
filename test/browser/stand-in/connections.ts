import type { Schemas } from '../../../src/web/api/index.ts';
import type { Answers } from './answers.ts';
import { ago } from './scene.ts';

type Connection = Schemas['Connection'];

const servers = ['142.250.4.100', '104.16.132.229', '151.101.1.140', '203.0.113.200'];
const wans = ['ether1', 'ether2'];

/** The same connection for the same number. */
function connection(index: number): Connection {
  const server = servers[index % servers.length] ?? '';
  const client = `192.168.88.${20 + (index % 180)}`;
  const wan = wans[index % 5 === 0 ? 1 : 0] ?? '';
  const [udp, port] = [index % 3 === 0, 20_000 + (index % 40_000)];
  const destination = { address: server, port: udp ? 53 : 443 };
  return {
    ...{ id: String(index), protocol: udp ? 'udp' : 'tcp', source: { address: client, port }, destination },
    ...{ replySource: destination, replyDestination: { address: '203.0.113.9', port } },
    ...{
      wan,
      wanBy: 'line',
      mark: wan === 'ether1' ? 'ISP1_conn' : 'ISP2_conn',
      markValue: 1,
      flags: 'SACs',
    },
    ...(udp ? {} : { state: 'established' }),
    timeoutMs: udp ? 28_000 : 86_389_000,
    original: { bytes: 5312 + index * 7, packets: 40, bitsPerSecond: (index * 7919) % 90_000 },
    reply: { bytes: 88_123 + index * 31, packets: 90, bitsPerSecond: (index * 104_729) % 2_400_000 },
  };
}

export const connections: Answers = {
  getConnections: ({ scene, query }) => {
    const [limit, from] = [Number(query.get('limit') ?? 200), Number(query.get('cursor') ?? 0)];
    const q = query.get('q') ?? '';
    const wan = query.get('wan');
    const all = Array.from({ length: scene.connections }, (_, index) => index);
    const wanted =
      q === '' && !wan
        ? all
        : all.filter(index => {
            const one = connection(index);
            return (!wan || one.wan === wan) && `${one.source.address}:${one.source.port}`.includes(q);
          });
    const items = wanted.slice(from, from + limit).map(connection);
    const next = from + limit < wanted.length ? { next: String(from + limit) } : {};
    return {
      answer: {
        at: ago(0),
        total: wanted.length,
        items,
        ...next,
        tracked: scene.connections,
        accounting: true,
        byWan: {},
        byMark: {},
      },
    };
  },
};
