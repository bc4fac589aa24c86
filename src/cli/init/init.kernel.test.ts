import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guessIntent } from '../../intent/index.ts';
import { type KernelPort, openCommandPort, openNetlinkPort } from '../../kernel/index.ts';
import { type Namespace, packagePath, privateNamespace, run } from '../../sys/index.ts';
import { machineFacts } from './machine-facts.ts';

const ports = [
  { name: 'netlink', open: openNetlinkPort },
  { name: 'ip -j', open: openCommandPort },
] as const;

describe.each(ports)('a machine by $name', ({ open }) => {
  let ns: Namespace;
  let port: KernelPort;
  let folder: string;
  const ip = (line: string): void => void run(['ip', ...line.split(' ')], { ns });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalur-init-'));
    ns = privateNamespace('init');
    ip('link add w1 type veth peer name p1');
    for (const name of ['w1', 'p1']) ip(`link set ${name} up`);
    // A veth stands for no port of an office: bridges do, which every kernel has.
    for (const name of ['line1', 'line2', 'br0']) {
      ip(`link add ${name} type bridge`);
      ip(`link set ${name} up`);
    }
    ip('address add 203.0.113.2/29 dev line1');
    ip('address add 10.9.0.7/24 dev line2');
    ip('address add 192.168.7.1/24 dev br0');
    ip('route add default via 203.0.113.1 dev line1 metric 200 proto static');
    ip('route add default via 10.9.0.1 dev line2 metric 100 proto dhcp');
    port = open(ns);
  });
  afterEach(() => {
    port.close();
    ns.close();
    rmSync(folder, { recursive: true });
  });

  it('lines by their default routes in the order of metrics, the bridge inside; nothing is changed', () => {
    const before = run(['ip', 'address', 'show'], { ns }).stdout;
    const { yaml = '', guesses } = guessIntent(machineFacts(port), 'schema.json');
    expect(yaml).toContain('  isp1: line2\n');
    expect(yaml).toContain('  isp2: { interface: line1, address: 203.0.113.2/29, gateway: 203.0.113.1 }\n');
    expect(yaml).toContain('lan: { interface: br0, address: 192.168.7.1/24 }\n');
    expect(guesses.map(({ port: { name }, role }) => [name, role])).toEqual([
      ['line2', 'wan'],
      ['line1', 'wan'],
      ['br0', 'lan'],
    ]);
    expect(run(['ip', 'address', 'show'], { ns }).stdout).toBe(before);
  });

  it('jalur init -o → the file; once more → refused, and the file stays', () => {
    const file = join(folder, 'gateway.yaml');
    const argv = [process.execPath, packagePath('bin/jalur'), 'init', '-o', file];
    const first = run(argv, { ns });
    expect(first.stdout).toMatch(/^Wrote .*gateway\.yaml\.\n/);
    const text = readFileSync(file, 'utf8');
    const second = run(argv, { ns, allowFailure: true });
    expect([second.code, second.stderr]).toEqual([2, expect.stringContaining('is there already')]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
