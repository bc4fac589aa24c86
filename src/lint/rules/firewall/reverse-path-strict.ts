import type { Trace } from '../../../walk/index.ts';
import { addressOf, sent, stranger } from '../../ask/strangers/index.ts';
import { set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** The strict reverse path filter drops what comes by the second WAN (docs/routeros.md#reverse-path-filter). */
export const reversePathStrict: Rule = {
  id: 'firewall/reverse-path-strict',
  level: 'error',
  title: { en: 'A strict reverse path filter with several WANs', id: 'rp-filter ketat dengan beberapa WAN' },
  why: {
    en: 'The filter asks whether the way back to the sender leaves by the port that the packet came by. Packets from the Internet carry no routing mark yet, so main answers, which leads back by one WAN only.',
    id: 'Filter ini memeriksa apakah rute balik ke pengirim keluar lewat port asal paket. Paket dari Internet belum punya routing mark, jadi tabel main yang menjawab, dan main hanya lewat satu WAN.',
  },
  check(subject) {
    const { router, wans, well } = subject;
    const setting = router.settings.stated['/ip settings'];
    if (router.settings.ip.rpFilter !== 'strict' || !setting) return [];
    const shutOut = wans.flatMap(wan => lostBy(subject, wan));
    const [first] = shutOut;
    if (!first) return [];
    const names = shutOut.map(({ wan }) => wan).join(', ');
    return [
      {
        at: setting.origin,
        what: {
          en: `rp-filter=strict drops what comes in from the Internet by ${names}: the way back leads by another WAN.`,
          id: `rp-filter=strict membuang paket dari Internet lewat ${names}: rute baliknya lewat WAN lain.`,
        },
        do: { en: 'Use rp-filter=loose, or no.', id: 'Pakai rp-filter=loose, atau no.' },
        fix: { changes: [set(setting, 'rp-filter', 'loose')], isSafe: true },
        counterExample: { prepared: well, packet: first.trace.packet, trace: first.trace },
      },
    ];
  },
};

/** What the filter drops of strangers who ping the address of a WAN. */
function lostBy(subject: Subject, wan: string): { readonly wan: string; readonly trace: Trace }[] {
  const dst = addressOf(subject, wan);
  if (dst === undefined) return [];
  const trace = sent(subject, { in: wan, src: stranger, dst, protocol: 'icmp' });
  const { ending } = trace;
  return ending.kind === 'martian' && ending.why === 'other-way-back' ? [{ wan, trace }] : [];
}
