import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { commandLineOf, end, entryPoint, processesIn, run, spawnIn } from '../sys/index.ts';
import { type ControlClient, connectControl, controlClient, type GatewayEvent } from './index.ts';
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
  readonly client: ControlClient;
  until(fits: (event: GatewayEvent) => boolean): Promise<GatewayEvent>;
  readonly ended: Promise<number | null>;
}

let bench: GatewayBench;
let asFound: string;
let running: Started | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  asFound = bench.dump();
});

/** A test that failed leaves no gateway in the way of the next one. */
afterEach(async () => {
  if (running) await end(running.child);
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
    '--control-fd',
    '3',
    ...more,
  ];
  const child = spawnIn(bench.router, argv, { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] });
  const client = controlClient(child.stdio[3] as unknown as Duplex);
  const heard: GatewayEvent[] = [];
  const lookers = new Set<() => void>();
  client.on(event => {
    heard.push(event);
    for (const look of [...lookers]) look();
  });
  running = {
    child,
    client,
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
    ended: new Promise(resolve => child.once('exit', resolve)),
  };
  return running;
}

/** Both leases are in the routes. */
async function leased(gateway: Started): Promise<void> {
  for (const name of ['ether1', 'ether2']) {
    await gateway.until(event => event.type === 'lease' && event.interface === name);
  }
  await gateway.until(event => event.type === 'routes-changed' && event.active.length > 0);
}

it('gateway process: asked over the inherited connection → answers, then stops and puts everything back', async () => {
  const { client, ...gateway } = start();
  await leased({ client, ...gateway });
  expect(await client.request('settled')).toEqual({});
  expect((await client.request('routes')).differences).toEqual([]);
  expect((await client.request('status')).conditions).toEqual([]);
  expect((await client.request('counters')).rules.length).toBeGreaterThan(0);
  expect(await client.request('stop')).toEqual({ undone: true });
  expect(await gateway.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
  expect(existsSync(join(bench.stateDir, 'world.json'))).toBe(false);
});

it('gateway process: clients of its socket ask, subscribe, send nonsense and vanish → it goes on', async () => {
  const gateway = start();
  await leased(gateway);
  const path = join(bench.stateDir, 'control.sock');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const client = await connectControl(bench.stateDir);
  await client.request('subscribe');
  // Of what it has done until now it may still say something.
  const heard = new Promise<GatewayEvent>(resolve =>
    client.on(event => event.type === 'link' && resolve(event)),
  );
  const rude = connect(path);
  rude.end('no JSON\n{"v":1,"id":3,"type":"routes"}\n');
  rude.on('data', () => rude.destroy());
  bench.plug(1, false);
  expect(await heard).toMatchObject({ type: 'link', interface: 'ether2', running: false });
  bench.plug(1, true);
  client.close();
  expect((await gateway.client.request('status')).conditions).toEqual([]);
  await gateway.client.request('stop');
  expect(await gateway.ended).toBe(0);
});

it('gateway process: another is started beside it → refused, the first goes on', async () => {
  const first = start();
  await leased(first);
  await first.client.request('settled');
  const before = bench.dump();
  const second = start();
  expect(await second.ended).toBe(2);
  expect(bench.dump()).toBe(before);
  await first.client.request('stop');
  expect(await first.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
});

it('gateway process: its parent is gone → puts everything back', async () => {
  const gateway = start();
  await leased(gateway);
  expect(bench.dump()).not.toBe(asFound);
  gateway.client.close();
  expect(await gateway.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
});

it('gateway process: the one before was killed → takes over, keeps its seed, undoes all of it', async () => {
  const killed = start('--seed', '12345');
  await leased(killed);
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(bench.dump()).not.toBe(asFound);
  const heir = start();
  await heir.until(({ type }) => type === 'ready');
  await heir.client.request('settled');
  expect(await heir.client.request('status')).toMatchObject({ seed: 12_345, conditions: [] });
  heir.child.kill('SIGTERM');
  expect(await heir.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
});

const silence =
  'table netdev silent { chain in { type filter hook ingress device "cpe" priority 0; udp dport 67 drop; }; }';

it('gateway process: killed while its client had no answer yet → the next one asks again, and its lease goes on', async () => {
  const killed = start();
  await leased(killed);
  await killed.client.request('settled');
  const [isp] = bench.isps;
  run(['nft', '-f', '-'], { ns: isp, input: silence });
  const client = processesIn([bench.router]).find(pid => commandLineOf(pid).join(' ').includes('-i ether1'));
  process.kill(client ?? 0, 'SIGUSR1');
  killed.child.kill('SIGKILL');
  await killed.ended;
  const heir = start();
  await heir.until(({ type }) => type === 'ready');
  const voice = join(bench.stateDir, 'dhcp-clients', 'ether1');
  // It was asked twice, so it begins anew.
  await vi.waitFor(() => expect(readFileSync(voice, 'utf8')).toContain('event=deconfig'), {
    timeout: 20_000,
  });
  run(['nft', 'delete', 'table', 'netdev', 'silent'], { ns: isp });
  await vi.waitFor(() => expect(readFileSync(voice, 'utf8')).toContain('event=bound'), { timeout: 20_000 });
  await heir.client.request('settled');
  expect((await heir.client.request('events')).events.map(({ event }) => event.type)).not.toContain(
    'problem',
  );
  expect((await heir.client.request('status')).world.leases).toHaveProperty('ether1');
  await heir.client.request('stop');
  expect(await heir.ended).toBe(0);
  expect(bench.dump()).toBe(asFound);
});

it('gateway process: started with --leave → leaves everything in place', async () => {
  const gateway = start('--leave');
  await leased(gateway);
  gateway.child.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
  expect(bench.dump()).toContain('table inet jalur');
});
