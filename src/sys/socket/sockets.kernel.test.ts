import type { Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createHttpServer, get } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  allowPing,
  icmpSocket,
  inNamespace,
  listenOn,
  type Namespace,
  privateNamespace,
  readSysctl,
  run,
  tcpConnect,
  tcpListen,
  udpSocket,
  writeSysctl,
} from '../index.ts';

/** Two namespaces and two parallel cables, so that mark and device really decide which one a packet takes. */
let here: Namespace;
let there: Namespace;
const closing: (() => void)[] = [];

beforeEach(() => {
  [here, there] = [privateNamespace('here'), privateNamespace('there')];
  const peer = `/proc/${process.pid}/fd/${there.fd}`;
  const lines = [1, 2].flatMap(i => [
    `link add w${i} type veth peer name p${i} netns ${peer}`,
    `addr add 10.${i}.0.2/24 dev w${i}`,
    `link set w${i} up`,
    `route add default via 10.${i}.0.1 table 10${i}`,
    `rule add fwmark ${i} lookup 10${i} pref 10${i}`,
  ]);
  run(['ip', '-batch', '-'], { ns: here, input: ['link set lo up', ...lines].join('\n') });
  const far = [1, 2].flatMap(i => [`addr add 10.${i}.0.1/24 dev p${i}`, `link set p${i} up`]);
  const input = ['link set lo up', 'addr add 9.9.9.9/32 dev lo', ...far].join('\n');
  run(['ip', '-batch', '-'], { ns: there, input });
  for (const ns of [here, there]) writeSysctl('net.ipv4.conf.all.rp_filter', '0', ns);
});

afterEach(() => {
  for (const close of closing.splice(0)) close();
  for (const ns of [here, there]) ns.close();
});

const kept = <T extends { close(): unknown } | Socket>(socket: T): T => {
  closing.push(() => ('destroy' in socket ? socket.destroy() : socket.close()));
  return socket;
};

const answer = async (socket: DatagramSocket): Promise<string> => {
  const [message] = (await once(socket, 'message')) as [Buffer];
  return message.toString('latin1');
};

describe('sockets born in a namespace', () => {
  it('UDP leaves by mark and by device', async () => {
    const server = kept(udpSocket({ ns: there, port: 53 }));
    server.on('message', (_, from) => server.send(from.address, from.port, from.address));
    const ask = (socket: DatagramSocket): Promise<string> => {
      socket.send('?', 53, '9.9.9.9');
      return answer(kept(socket));
    };
    expect(await ask(udpSocket({ ns: here, mark: 1 }))).toBe('10.1.0.2');
    expect(await ask(udpSocket({ ns: here, mark: 2 }))).toBe('10.2.0.2');
    run(['ip', 'route', 'add', 'default', 'dev', 'w1', 'via', '10.1.0.1'], { ns: here });
    run(['ip', 'route', 'add', 'default', 'dev', 'w2', 'via', '10.2.0.1', 'metric', '2'], { ns: here });
    expect(await ask(udpSocket({ ns: here, device: 'w2' }))).toBe('10.2.0.2');
  });

  it('ICMP is refused with advice, then allowed, and answers', async () => {
    expect(() => icmpSocket({ ns: here })).toThrow(
      expect.objectContaining({ next: expect.stringContaining('allowPing') }),
    );
    allowPing(here);
    expect(readSysctl('net.ipv4.ping_group_range', here)).toBe('0 0');
    const socket = kept(icmpSocket({ ns: here, mark: 2 }));
    const echo = Buffer.from([8, 0, 0, 0, 0, 0, 0, 7, 0x6a]);
    socket.send(echo, 1, '9.9.9.9');
    const reply = await answer(socket);
    expect([reply.charCodeAt(0), reply.charCodeAt(7), reply.slice(8)]).toEqual([0, 7, 'j']);
  });

  it('TCP connects from a chosen port with a chosen congestion control, and reports a refusal', async () => {
    const server = kept(tcpListen({ ns: there, address: '9.9.9.9', port: 80, congestion: 'reno' }));
    server.on('connection', peer => peer.end(`${peer.remoteAddress}:${peer.remotePort}`));
    await once(server, 'listening');
    const place = { ns: here, address: '9.9.9.9', port: 80, congestion: 'cubic' } as const;
    const socket = kept(tcpConnect({ ...place, mark: 1, localPort: 4000 }));
    expect(String((await once(socket, 'data'))[0])).toBe('10.1.0.2:4000');
    const refused = kept(tcpConnect({ ...place, mark: 2, port: 81 }));
    expect(await once(refused, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }]);
    const lost = kept(tcpConnect({ ...place, mark: 3 }));
    expect(await once(lost, 'error')).toMatchObject([{ code: 'ENETUNREACH' }]);
  });

  it('HTTP is served in one namespace only and asked for from the other', async () => {
    const app = createHttpServer((_, reply) => reply.end('hello'));
    const server = kept(listenOn(app, { ns: there, port: 8080 }));
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const way = { ns: here, address: '9.9.9.9', port } as const;
    const response = await new Promise<string>((resolve, reject) => {
      const createConnection = (): Socket => kept(tcpConnect({ ...way, mark: 2 }));
      get({ createConnection }, reply => {
        reply.on('data', data => resolve(String(data)));
      }).on('error', reject);
    });
    expect(response).toBe('hello');
    const outside = kept(tcpConnect({ ...way, address: '127.0.0.1' }));
    expect(await once(outside, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }]);
  });

  it('says what it could not do', () => {
    expect(() => udpSocket({ ns: here, address: '10.9.9.9', port: 1 })).toThrow(
      'bind to 10.9.9.9:1: EADDRNOTAVAIL',
    );
    expect(() => udpSocket({ ns: here, device: 'nope' })).toThrow('bind a socket to nope: ENODEV');
    expect(inNamespace(here, () => readSysctl('net.ipv4.conf.nope.forwarding'))).toBeUndefined();
    expect(() => writeSysctl('net.ipv4.conf.nope.forwarding', '1', here)).toThrow('no such setting');
  });
});
