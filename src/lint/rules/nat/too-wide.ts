import type { FirewallRule } from '../../../model/index.ts';
import { makePacket, newState, type Trace, walk } from '../../../walk/index.ts';
import { portsInWords } from '../../ask/firewall/index.ts';
import { forwardsOf, hostOf, knockOn } from '../../ask/strangers/index.ts';
import { type Mend, set } from '../../fix/change.ts';
import type { Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** Source translation of packets that stay inside (docs/routeros.md#packet-flow). */
export const tooWide: Rule = {
  id: 'nat/too-wide',
  level: 'warning',
  title: { en: 'Packets that stay inside are translated', id: 'Paket di dalam jaringan ikut diterjemahkan' },
  why: {
    en: 'Hosts inside see the router as the sender: their logs, their access lists and the protocols that carry addresses are wrong, and nobody can be told apart.',
    id: 'Host di dalam melihat router sebagai pengirim: log, daftar akses dan protokol yang membawa alamat jadi salah, dan pengirim tidak bisa dibedakan.',
  },
  check: subject =>
    subject.router.firewall.ipv4.nat.filter(isWithoutOut).flatMap(rule => {
      const example = exampleOf(subject, rule);
      if (!example) return [];
      const { trace, text } = example;
      return {
        at: rule,
        what: {
          en: `This rule does not name the ports by which packets leave: it also translates ${text.en}.`,
          id: `Aturan ini tidak menyebut port keluar: ${text.id} juga ikut diterjemahkan.`,
        },
        do: {
          en: 'Add out-interface-list with the WANs.',
          id: 'Tambahkan out-interface-list berisi WAN.',
        },
        fix: onWans(subject, rule),
        counterExample: { prepared: subject.well, packet: trace.packet, trace },
      };
    }),
};

const isWithoutOut = ({ disabled, action, chain, matchers }: FirewallRule): boolean =>
  !disabled &&
  chain === 'srcnat' &&
  (action.kind === 'masquerade' || action.kind === 'src-nat') &&
  !matchers.some(
    ({ kind, negated }) => (kind.startsWith('out-') && !negated) || kind.startsWith('dst-address'),
  );

function exampleOf(subject: Subject, rule: FirewallRule) {
  const among = betweenLans(subject).find(trace => translates(trace, rule));
  if (among)
    return {
      trace: among,
      text: { en: 'what one LAN sends to another', id: 'paket dari satu LAN ke LAN lain' },
    };
  const inward = forwardsOf(subject)
    .flatMap(forward => knockOn(subject, forward))
    .find(({ trace }) => translates(trace, rule) && trace.ending.kind === 'forwarded' && !trace.ending.wan);
  return (
    inward && {
      trace: inward.trace,
      text: {
        en: 'the senders of what port forwards let in',
        id: 'pengirim yang masuk lewat dst-nat',
      },
    }
  );
}

const translates = ({ steps }: Trace, rule: FirewallRule): boolean =>
  steps.some(step => step.kind === 'translated' && step.side === 'source' && step.rule === rule);

/** From a host of each LAN to one of each other. */
function betweenLans(subject: Subject): Trace[] {
  const { well } = subject;
  return well.lans.flatMap(from =>
    well.lans.flatMap(to => {
      const [src, dst] = [hostOf(subject, from), hostOf(subject, to)];
      if (from === to || src === undefined || dst === undefined) return [];
      return walk(well, newState(8), makePacket({ in: from, src, dst, srcPort: 40_000, dstPort: 443 }));
    }),
  );
}

/** Where one word says all WANs. */
function onWans({ router, wans }: Subject, rule: FirewallRule): Mend | undefined {
  const [words, ...more] = portsInWords(router, 'out', wans);
  const [word] = Object.entries(words ?? {});
  if (!word || more.length > 0) return undefined;
  return {
    changes: [set(rule, ...word)],
    isSafe: false,
    note: {
      en: 'Hosts that answer only to addresses of their own network do not see the router as the sender any more.',
      id: 'Host yang hanya menjawab alamat jaringannya sendiri tidak lagi melihat router sebagai pengirim.',
    },
  };
}
