import { pppoeOptions } from '../../linux/index.ts';
import type { Interface, Router } from '../../model/index.ts';
import type { Said } from '../../text/index.ts';
import { isPppoeLine, pppoeOf } from '../services/index.ts';
import { type HostFile, type HostFiles, type SecretOf, section } from './host-file.ts';

/** PPPoE lines whose password nobody has told us: pppd dials them, a unit keeps pppd there. The gateway dials the others itself. */
export function pppFiles(router: Router, secretOf: SecretOf): HostFiles {
  const lines = router.interfaces.filter(isPppoeLine);
  const silent = lines.filter(line => secretOf(line, 'password') === undefined);
  const known = lines.filter(line => !silent.includes(line));
  return {
    files: silent.flatMap(line => [peerFile(line), unitFile(line)]),
    notes: [...known.map(({ name }) => dialledHere(name)), ...silent.map(({ name }) => noPassword(name))],
  };
}

const dialledHere = (name: string): Said => ({
  en: `${name} needs no file: jalur run dials it, as the text holds its password.`,
  id: `${name} tidak perlu file: jalur run yang men-dial, karena teks memuat password-nya.`,
});

const noPassword = (name: string): Said => ({
  en: `The text holds no password of ${name}: put it into /etc/ppp/pap-secrets and /etc/ppp/chap-secrets`,
  id: `Teks tidak memuat password ${name}: tulis di /etc/ppp/pap-secrets dan /etc/ppp/chap-secrets`,
});

const peerFile = (line: Interface): HostFile => ({
  path: `ppp/peers/${line.name}`,
  text: pppoeOptions(pppoeOf(line), {}),
  content: 'secret',
});

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
