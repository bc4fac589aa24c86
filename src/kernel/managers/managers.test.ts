import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { portManagers } from './index.ts';

const all = [
  { index: 1, name: 'lo' },
  { index: 2, name: 'ether1' },
  { index: 3, name: 'ether2' },
];
const ports = all.slice(1);
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'managers-'));
});

afterEach(() => rmSync(root, { recursive: true }));

function files(content: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(content)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

const found = (): readonly string[] =>
  portManagers(ports, all, root).map(one => `${one.interface} by ${one.by}`);

it('nobody else → none', () => {
  expect(found()).toEqual([]);
});

it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  [
    'NetworkManager has one of ours',
    {
      'run/NetworkManager/devices/2': '[device]\nmanaged=true\n',
      'run/NetworkManager/devices/3': '[device]\nmanaged=false\n',
      'proc/70/comm': 'NetworkManager\n',
    },
    ['ether1 by NetworkManager'],
  ],
  [
    'NetworkManager has ended',
    { 'run/NetworkManager/devices/2': '[device]\nmanaged=true\n', 'proc/70/comm': 'bash\n' },
    [],
  ],
  [
    'NetworkManager is of another namespace: it knows interfaces that are not here',
    {
      'run/NetworkManager/devices/2': '[device]\nmanaged=true\n',
      'run/NetworkManager/devices/9': '[device]\nmanaged=true\n',
      'proc/70/comm': 'NetworkManager\n',
    },
    [],
  ],
  [
    'networkd configures one, leaves the other alone',
    {
      'run/systemd/netif/links/1': 'ADMIN_STATE=unmanaged\n',
      'run/systemd/netif/links/2': 'ADMIN_STATE=unmanaged\nOPER_STATE=off\n',
      'run/systemd/netif/links/3': 'ADMIN_STATE=configured\nNETWORK_FILE=/etc/systemd/network/x.network\n',
      'proc/71/comm': 'systemd-network\n',
    },
    ['ether2 by systemd-networkd'],
  ],
  [
    'dhcpcd runs on one',
    { 'run/dhcpcd/ether2-4.pid': '72\n', 'proc/72/comm': 'dhcpcd\n' },
    ['ether2 by dhcpcd'],
  ],
  [
    'dhcpcd takes all',
    { 'run/dhcpcd/pid': '73\n', 'proc/73/comm': 'dhcpcd\n' },
    ['ether1 by dhcpcd', 'ether2 by dhcpcd'],
  ],
  ['the process of dhcpcd is another one by now', { 'run/dhcpcd/pid': '73\n', 'proc/73/comm': 'cat\n' }, []],
])('%s', (_, content, expected) => {
  files(content);
  expect(found()).toEqual(expected);
});
