import type { Router } from '../../../model/index.ts';
import { closingRules } from '../../../prove/index.ts';
import { makePacket, newState, walk } from '../../../walk/index.ts';
import { saysFirewall } from '../../ask/firewall/index.ts';
import { hostOf, stranger } from '../../ask/strangers/index.ts';
import type { Mend } from '../../fix/change.ts';
import type { CounterExample, Place, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';
import { wanListIncomplete } from './wan-list-incomplete.ts';

/** Strangers whose packets are forwarded (docs/routeros.md#packet-flow). */
export const forwardOpen: Rule = {
  id: 'firewall/forward-open',
  level: 'warning',
  title: { en: 'The router forwards for strangers', id: 'Router meneruskan paket orang luar' },
  why: {
    en: 'Whoever sits in the network of the provider can send packets through the router, to hosts of the LAN as well: they only need to name the router as their gateway.',
    id: 'Siapa pun yang ada di jaringan ISP bisa mengirim paket melalui router, juga ke host di LAN: cukup memakai router sebagai gateway.',
  },
  check(subject) {
    const { violations, remarks } = subject.proof;
    const found = [...violations, ...remarks].find(({ breach }) => breach.kind === 'transit');
    const at = placeOfGap(subject.router);
    if (!found || !at || !saysFirewall(subject, 'forward')) return [];
    // That a line lacks in the list is said of the list.
    if (wanListIncomplete.check(subject).length > 0) return [];
    const { packet, trace, prepared } = found;
    const knocks = knocksOnLans(subject);
    const wans = [...new Set(knocks.map(({ wan }) => wan))].join(', ') || (packet.in ?? '');
    return [
      {
        at,
        what: {
          en: `New connections that come in by ${wans} are forwarded, whatever they are for.`,
          id: `Koneksi baru yang masuk lewat ${wans} diteruskan, apa pun tujuannya.`,
        },
        do: {
          en: 'Drop in chain=forward what is new, comes in by a WAN and is not for a port forward: action=drop connection-state=new connection-nat-state=!dstnat in-interface-list=WAN.',
          id: 'Buang di chain=forward koneksi baru dari WAN yang bukan untuk port forward: action=drop connection-state=new connection-nat-state=!dstnat in-interface-list=WAN.',
        },
        fix: closing(subject.router, closingRules(prepared)),
        counterExample: knocks[0] ?? { prepared, packet, trace },
      },
    ];
  },
};

interface LanKnock extends CounterExample {
  readonly wan: string;
}

/** What neighbours of the router send to a host of a LAN, by each WAN where it gets there. */
const knocksOnLans = (subject: Subject): LanKnock[] =>
  subject.wans.flatMap(wan =>
    subject.lans.flatMap(lan => {
      const dst = hostOf(subject, lan);
      if (dst === undefined) return [];
      const packet = makePacket({
        protocol: 'tcp',
        in: wan,
        src: stranger,
        srcPort: 40_000,
        dst,
        dstPort: 445,
      });
      const trace = walk(subject.well, newState(8), packet);
      const isThere = trace.ending.kind === 'forwarded' && trace.ending.out === lan;
      return isThere ? [{ wan, prepared: subject.well, packet, trace }] : [];
    }),
  );

/** Rules of forward, of filter, or of NAT. */
function placeOfGap({ firewall: { ipv4 } }: Router): Place | undefined {
  const forward = ipv4.filter.filter(({ chain }) => chain === 'forward');
  return forward.at(-1) ?? ipv4.filter[0] ?? ipv4.nat[0];
}

/** Before the rules of forward, as these may accept what is refused. */
function closing({ firewall: { ipv4 } }: Router, lines: readonly string[]): Mend | undefined {
  if (lines.length === 0) return undefined;
  const menu = '/ip firewall filter';
  const before = ipv4.filter.find(({ chain }) => chain === 'forward');
  return {
    changes: lines.map(line => ({
      kind: 'insert',
      menu,
      statement: line.replace(`${menu} `, ''),
      before,
    })),
    isSafe: false,
    note: {
      en: 'Who begins connections from outside on purpose, but by a port forward, is shut out: accept it before.',
      id: 'Koneksi dari luar yang memang disengaja, selain lewat port forward, ikut ditolak: terima dulu sebelumnya.',
    },
  };
}
