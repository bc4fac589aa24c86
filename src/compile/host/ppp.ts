import type { Interface, Router } from '../../model/index.ts';
import { type HostFile, type HostFiles, isHostName, type SecretOf, section } from './host-file.ts';

/** PPPoE lines: pppd dials them, a unit keeps pppd there. The gateway makes their default routes. */
export function pppFiles(router: Router, secretOf: SecretOf): HostFiles {
  const lines = router.interfaces.filter(isDialledByPppd);
  const silent = lines.filter(line => secretOf(line, 'password') === undefined);
  return {
    files: lines.flatMap(line => [peerFile(line, secretOf), unitFile(line)]),
    notes: silent.map(
      ({ name }) =>
        `The text holds no password of ${name}: put it into /etc/ppp/pap-secrets and /etc/ppp/chap-secrets`,
    ),
  };
}

export const isDialledByPppd = ({ kind, disabled, name, parent }: Interface): boolean =>
  kind === 'pppoe-client' && !disabled && isHostName(name) && parent !== undefined && isHostName(parent);

function peerFile(line: Interface, secretOf: SecretOf): HostFile {
  const { name, parent = '', properties, mtu = 1492 } = line;
  const password = secretOf(line, 'password');
  const { user, 'service-name': service, 'ac-name': concentrator } = properties;
  const lines = [
    'plugin pppoe.so',
    `nic-${parent}`,
    `ifname ${name}`,
    ...(user ? [`user ${quoted(user)}`] : []),
    ...(password === undefined ? [] : [`password ${quoted(password)}`]),
    ...(service ? [`pppoe-service ${quoted(service)}`] : []),
    ...(concentrator ? [`pppoe-ac ${quoted(concentrator)}`] : []),
    'noauth',
    'noipdefault',
    'nodefaultroute',
    // The program is about IPv4 alone, and filters nothing that comes by IPv6.
    'noipv6',
    'persist',
    'maxfail 0',
    `mtu ${mtu}`,
    `mru ${mtu}`,
    'lcp-echo-interval 10',
    'lcp-echo-failure 3',
  ];
  return { path: `ppp/peers/${name}`, text: lines.map(one => `${one}\n`).join(''), content: 'secret' };
}

/** A word of pppd's option files (pppd(8)). */
const quoted = (text: string): string => `"${text.replace(/[\r\n]/g, '').replace(/["\\]/g, '\\$&')}"`;

function unitFile({ name, parent }: Interface): HostFile {
  const unit = [`Description=PPPoE line ${name} on ${parent}`, 'After=systemd-networkd.service'];
  const service = [`ExecStart=/usr/sbin/pppd call ${name} nodetach`, 'Restart=always', 'RestartSec=5'];
  const text = [
    section('Unit', unit),
    section('Service', service),
    section('Install', ['WantedBy=multi-user.target']),
  ].join('');
  return { path: `systemd/system/jalur-pppoe-${name}.service`, text, content: 'open' };
}
