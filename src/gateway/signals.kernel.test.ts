import { afterAll, beforeAll, expect, it } from 'vitest';
import { monotonicMs, run, sleep } from '../sys/index.ts';
import { connectControl } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type JalurRun, type JalurRunner, jalurRunner } from './testing/jalur-run.ts';

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
let runner: JalurRunner;
let asFound: string;

beforeAll(async () => {
  bench = await gatewayBench();
  runner = jalurRunner(bench);
  asFound = bench.dump();
});

afterAll(async () => {
  await runner?.end();
  await bench?.down();
});

const start = (): JalurRun => runner.start(bench.config(text));

const listening = (): string => run(['ss', '-Hltn'], { ns: bench.router }).stdout;

it('SIGUSR1, SIGUSR2, SIGPIPE → it goes on, and opens no debugger', async () => {
  const gateway = start();
  await gateway.leased();
  const before = listening();
  for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGPIPE'] as const) gateway.child.kill(signal);
  const client = await connectControl(runner.state);
  expect(await client.request('status')).toMatchObject({ pid: gateway.child.pid, conditions: [] });
  client.close();
  expect(listening()).toBe(before);
  expect(gateway.said()).not.toContain('Debugger');
});

it.each(['SIGQUIT', 'SIGTERM', 'SIGINT'] as const)(
  '%s → everything is put back, exit code 0',
  async signal => {
    const running = runner.last;
    const gateway = running && running.child.exitCode === null ? running : start();
    await gateway.leased();
    expect(bench.dump()).not.toBe(asFound);
    gateway.child.kill(signal);
    expect(await gateway.ended).toBe(0);
    expect(bench.dump()).toBe(asFound);
  },
);

it('SIGINT again and again while it is ending → it says so, and puts everything back', async () => {
  const gateway = start();
  await gateway.leased();
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
  await start().leased();
  const takesMs = monotonicMs() - sinceMs;
  await runner.end();
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
