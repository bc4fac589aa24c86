import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { end, monotonicMs, packagePath, run, sleep, spawnIn } from '../sys/index.ts';
import { connectControl } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';

const text = `
/ip address add address=192.168.0.1/24 interface=ether4
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether2 default-route-distance=2
/ip dhcp-server add name=lan interface=ether4 address-pool=lan
/ip pool add name=lan ranges=192.168.0.100-192.168.0.199
/ip dhcp-server network add address=192.168.0.0/24 gateway=192.168.0.1
/ip firewall filter add chain=forward action=drop protocol=udp dst-port=445
/ip firewall nat add chain=srcnat action=masquerade out-interface=ether1
`;

let bench: GatewayBench;
let asFound: string;
let started: Started | undefined;

interface Started {
  readonly child: ChildProcess;
  /** Everything it has said. */
  said(): string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

beforeAll(async () => {
  bench = await gatewayBench();
  asFound = bench.dump();
});

afterAll(async () => {
  if (started) await end(started.child, 5000);
  await bench?.down();
});

const state = (): string => join(bench.stateDir, 'state');

/** `jalur run`, as a user starts it. */
function start(): Started {
  const argv = [process.execPath, packagePath('bin/jalur'), 'run', bench.config(text), '--state', state()];
  const child = spawnIn(bench.router, argv);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (said += String(part)));
  started = {
    child,
    said: () => said,
    ended: new Promise(resolve => child.once('exit', (code, signal) => resolve(code ?? signal))),
  };
  return started;
}

async function ready(gateway: Started): Promise<void> {
  while (!/ready after[\s\S]*leased/.test(gateway.said())) {
    if (gateway.child.exitCode !== null) throw new Error(gateway.said());
    await sleep(10);
  }
}

const listening = (): string => run(['ss', '-Hltn'], { ns: bench.router }).stdout;

it('SIGUSR1, SIGUSR2, SIGPIPE → it goes on, and opens no debugger', async () => {
  const gateway = start();
  await ready(gateway);
  const before = listening();
  for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGPIPE'] as const) gateway.child.kill(signal);
  const client = await connectControl(state());
  expect(await client.request('status')).toMatchObject({ pid: gateway.child.pid, conditions: [] });
  client.close();
  expect(listening()).toBe(before);
  expect(gateway.said()).not.toContain('Debugger');
});

it.each(['SIGQUIT', 'SIGTERM', 'SIGINT'] as const)(
  '%s → everything is put back, exit code 0',
  async signal => {
    const gateway = started && started.child.exitCode === null ? started : start();
    await ready(gateway);
    expect(bench.dump()).not.toBe(asFound);
    gateway.child.kill(signal);
    expect(await gateway.ended).toBe(0);
    expect(bench.dump()).toBe(asFound);
  },
);

it('SIGINT again and again while it is ending → it says so, and puts everything back', async () => {
  const gateway = start();
  await ready(gateway);
  const again = setInterval(() => gateway.child.kill('SIGINT'), 2);
  const code = await gateway.ended;
  clearInterval(again);
  // At the very end, with everything done, Node gives its signals back before it exits.
  expect([0, 'SIGINT']).toContain(code);
  expect(gateway.said()).toContain('it is ending');
  expect(bench.dump()).toBe(asFound);
});

it('SIGTERM at any moment of its start → nothing of it stays', async () => {
  const codes: unknown[] = [];
  const sinceMs = monotonicMs();
  await ready(start());
  const takesMs = monotonicMs() - sinceMs;
  if (started) await end(started.child, 5000);
  for (const share of [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 1, 1.2]) {
    const gateway = start();
    const afterMs = share * takesMs;
    await sleep(afterMs);
    gateway.child.kill('SIGTERM');
    codes.push(await gateway.ended);
    expect([share, bench.dump()]).toEqual([share, asFound]);
  }
  // Before it has taken over its signals nothing was changed; from then on it ends in order.
  expect(codes.filter(code => code !== 0 && code !== 'SIGTERM')).toEqual([]);
  expect(codes).toContain(0);
});

it('SIGUSR1 before its code is loaded → no debugger', async () => {
  const gateway = start();
  for (let i = 0; i < 40; i++) {
    await sleep(10);
    gateway.child.kill('SIGUSR1');
  }
  gateway.child.kill('SIGTERM');
  await gateway.ended;
  expect(gateway.said()).not.toContain('Debugger');
});
