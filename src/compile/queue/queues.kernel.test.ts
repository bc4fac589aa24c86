import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Program } from '../../linux/index.ts';
import { makeQueueType, makeSimpleQueue, type SimpleQueue } from '../../model/index.ts';
import { computeRib } from '../../rib/index.ts';
import { type Namespace, privateNamespace, run, tcpConnect, tcpListen } from '../../sys/index.ts';
import { compileLinux } from '../compile.ts';
import { firewall, paperRouter, paperWorld } from '../testing/index.ts';

/** client 192.168.0.2 – ether4 router ether1 – server 10.10.10.1 */
let router: Namespace;
let client: Namespace;
let server: Namespace;

beforeEach(() => {
  [router, client, server] = ['router', 'client', 'server'].map(name =>
    privateNamespace(`queue-${name}`),
  ) as [Namespace, Namespace, Namespace];
  cable('ether4', client, '192.168.0.1/24', '192.168.0.2/24');
  cable('ether1', server, '10.10.10.254/24', '10.10.10.1/24');
  batch(router, ['link add ether2 type veth peer name spare', 'link set dev ether2 up']);
  run(['sysctl', '-qw', 'net.ipv4.ip_forward=1'], { ns: router });
  batch(client, ['route add default via 192.168.0.1']);
  batch(server, ['route add default via 10.10.10.254']);
});

afterEach(() => {
  for (const ns of [router, client, server]) ns.close();
});

const batch = (ns: Namespace, lines: readonly string[]) =>
  run(['ip', '-batch', '-'], { ns, input: lines.join('\n') });

function cable(name: string, far: Namespace, here: string, there: string): void {
  const peer = `/proc/${process.pid}/fd/${far.fd}`;
  const up = [`addr add ${here} dev ${name}`, `link set dev ${name} up`];
  batch(router, [`link add ${name} type veth peer name eth0 netns ${peer}`, ...up]);
  batch(far, [`addr add ${there} dev eth0`, 'link set dev eth0 up']);
}

function apply(simpleQueues: readonly SimpleQueue[]): Program {
  const queueTypes = [
    makeQueueType({ name: 'short', kind: 'pfifo', properties: { 'pfifo-limit': '3' } }),
    makeQueueType({ name: 'bytes', kind: 'bfifo', properties: { 'bfifo-limit': '20KiB' } }),
  ];
  const text = paperRouter({ simpleQueues, queueTypes, firewall: firewall([]), dhcpClients: [] });
  const world = paperWorld();
  const { program, diagnostics } = compileLinux(text, computeRib(text, world), world, { seed: 1 });
  expect(diagnostics).toEqual([]);
  for (const { name, kind } of program.devices) {
    batch(router, [`link add dev ${name} type ${kind}`, `link set dev ${name} up`]);
  }
  for (const { kind, device, argv } of program.tc) {
    run(['tc', kind, 'add', 'dev', device, ...argv], { ns: router });
  }
  run(['nft', '-f', '-'], { ns: router, input: program.nft.text });
  return program;
}

const ping = (from: Namespace, to: string, count = 3) =>
  run(['ping', '-q', '-c', `${count}`, '-i', '0.01', '-W', '5', to], { ns: from });

/** Packets that left through each line, by its handle: the line below class 1:2 has handle 8002. */
function passed(): Record<string, number> {
  const text = run(['tc', '-s', '-j', 'qdisc', 'show', 'dev', 'jalur-queue'], { ns: router }).stdout;
  const rows = JSON.parse(text) as { kind: string; handle: string; packets: number }[];
  return Object.fromEntries(rows.filter(({ kind }) => kind.endsWith('fifo')).map(r => [r.handle, r.packets]));
}

/** Bytes that wait in the first queue's upload line. */
function waiting(): number {
  const text = run(['tc', '-s', '-j', 'qdisc', 'show', 'dev', 'jalur-queue'], { ns: router }).stdout;
  const rows = JSON.parse(text) as { handle: string; backlog: number }[];
  return rows.find(({ handle }) => handle === '8002:')?.backlog ?? 0;
}

const rates = (upload: number, download: number) => ({ upload, download });

