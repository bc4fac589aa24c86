import { ipServices } from '../../../model/index.ts';
import { state } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';

/** They send passwords in clear, and nobody misses them. */
const clear: readonly string[] = ['telnet', 'ftp'];

/** Management without encryption is left on (docs/routeros.md#management-services). */
export const cleartext: Rule = {
  id: 'services/cleartext',
  level: 'info',
  title: { en: `Telnet or FTP is left on`, id: `Telnet atau FTP masih aktif` },
  why: {
    en: 'Telnet and FTP send the password of the administrator in clear over the LAN.',
    id: 'Telnet dan FTP mengirim kata sandi administrator tanpa enkripsi di LAN.',
  },
  check({ router }) {
    const stated = router.plain.find(item => item.menu === '/ip service' && item.stated !== undefined);
    const open = ipServices(router).filter(
      ({ name, sources }) => clear.includes(name) && sources === undefined,
    );
    const names = open.map(({ name }) => name);
    if (!stated || names.length === 0) return [];
    return [
      {
        at: stated,
        what: {
          en: `The text sets services and leaves ${names.join(' and ')} on for everybody.`,
          id: `Teks ini mengatur layanan tetapi ${names.join(' dan ')} tetap aktif untuk semua.`,
        },
        do: {
          en: `Use /ip service disable ${names.join(',')}`,
          id: `Pakai /ip service disable ${names.join(',')}`,
        },
        fix: {
          changes: names.map(name => state('/ip service', 'disabled', 'yes', name)),
          isSafe: false,
          note: {
            en: 'Who manages the router by these can do so no more: use SSH or WinBox.',
            id: 'Pengelolaan lewat layanan ini tidak bisa lagi: pakai SSH atau WinBox.',
          },
        },
      },
    ];
  },
};
