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
  return kind === 'queue-type' ? queueType.test(name) : builtInNames(kind, scope).includes(name);
}

/** The names of a kind that every router has by itself; of queue types each version has some more. */
export function builtInNames(kind: Referred, scope = ''): readonly string[] {
  return (kind === 'chain' ? chains[scope.split(' ').at(-1) ?? ''] : names[kind]) ?? [];
}
