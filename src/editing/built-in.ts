import type { Referred } from '../model/index.ts';
import type { NameKind } from './kinds.ts';

/** The kinds of the references index that a kind stands for. */
export const referredBy: Readonly<Record<NameKind, readonly Referred[]>> = {
  'address-list': ['address-list'],
  chain: ['chain'],
  'connection-mark': ['connection-mark'],
  'dhcp-server': ['dhcp-server'],
  interface: ['interface', 'bridge'],
  'interface-list': ['interface-list'],
  'packet-mark': ['packet-mark'],
  pool: ['pool'],
  queue: ['simple-queue', 'queue-tree'],
  'queue-type': ['queue-type'],
  script: ['script'],
  table: ['routing-table', 'routing-mark'],
};

/** `/ip firewall mangle` is `ipv4 mangle` in the index. */
export const builtInScope = ({ kind, scope }: { readonly kind: NameKind; readonly scope: string }): string =>
  kind === 'chain' ? scope.replace(/^\/ip firewall /, 'ipv4 ').replace(/^\/ipv6 firewall /, 'ipv6 ') : scope;
