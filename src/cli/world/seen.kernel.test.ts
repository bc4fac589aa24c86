import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Namespace, privateNamespace, run } from '../../sys/index.ts';

const bin = fileURLToPath(new URL('../../../bin/jalur', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'cli-seen-'));
const config = join(dir, 'two.rsc');
const state = join(dir, 'state');
let ns: Namespace | undefined;

/** ether1 and ether2 are WANs without leases, ether1's cable is out. */
beforeAll(() => {
  const text = `
/ip dhcp-client add interface=ether1
/ip dhcp-client add interface=ether2 default-route-distance=2
/ip address add address=192.168.88.1/24 interface=ether3
/ip firewall nat add chain=srcnat out-interface=ether1 action=masquerade
/ip firewall nat add chain=srcnat out-interface=ether2 action=masquerade
`;
  writeFileSync(config, text);
  ns = privateNamespace();
  for (const n of [1, 2, 3]) {
    run(['ip', 'link', 'add', `ether${n}`, 'type', 'veth', 'peer', 'name', `far${n}`], { ns });
    run(['ip', 'link', 'set', `ether${n}`, 'up'], { ns });
    if (n !== 1) run(['ip', 'link', 'set', `far${n}`, 'up'], { ns });
  }
  run(['ip', 'address', 'add', '192.168.88.1/24', 'dev', 'ether3'], { ns });
});

afterAll(() => {
  ns?.close();
  rmSync(dir, { recursive: true });
});

const explain = (...more: string[]): string[] => {
  const packet = ['--in', 'ether3', '--src', '192.168.88.5', '--dst', '1.1.1.1'];
  const argv = [process.execPath, bin, 'explain', config, ...packet, '--state', state, ...more];
  return run(argv, { ns, allowFailure: true }).stdout.split('\n');
};

describe('a machine with the interfaces of the text', () => {
  it('a dead link and no leases known → the link stays dead, the other is assumed to have a lease', () => {
    const lines = explain();
    expect(lines[0]).toBe('It leaves by ether2 as 20.20.20.254.');
    expect(lines).toContain('As on this machine now.');
    expect(lines.filter(line => line.startsWith('Assumed: '))).toEqual([
      'Assumed: ether2 has 20.20.20.254/24, gateway 20.20.20.1, by DHCP (say otherwise with --lease ether2=20.20.20.254/24,20.20.20.1).',
    ]);
  });

  it('the other unplugged by an option too → no way out', () => {
    expect(explain('--down', 'ether2')[0]).toBe('It is dropped: no route leads to its destination.');
  });

  it('a gateway has written that it holds no lease → none is assumed', () => {
    mkdirSync(state);
    writeFileSync(join(state, 'world.json'), JSON.stringify({ leases: {}, unreachable: [] }));
    const lines = explain();
    expect(lines[0]).toBe('It is dropped: no route leads to its destination.');
    expect(lines.filter(line => line.startsWith('Assumed: '))).toEqual([]);
  });
});
