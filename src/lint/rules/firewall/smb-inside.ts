import { smbDrops } from '../../ask/strangers/index.ts';
import type { Rule } from '../../rule.ts';

/** What a filter against SMB worms cannot do (docs/routeros.md#wannacry-filter). */
export const smbInside: Rule = {
  id: 'firewall/smb-inside',
  level: 'info',
  title: {
    en: 'SMB within one network does not pass the filter',
    id: 'SMB dalam satu jaringan tidak lewat filter',
  },
  why: {
    en: 'Hosts of one subnet talk to each other by the switch or the bridge: the router does not see their packets. A worm spreads among them whatever the filter drops.',
    id: 'Host dalam satu subnet berbicara langsung lewat switch atau bridge: paketnya tidak lewat router. Worm menyebar di antara mereka apa pun yang dibuang filter.',
  },
  check(subject) {
    const [first] = smbDrops(subject);
    if (!first) return [];
    return [
      {
        at: first,
        what: {
          en: 'These rules keep SMB from leaving a network; between the hosts of one network they do nothing.',
          id: 'Aturan ini menahan SMB keluar dari jaringan; di antara host satu jaringan aturan ini tidak berpengaruh.',
        },
        do: {
          en: 'Patch the hosts and turn SMBv1 off; to separate hosts of a bridge use horizon= of its ports, or bridge filter.',
          id: 'Perbarui host dan matikan SMBv1; untuk memisahkan host di bridge pakai horizon= di port-nya, atau bridge filter.',
        },
      },
    ];
  },
};
