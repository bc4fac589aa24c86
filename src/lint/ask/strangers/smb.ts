import type { FirewallRule } from '../../../model/index.ts';
import { enabledRules } from '../../../prove/index.ts';
import type { Subject } from '../../subject.ts';

/** A port by which SMB is spoken (docs/routeros.md#wannacry-filter). */
export interface SmbPort {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

export const smbPorts: readonly SmbPort[] = [
  { protocol: 'tcp', port: 445 },
  { protocol: 'tcp', port: 139 },
  { protocol: 'udp', port: 137 },
  { protocol: 'udp', port: 138 },
];

/** Rules of forwarded packets that drop ports of SMB by name. */
export const smbDrops = ({ router }: Pick<Subject, 'router'>): FirewallRule[] =>
  enabledRules(router).filter(
    rule =>
      (rule.action.kind === 'drop' || rule.action.kind === 'reject') &&
      (rule.table === 'raw' ||
        (rule.table === 'filter' && rule.chain !== 'input' && rule.chain !== 'output')) &&
      (namesPort(rule, 445) || namesPort(rule, 139)),
  );

/** Does it ask for that port at the far end? */
export const namesPort = ({ matchers }: FirewallRule, port: number): boolean =>
  matchers.some(
    one =>
      (one.kind === 'dst-port' || one.kind === 'port') &&
      !one.negated &&
      one.ports.some(({ from, to }) => port >= from && port <= to),
  );
