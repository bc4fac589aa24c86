import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNetlinkPort } from '../../../kernel/index.ts';
import type { Lease } from '../../../rib/index.ts';
import { type Namespace, privateNamespace, udpSocket } from '../../../sys/index.ts';
import { keepLease } from './client.ts';

const mac = '02:4a:4c:00:01:90';
const types = { 1: 'discover', 3: 'request' } as Readonly<Record<number, string>>;
let spaces: Namespace[];
let ends: (() => void)[];

beforeEach(() => {
  spaces = [privateNamespace('lab-client'), privateNamespace('lab-server')];
  ends = [];
  const [client, server] = spaces as [Namespace, Namespace];
  const port = openNetlinkPort(client);
  port.createLink({
    kind: 'veth',
    name: 'eth0',
    index: 10,
    mac,
    peer: { name: 'lan', index: 20, ns: server.fd },
  });
  port.changeLink('eth0', { up: true });
  port.close();
  const other = openNetlinkPort(server);
  other.changeLink('lan', { up: true });
  other.addAddress({ interface: 'lan', address: { address: '192.168.0.1', length: 24 }, protocol: 0 });
  other.close();
});

afterEach(() => {
  for (const end of ends) end();
  for (const ns of spaces) ns.close();
});

/** Answers each question with what `decide` says, as `type` (2 offer, 5 ack, 6 nak) and last octet; undefined: silence. */
function serve(decide: (asked: string, count: number) => readonly [number, number] | undefined): string[] {
  const asked: string[] = [];
  const socket = udpSocket({ ns: spaces[1], device: 'lan', port: 67, broadcast: true });
  socket.on('message', question => {
    const wanted = types[question[242] ?? 0] ?? '';
    asked.push(wanted);
    const [type, octet] = decide(wanted, asked.length) ?? [];
    if (type === undefined || octet === undefined) return;
    const answer = Buffer.alloc(240);
    question.copy(answer, 4, 4, 8);
    answer.set([2, 1, 6]);
    answer.set([192, 168, 0, octet], 16);
    answer.writeUInt32BE(0x63825363, 236);
    const options = [53, 1, type, 1, 4, 255, 255, 255, 0, 54, 4, 192, 168, 0, 1, 51, 4, 0, 0, 0, 1, 255];
    socket.send(Buffer.concat([answer, Buffer.from(options)]), 68, '255.255.255.255');
  });
  ends.push(() => socket.close());
  return asked;
}

function leases(count: number): Promise<readonly string[]> {
  const leases: Lease[] = [];
  return new Promise(resolve => {
    const machine = { ns: spaces[0] as Namespace, interface: 'eth0', mac, hostname: 'c1' };
    const end = keepLease(machine, lease => {
      leases.push(lease);
      if (leases.length === count) resolve(leases.map(({ address }) => address.address));
    });
    ends.push(end);
  });
}

describe('keepLease', () => {
  it('finds a server, takes its offer and renews what it holds', async () => {
    const asked = serve(type => (type === 'discover' ? [2, 147] : [5, 147]));
    expect(await leases(2)).toEqual(['192.168.0.147', '192.168.0.147']);
    expect(asked).toEqual(['discover', 'request', 'request']);
  });

  it('asks again when no answer comes', async () => {
    const asked = serve((type, count) => (count === 1 ? undefined : type === 'discover' ? [2, 9] : [5, 9]));
    expect(await leases(1)).toEqual(['192.168.0.9']);
    expect(asked.slice(0, 3)).toEqual(['discover', 'discover', 'request']);
  });

  it('begins again when it is refused', async () => {
    const asked = serve((type, count) => {
      if (type === 'discover') return count === 1 ? [2, 8] : [2, 9];
      return count === 2 ? [6, 0] : [5, 9];
    });
    expect(await leases(1)).toEqual(['192.168.0.9']);
    expect(asked.slice(0, 4)).toEqual(['discover', 'request', 'discover', 'request']);
  });
});
