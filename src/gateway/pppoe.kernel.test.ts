import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putPppd } from '../dhcp/testing/pppd.ts';
import { run, sleep } from '../sys/index.ts';
import { connectControl } from './index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type JalurRunner, jalurRunner } from './testing/jalur-run.ts';
import { servicesIn } from './testing/steady-traffic.ts';

// A PPPoE line as a user runs it: a `gateway.yaml` with a password. Kernels of test machines often have no PPP, so that what is called pppd here
// makes a device on the port that carries the line, which reaches the provider by ARP; all the rest is as it is.

const intent = (password: string): string => `
wans:
  isp1: { interface: isp1, over: ether1, user: office@isp, password: "${password}", probes: [8.8.4.4] }
  isp2: { interface: ether2, address: 20.20.20.2/24, gateway: 20.20.20.1, probes: [9.9.9.9] }
lan: { interface: ether4, address: 192.168.0.1/24, dhcp: false }
balance: failover
`;

const link = `
ip link add link "$port" name "$name" type macvlan mode private || exit 1
ip link set dev "$name" mtu "$(value mtu)"
ip addr add "$address" peer "$peer/32" dev "$name"
ip link set dev "$name" up
unlink_it() { ip link del dev "$name"; }
`;

let bench: GatewayBench;
let runner: JalurRunner;
let file: string;
let asFound: string;

beforeAll(async () => {
  bench = await gatewayBench();
  const folder = join(bench.stateDir, 'bin');
  mkdirSync(folder);
  putPppd(folder, link);
  runner = jalurRunner(bench, ['env', `PATH=${folder}:${process.env['PATH'] ?? ''}`]);
  file = join(bench.stateDir, 'gateway.yaml');
  writeFileSync(file, intent('geheim'));
  const [isp] = bench.isps;
  run(['ip', 'addr', 'add', '10.64.0.1/32', 'dev', 'cpe'], { ns: isp });
  run(['ip', 'route', 'add', '10.64.0.2/32', 'dev', 'cpe'], { ns: isp });
  run(['ip', 'addr', 'add', '192.168.0.50/24', 'dev', 'eth0'], { ns: bench.lan });
  run(['ip', 'route', 'add', 'default', 'via', '192.168.0.1'], { ns: bench.lan });
  asFound = bench.dump();
});

afterAll(async () => {
  await runner?.end();
  await bench?.down();
});

const reaches = (host: string): boolean =>
  run(['ping', '-c', '1', '-W', '1', host], { ns: bench.lan, allowFailure: true }).code === 0;

async function until(is: () => boolean): Promise<void> {
  while (!is()) await sleep(50);
}

/** The LAN gets out by the line that is dialled. */
async function up(): Promise<void> {
  await until(() => /^default .*dev isp1/m.test(bench.ip('route', 'show', 'table', 'main')));
  await until(() => reaches('8.8.4.4'));
}

const session = (): string | undefined =>
  Object.entries(servicesIn(bench.router)).find(([name]) => name.startsWith('pppd'))?.[0];

const options = (): string => join(runner.state, 'ppp', 'isp1.options');

it('run → dialled, and the LAN gets out by it with packets of its size', async () => {
  await runner.start(file, '--leave').heard(/"type":"ready"/);
  await up();
  expect(bench.ip('link', 'show', 'dev', 'isp1')).toContain('mtu 1492');
  expect(readFileSync(`${options()}.dialled`, 'utf8')).toBe('office@isp/geheim\n');
  expect(run(['nft', 'list', 'table', 'inet', 'jalur'], { ns: bench.router }).stdout).toMatch(
    /oifname "isp1".*tcp option maxseg size set rt mtu/,
  );
  expect(runner.last?.said()).not.toContain('geheim');
});

it('the gateway is killed, and starts again → the same session', async () => {
  const before = bench.ip('link', 'show', 'dev', 'isp1');
  runner.last?.child.kill('SIGKILL');
  await runner.last?.ended;
  expect(reaches('8.8.4.4')).toBe(true);
  await runner.start(file, '--leave').heard(/"type":"ready"/);
  await up();
  expect(bench.ip('link', 'show', 'dev', 'isp1')).toBe(before);
  expect(readFileSync(`${options()}.dialled`, 'utf8')).toBe('office@isp/geheim\n');
});

it('another password, read again → dialled anew, and the LAN gets out by it', async () => {
  writeFileSync(file, intent('other'));
  expect(runner.jalur('reload').code).toBe(0);
  await until(() => /other/.test(readFileSync(`${options()}.dialled`, 'utf8')));
  await up();
  const client = await connectControl(runner.state);
  await client.request('settled');
  const { events } = await client.request('events');
  expect(
    events.flatMap(({ event }) => (event.type === 'lease' ? [event.lease?.address.address] : [])),
  ).toContain('10.64.0.2');
  expect(JSON.stringify(events)).not.toMatch(/geheim|"other"/);
  client.close();
});

it('its password is refused → out by the other line, and what pppd says is a condition', async () => {
  writeFileSync(file, intent('wrong'));
  runner.jalur('reload');
  await until(() => /via 20\.20\.20\.1/.test(bench.ip('route', 'show', 'default')));
  await until(() => reaches('9.9.9.9'));
  await until(() => runner.jalur('status').stdout.includes('PAP authentication failed'));
  writeFileSync(file, intent('geheim'));
  runner.jalur('reload');
  await up();
});

it('undone → hung up, the network as it was, and no password is left', async () => {
  runner.last?.child.kill('SIGTERM');
  await runner.last?.ended;
  expect(session()).toBeDefined();
  expect(runner.jalur('undo').code).toBe(0);
  expect(bench.dump()).toBe(asFound);
  expect(existsSync(options())).toBe(false);
  expect(session()).toBeUndefined();
});
