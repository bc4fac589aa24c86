import type { ChildProcess } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { end, packagePath, run, sleep, spawnIn } from '../sys/index.ts';
import type { GatewayEvent } from './index.ts';
import type { Incident } from './replies/index.ts';
import { type GatewayBench, gatewayBench } from './testing/bench.ts';
import { type JalurRun, type JalurRunner, jalurRunner } from './testing/jalur-run.ts';

// A gateway that is scraped and keeps a journal, while a line dies and returns, and after it was killed.

const text = `
/interface list add name=WAN
/interface list member add interface=ether1 list=WAN
/interface list member add interface=ether2 list=WAN
/ip address add address=192.168.0.1/24 interface=ether4
/ip address add address=10.10.10.2/24 interface=ether1
/ip address add address=20.20.20.2/24 interface=ether2
/ip firewall nat add action=masquerade chain=srcnat out-interface-list=WAN
/ip route
add dst-address=8.8.4.4/32 gateway=10.10.10.1 scope=10
add dst-address=9.9.9.9/32 gateway=20.20.20.1 scope=10
add check-gateway=ping distance=1 dst-address=0.0.0.0/0 gateway=8.8.4.4 target-scope=11
add check-gateway=ping distance=2 dst-address=0.0.0.0/0 gateway=9.9.9.9 target-scope=11
`;

const has = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;

let bench: GatewayBench;
let runner: JalurRunner;
let gateway: JalurRun;
const folder = mkdtempSync(join(tmpdir(), 'jalur-scraped-'));
let prometheus: ChildProcess | undefined;

beforeAll(async () => {
  bench = await gatewayBench();
  runner = jalurRunner(bench);
  run(['ip', 'addr', 'replace', '192.168.0.50/24', 'dev', 'eth0'], { ns: bench.lan });
  run(['ip', 'route', 'replace', 'default', 'via', '192.168.0.1'], { ns: bench.lan });
  bench.ip('link', 'set', 'dev', 'lo', 'up');
  gateway = runner.start(bench.config(text), '--metrics');
  await gateway.heard(/"type":"ready"/);
  for (const line of ['ether1', 'ether2']) await gateway.heard(new RegExp(`"line":"${line}","status":"up"`));
});

afterAll(async () => {
  if (prometheus) await end(prometheus, 5000);
  await runner?.end();
  await bench?.down();
  rmSync(folder, { recursive: true, force: true });
});

/** What the gateway's namespace gets from an address of its own. */
const get = (url: string): string =>
  run(
    [
      process.execPath,
      '-e',
      `fetch(${JSON.stringify(url)}).then(r => r.text()).then(t => process.stdout.write(t))`,
    ],
    {
      ns: bench.router,
    },
  ).stdout;

const events = (): GatewayEvent[] =>
  gateway
    .said()
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as GatewayEvent);

const ping = (host: string): unknown =>
  run(['ping', '-c', '1', '-W', '1', host], { ns: bench.lan, allowFailure: true });

describe('a gateway that is scraped', () => {
  it('its figures → what promtool takes, with both lines, what they carry and their shares', async () => {
    for (const host of ['8.8.4.4', '9.9.9.9', '208.67.220.220']) ping(host);
    // The promised shares are worked out beside, after the first who asks.
    get('http://127.0.0.1:9469/metrics');
    await sleep(1000);
    const figures = get('http://127.0.0.1:9469/metrics');
    for (const name of ['jalur_wan_up', 'jalur_wan_rtt_seconds', 'jalur_wan_receive_packets_total'])
      expect(figures).toMatch(new RegExp(`^${name}\\{wan="ether2"\\} [\\d.e-]+$`, 'm'));
    // The default route of distance 1 takes everything.
    expect(figures).toContain('jalur_wan_share_promised_ratio{wan="ether1"} 1\n');
    expect(figures).toContain('jalur_wan_share_promised_ratio{wan="ether2"} 0\n');
    expect(figures).toMatch(/^jalur_wan_flows_opened_total\{wan="ether1"\} [1-9]/m);
    expect(figures).toContain('jalur_forwarding 1\n');
    if (!has('promtool')) return;
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'metrics'], {
      input: figures,
      encoding: 'utf8',
    });
    expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  it('its port is asked for by another name → refused', () => {
    const asked = `require('http').get({ port: 9469, path: '/metrics', headers: { Host: 'evil.example' } }, r => process.stdout.write(String(r.statusCode)))`;
    expect(run([process.execPath, '-e', asked], { ns: bench.router }).stdout).toBe('421');
  });
});

describe('status --watch', () => {
  const watch = [packagePath('bin/jalur'), 'status', '--watch', '--state'];

  it('no terminal → a line each second, until it is interrupted', () => {
    const argv = ['timeout', '--preserve-status', '-s', 'INT', '5', ...watch, runner.state];
    const { code, stdout } = run(argv, { ns: bench.router, allowFailure: true });
    const lines = stdout.trimEnd().split('\n');
    expect([code, lines.length >= 2]).toEqual([0, true]);
    for (const line of lines) expect(line).toMatch(/^\d\d:\d\d:\d\d ether1 up.*; ether2 up/);
  });

  it.skipIf(!has('script'))(
    'a terminal → pictures, until q, and the terminal as it was (skipped where script(1) is not installed)',
    () => {
      const argv = ['script', '-qec', [...watch, runner.state].join(' '), '/dev/null'];
      const { code, stdout } = run(argv, { ns: bench.router, input: 'q', allowFailure: true });
      expect(code).toBe(0);
      expect(stdout).toContain('\u001b[?1049h\u001b[?25l');
      expect(stdout.trimEnd().endsWith('\u001b[?25h\u001b[?1049l')).toBe(true);
    },
  );
});