describe('simple queues on HTB behind an ifb', () => {
  it('sends what a target sends to its upload class, what it receives to its download class', () => {
    const target = [{ kind: 'address', prefix: '192.168.0.2/32' } as const];
    apply([makeSimpleQueue({ name: 'client', target, maxLimit: rates(512_000, 256_000) })]);
    ping(client, '10.10.10.1');
    expect(passed()).toEqual({ '8002:': 3, '8003:': 3 });
  });

  it('takes an interface the same way: received on it is upload', () => {
    const target = [{ kind: 'interface', interface: 'ether4' } as const];
    apply([makeSimpleQueue({ name: 'lan', target, maxLimit: rates(512_000, 256_000) })]);
    run(['ping', '-q', '-c', '2', '-i', '0.01', '10.10.10.1'], { ns: client });
    expect(passed()).toEqual({ '8002:': 2, '8003:': 2 });
    const counted = run(['nft', 'list', 'chain', 'inet', 'jalur', 'queue_postrouting'], {
      ns: router,
    }).stdout;
    expect(counted).toMatch(/iifname "ether4" counter packets 2 /);
  });

  it('gives a packet to the first queue that matches, in the order of the text', () => {
    const one = { kind: 'address', prefix: '192.168.0.2/32' } as const;
    const all = { kind: 'address', prefix: '192.168.0.0/24' } as const;
    apply([
      makeSimpleQueue({ name: 'all', target: [all], maxLimit: rates(0, 0) }),
      makeSimpleQueue({ name: 'one', target: [one], maxLimit: rates(64_000, 64_000) }),
    ]);
    ping(client, '10.10.10.1');
    expect(passed()).toEqual({ '8002:': 3, '8003:': 3, '8004:': 0, '8005:': 0 });
  });

  it('has only the lines it was given room for: a burst beyond rate and queue is dropped', () => {
    const target = [{ kind: 'interface', interface: 'ether4' } as const];
    const queue = { upload: 'short', download: 'bytes' };
    apply([makeSimpleQueue({ name: 'tight', target, maxLimit: rates(64_000, 0), queue })]);
    const flood = ['ping', '-q', '-c', '40', '-i', '0.001', '-s', '1000', '-W', '1', '10.10.10.1'];
    run(flood, { ns: client, allowFailure: true });
    const text = run(['tc', '-s', '-j', 'qdisc', 'show', 'dev', 'jalur-queue'], { ns: router }).stdout;
    const rows = JSON.parse(text) as { handle: string; drops: number }[];
    expect(rows.find(({ handle }) => handle === '8002:')?.drops).toBeGreaterThan(0);
    expect(rows.find(({ handle }) => handle === '8003:')?.drops).toBe(0);
  });

  it('cuts trains of segments before they wait: ten places are ten packets, not ten trains', async () => {
    const target = [{ kind: 'interface', interface: 'ether4' } as const];
    apply([makeSimpleQueue({ name: 'lan', target, maxLimit: rates(2_000_000, 0) })]);
    const listening = tcpListen({ ns: server, port: 5001 });
    listening.on('connection', socket => socket.resume());
    const socket = tcpConnect({ ns: client, address: '10.10.10.1', port: 5001 });
    await once(socket, 'connect');
    let open = true;
    socket.on('close', () => {
      open = false;
    });
    socket.end(Buffer.alloc(400_000));
    let longest = 0;
    while (open) {
      longest = Math.max(longest, waiting());
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    listening.close();
    expect(longest).toBeGreaterThan(1514);
    expect(longest).toBeLessThanOrEqual(10 * 1514);
  });

  it('borrows in a tree: a child below a parent that stands later in the text, and the rest of the parent', () => {
    const lan = [{ kind: 'address', prefix: '192.168.0.0/24' } as const];
    const host = [{ kind: 'address', prefix: '192.168.0.2/32' } as const];
    apply([
      makeSimpleQueue({ name: 'child', parent: 'top', target: host, limitAt: rates(64_000, 64_000) }),
      makeSimpleQueue({ name: 'top', target: lan, maxLimit: rates(1_000_000, 1_000_000) }),
    ]);
    ping(client, '10.10.10.1');
    batch(client, ['addr add 192.168.0.3/24 dev eth0']);
    run(['ping', '-q', '-c', '1', '-I', '192.168.0.3', '10.10.10.1'], { ns: client });
    expect(passed()).toEqual({ '8002:': 3, '8003:': 3, 'c004:': 1, 'c005:': 1 });
    const tree = run(['tc', 'class', 'show', 'dev', 'jalur-queue'], { ns: router }).stdout;
    expect(tree).toMatch(/class htb 1:2 parent 1:4 /);
    expect(tree).toMatch(/class htb 1:4004 parent 1:4 /);
  });
});
