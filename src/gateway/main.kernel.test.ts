import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { end, entryPoint, spawnIn } from '../sys/index.ts';
import type { GatewayMessage, GatewayRequest } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

const text = `
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether2 default-route-distance=2
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip dns set allow-remote-requests=yes servers=1.1.1.1
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether2
`;

/** A gateway process, everything it said, and a way to wait for more. */
interface Started {
  readonly child: ChildProcess;
  readonly heard: GatewayMessage[];
  until(fits: (message: GatewayMessage) => boolean): Promise<GatewayMessage>;
  send(request: GatewayRequest): void;
  readonly ended: Promise<number | null>;
}

let bench: GatewayBench;
let asFound: string;
let running: Started | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  asFound = bench.dump();
});

afterAll(async () => {
  try {
    if (running) await end(running.child);
  } finally {
    await bench?.down();
  }
});

function start(...more: string[]): Started {
  const main = entryPoint('gateway/main.ts');
  const argv = [
    process.execPath,
    main,
    '--config',
    bench.config(text),
    '--state',
    bench.stateDir,
    '--ipc',
    ...more,
  ];
  const child = spawnIn(bench.router, argv, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const heard: GatewayMessage[] = [];
  const lookers = new Set<() => void>();
  child.on('message', (message: GatewayMessage) => {
    heard.push(message);
    for (const look of [...lookers]) look();
  });
  running = {
    child,
    heard,
    until: fits =>
      new Promise(resolve => {
        const look = (): void => {
          const found = heard.find(fits);
          if (!found) return;
          lookers.delete(look);
          resolve(found);
        };
        lookers.add(look);
        look();
      }),
    send: request => void child.send(request),
    ended: new Promise(resolve => child.once('exit', resolve)),
  };
  return running;
}

/** Both leases are in the routes. */
async function leased(gateway: Started): Promise<void> {
  for (const name of ['ether1', 'ether2']) {
    await gateway.until(message => message.type === 'lease' && message.interface === name);
  }
  await gateway.until(message => message.type === 'routes-changed' && message.active.length > 0);
}

it('answers its parent, and puts everything back when it is told to stop', async () => {
  const gateway = start();
  await leased(gateway);
  for (const [id, type] of (['routes', 'status', 'counters'] as const).entries()) gateway.send({ type, id });
  for (const [id, request] of ['routes', 'status', 'counters'].entries()) {
    const reply = await gateway.until(message => message.type === 'reply' && message.id === id);
    expect(reply).toMatchObject({ request });
  }
  gateway.send({ type: 'stop', id: 9 });
  expect(await gateway.until(message => message.type === 'reply' && message.id === 9)).toMatchObject({
    value: { undone: true },
  });
  expect(await gateway.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
});

it('puts everything back when its parent is gone', async () => {
  const gateway = start();
  await leased(gateway);
  expect(bench.dump()).not.toBe(asFound);
  gateway.child.disconnect();
  expect(await gateway.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
});

it('takes over what a killed gateway left, keeps its seed, and undoes all of it', async () => {
  const killed = start('--seed', '12345');
  await leased(killed);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(bench.dump()).not.toBe(asFound);
  const heir = start();
  await leased(heir);
  heir.send({ type: 'status', id: 1 });
  const reply = await heir.until(message => message.type === 'reply');
  expect(reply).toMatchObject({ value: { seed: 12_345, conditions: [] } });
  heir.child.kill('SIGTERM');
  expect(await heir.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
});

it('leaves everything in place when asked to', async () => {
  const gateway = start('--leave');
  await leased(gateway);
  gateway.child.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
  expect(bench.dump()).toContain('table inet jalur');
});