describe('a line dies and returns', () => {
  it('incident → tells what the gateway said while it happened', async () => {
    bench.blackhole(0, true);
    await gateway.heard(/"line":"ether1","status":"down","cause":"(?!carrier)[\s\S]*"type":"routes-changed"/);
    await sleep(1500);
    const going = JSON.parse(runner.jalur('incident', 'ether1', '--json').stdout) as Incident;
    const down = events().find(
      one => one.type === 'line' && one.line === 'ether1' && one.status === 'down' && one.cause !== 'carrier',
    );
    const decision = events().find(
      one => one.type === 'decision' && one.causes.some(({ reason }) => reason.includes('ether1 is down')),
    );
    if (down?.type !== 'line' || decision?.type !== 'decision') throw new Error(gateway.said());
    expect(going).toMatchObject({ line: 'ether1', causes: [down.cause] });
    expect(going.evidence?.silentMs).toBe(down.evidence?.silentMs);
    expect(going.decision).toMatchObject({ durationMs: decision.durationMs, steps: decision.steps });
    expect(going.until).toBeUndefined();
  });

  it.skipIf(!has('prometheus'))(
    'Prometheus scrapes it → every query of dashboard and alerts works, and those of the dashboard give data (skipped where it is not installed)',
    async () => {
      const config = {
        global: { scrape_interval: '1s' },
        rule_files: [packagePath('assets/prometheus/alerts.yml')],
        scrape_configs: [{ job_name: 'jalur', static_configs: [{ targets: ['127.0.0.1:9469'] }] }],
      };
      const file = join(folder, 'prometheus.yml');
      writeFileSync(file, JSON.stringify(config));
      const argv = ['prometheus', `--config.file=${file}`, `--storage.tsdb.path=${join(folder, 'data')}`];
      prometheus = spawnIn(bench.router, [
        ...argv,
        '--web.listen-address=127.0.0.1:9090',
        '--log.level=error',
      ]);
      const ask = (query: string): readonly unknown[] => {
        const said = get(`http://127.0.0.1:9090/api/v1/query?query=${encodeURIComponent(query)}`);
        const { status, data } = JSON.parse(said) as { status: string; data: { result: readonly unknown[] } };
        expect([query, status]).toEqual([query, 'success']);
        return data.result;
      };
      for (let left = 60; left > 0; left--) {
        await sleep(1000);
        ping('9.9.9.9');
        try {
          if (ask('count_over_time(jalur_wan_up[1m]) > 5').length > 0) break;
        } catch {
          // It is starting.
        }
      }
      const { panels } = JSON.parse(readFileSync(packagePath('assets/grafana/jalur.json'), 'utf8')) as {
        panels: readonly { title: string; targets: readonly { expr: string }[] }[];
      };
      const filled = (expr: string): string =>
        expr.replaceAll(/\$(instance|wan)/g, '.*').replaceAll('$__rate_interval', '1m');
      const empty = panels.flatMap(({ title, targets }) =>
        targets.filter(({ expr }) => ask(filled(expr)).length === 0).map(({ expr }) => `${title}: ${expr}`),
      );
      expect(empty).toEqual([]);
    },
    120_000,
  );

  it('the line is back, and the gateway is killed → incident, events and report have all of it', async () => {
    bench.blackhole(0, false);
    await gateway.heard(
      /"line":"ether1","status":"down","cause":"(?!carrier)[\s\S]*"line":"ether1","status":"up"/,
    );
    await sleep(1500);
    gateway.child.kill('SIGKILL');
    await gateway.ended;
    const found = JSON.parse(runner.jalur('incident', 'ether1', '--json').stdout) as Incident;
    expect(found.until).toBeDefined();
    expect(found.back?.reason).toContain('ether1 is up');
    const story = runner.jalur('incident', '--lang', 'id');
    expect([story.code, story.stdout]).toEqual([0, expect.stringContaining('ether1 mati selama')]);
    const kept = runner.jalur('events', '--since', '1h', '--json').stdout.trimEnd().split('\n');
    expect(kept.some(one => one.includes('"how":"start"') && one.includes('"digest"'))).toBe(true);
    const report = JSON.parse(runner.jalur('report', '--since', '10m', '--json').stdout);
    const [first, second] = report.lines as { line: string; available: number; outages: unknown[] }[];
    expect(first?.line).toBe('ether1');
    expect(first?.available).toBeLessThan(1);
    expect(first?.available).toBeGreaterThan(0);
    // The first second of a run may still wait for a line.
    expect(second?.available).toBeGreaterThan(first?.available ?? 1);
    expect([first?.outages.length, second?.outages.length]).toEqual([1, 0]);
  });
});
