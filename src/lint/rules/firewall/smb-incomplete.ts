import { hostOf, type SmbPort, sent, smbDrops, smbPorts, stranger } from '../../ask/strangers/index.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A filter against SMB worms with holes (docs/routeros.md#wannacry-filter). */
export const smbIncomplete: Rule = {
  id: 'firewall/smb-incomplete',
  level: 'warning',
  title: { en: 'The filter against SMB worms has holes', id: 'Filter worm SMB masih berlubang' },
  why: {
    en: 'WannaCry and its kind spread by SMB: TCP 445 and 139, with UDP 137 and 138 for the names. An infected host of the LAN attacks the Internet and the other LANs by what is left open.',
    id: 'WannaCry dan sejenisnya menyebar lewat SMB: TCP 445 dan 139, dengan UDP 137 dan 138 untuk nama. Host LAN yang terinfeksi menyerang Internet dan LAN lain lewat port yang tersisa.',
  },
  check(subject) {
    const drops = smbDrops(subject);
    const [first] = drops;
    const open = first ? smbPorts.filter(port => getsOut(subject, port)) : [];
    if (!first || open.length === 0) return [];
    const names = open.map(({ protocol, port }) => `${protocol} ${port}`).join(', ');
    return [
      {
        at: first,
        what: {
          en: `Rules drop SMB, and yet ${names} from the LAN ${open.length === 1 ? 'gets' : 'get'} out.`,
          id: `Ada aturan yang membuang SMB, tetapi ${names} dari LAN masih bisa keluar.`,
        },
        do: {
          en: 'Drop TCP 139 and 445 and UDP 137-138 in chain=forward, by dst-port, for both directions, before rules that accept new connections.',
          id: 'Buang TCP 139 dan 445 serta UDP 137-138 di chain=forward, dengan dst-port, untuk kedua arah, sebelum aturan yang menerima koneksi baru.',
        },
      },
    ];
  },
};

/** Does any LAN get it out to a stranger? */
const getsOut = (subject: Subject, { protocol, port }: SmbPort): boolean =>
  subject.lans.some(lan => {
    const src = hostOf(subject, lan);
    if (src === undefined) return false;
    const { ending } = sent(subject, {
      in: lan,
      src,
      dst: stranger,
      protocol,
      srcPort: 40_000,
      dstPort: port,
    });
    return 'out' in ending;
  });
