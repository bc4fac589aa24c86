import { mainTable } from '../items/route.ts';
import type { Referred } from './mention.ts';

/** Names that a router has without anybody defining them. */
const names: Readonly<Partial<Record<Referred, readonly string[]>>> = {
  'interface-list': ['all', 'none', 'dynamic', 'static'],
  interface: [
    'all',
    'none',
    'any',
    'dynamic',
    'static',
    'all-ethernet',
    'all-ppp',
    'all-vlan',
    'all-wireless',
    'lo',
  ],
  'routing-table': [mainTable, 'default', 'local'],
  'routing-mark': [mainTable],
  'connection-mark': ['no-mark'],
  'packet-mark': ['no-mark'],
  pool: ['static-only', 'none'],
  'dhcp-server': ['all'],
  'simple-queue': ['none'],
  'queue-tree': ['global', 'global-in', 'global-out', 'global-total'],
};

/** Chains in which a packet starts, by firewall table. */
const chains: Readonly<Record<string, readonly string[]>> = {
  raw: ['prerouting', 'output'],
  mangle: ['prerouting', 'input', 'forward', 'output', 'postrouting'],
  nat: ['srcnat', 'dstnat', 'input', 'output'],
  filter: ['input', 'forward', 'output'],
};

/** `default`, `default-small`, `ethernet-default`, `pcq-upload-default` …: every version has some more. */
const queueType = /^(?:default|default-small|only-hardware-queue|.+-default)$/;

/** Does a router have that name by itself? */
export function isBuiltIn(kind: Referred, name: string, scope = ''): boolean {
  if (kind === 'queue-type') return queueType.test(name);
  if (kind === 'chain') return chains[scope.split(' ').at(-1) ?? '']?.includes(name) ?? false;
  return names[kind]?.includes(name) ?? false;
}
