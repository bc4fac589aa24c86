import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nameInRouter, nameOfDevice, readConfig } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'devices-'));
afterAll(() => rmSync(dir, { recursive: true }));

const write = (text: string): string => {
  const file = join(dir, 'long.rsc');
  writeFileSync(file, text);
  return file;
};
const names = `/interface ethernet
set [ find default-name=ether1 ] name="ether1 - WAN IndiHome"
/ip dhcp-client add interface="ether1 - WAN IndiHome"
`;

describe('readConfig for Linux', () => {
  it('interfaces have the names of their devices, which is said; elsewhere their own', () => {
    const file = write(names);
    const [here, there] = [readConfig(file, { onLinux: true }), readConfig(file)];
    expect(here.router.dhcpClients[0]?.interface).toBe('ether1');
    expect(here.usable).toBe(true);
    expect(here.diagnostics.map(({ id, what }) => [id, what])).toEqual([
      [
        'config/device-names',
        'Linux devices with other names than their interfaces: "ether1 - WAN IndiHome" is ether1 (its default-name).',
      ],
    ]);
    expect(there.router.dhcpClients[0]?.interface).toBe('ether1 - WAN IndiHome');
    expect(there.diagnostics).toEqual([]);
    const name = 'ether1 - WAN IndiHome';
    expect([nameInRouter(here, name), nameInRouter(there, name)]).toEqual(['ether1', name]);
    expect([nameOfDevice(here, 'ether1'), nameOfDevice(there, 'ether1')]).toEqual(['ether1', name]);
  });

  it.each([
    [[['nobody', 'eth0']], 'config/no-such-interface'],
    [[['ether1', 'a b']], 'config/no-device-name'],
  ] as const)('--port %j → refused: %s', (ports, id) => {
    const { usable, diagnostics } = readConfig(write(names), { onLinux: true, ports: new Map(ports) });
    expect(usable).toBe(false);
    expect(diagnostics.map(one => one.id)).toContain(id);
  });

  it('a device for two interfaces → refused', () => {
    const file = write(`${names}/ip address add address=10.0.0.1/24 interface=ether2\n`);
    const { diagnostics } = readConfig(file, { onLinux: true, ports: new Map([['ether1', 'ether2']]) });
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual([
      'config/device-twice',
    ]);
  });

  it.each([
    ['/ip route set [find gateway=\\"ether1 - WAN IndiHome\\"] disabled=yes', true],
    ['/ip route set [find gateway=\\"ether1 - WAN IndiHome 2\\"] disabled=yes', true],
    ['/ip route set [find gateway=\\"xether1 - WAN IndiHome\\"] disabled=yes', false],
  ])('a script %s → refused: %s', (script, refused) => {
    const file = write(`${names}/system script add name=x source="${script}"\n`);
    const { usable, diagnostics } = readConfig(file, { onLinux: true });
    expect(usable).toBe(!refused);
    expect(diagnostics.some(({ id }) => id === 'config/device-in-script')).toBe(refused);
    expect(readConfig(file).usable).toBe(true);
  });
});
