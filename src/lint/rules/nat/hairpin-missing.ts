import { networkOf, prefixContains } from '../../../net/index.ts';
import { leavingOf } from '../../../walk/index.ts';
import { addressOf, askedInside, type Forward, forwardsOf, stranger } from '../../ask/strangers/index.ts';
import { add, type Mend } from '../../fix/change.ts';
import type { Found, Rule } from '../../rule.ts';
import type { Subject } from '../../subject.ts';

/** A port forward that LAN hosts are sent by, and whose answers pass the router by (docs/routeros.md#packet-flow). */
export const hairpinMissing: Rule = {
  id: 'nat/hairpin-missing',
  level: 'warning',
  title: { en: 'A port forward fails from inside', id: 'dst-nat gagal dari dalam LAN' },
  why: {
    en: 'The host sees the address of its neighbour as the source and answers it directly, by its own address. The neighbour asked another address and drops that answer.',
    id: 'Host melihat alamat tetangganya sebagai sumber dan menjawab langsung dengan alamatnya sendiri. Tetangga itu bertanya ke alamat lain, jadi jawabannya dibuang.',
  },
  check: subject => forwardsOf(subject).flatMap(forward => finding(subject, forward)),
};

function finding(subject: Subject, forward: Forward): Found[] {
  const { world } = subject.well;
  const lan = subject.lans.find(name =>
    world.interfaces[name]?.addresses.some(own => prefixContains(networkOf(own), forward.to)),
  );
  const wan = subject.wans.find(name => addressOf(subject, name) !== undefined);
  const dst = wan === undefined ? undefined : addressOf(subject, wan);
  if (lan === undefined || dst === undefined) return [];
  // A rule that takes whatever the LAN sends out is another mistake.
  if (askedInside(subject, forward, lan, stranger)) return [];
  const trace = askedInside(subject, forward, lan, dst);
  const left = trace && leavingOf(trace);
  if (!trace || left?.out !== lan || left.src.address !== trace.packet.src) return [];
  return [
    {
      at: forward.rule,
      what: {
        en: `A host behind ${lan} that asks ${dst} at port ${forward.port} gets no answer: ${forward.to} answers it past the router.`,
        id: `Host di belakang ${lan} yang membuka ${dst} port ${forward.port} tidak mendapat jawaban: ${forward.to} menjawab tanpa lewat router.`,
      },
      do: {
        en: `Translate the source as well: /ip firewall nat add chain=srcnat src-address=<network of the LAN> dst-address=${forward.to} out-interface=${lan} action=masquerade`,
        id: `Terjemahkan sumbernya juga: /ip firewall nat add chain=srcnat src-address=<jaringan LAN> dst-address=${forward.to} out-interface=${lan} action=masquerade`,
      },
      fix: hairpin(subject, forward, lan),
      counterExample: { prepared: subject.well, packet: trace.packet, trace },
    },
  ];
}

/** The host sees the router as its neighbour, so that the answer comes back to it. */
function hairpin({ router }: Subject, { to }: Forward, lan: string): Mend | undefined {
  const own = router.addresses.filter(
    item => !item.disabled && item.interface === lan && prefixContains(networkOf(item.address), to),
  );
  const [network, ...more] = new Set(own.map(({ address }) => networkOf(address)));
  if (network === undefined || more.length > 0) return undefined;
  const words = { 'src-address': network, 'dst-address': to, 'out-interface': lan };
  return {
    changes: [add('/ip firewall nat', { chain: 'srcnat', ...words, action: 'masquerade' })],
    isSafe: false,
    note: {
      en: `${to} then sees the router as the sender of what hosts of its own network ask by way of the router.`,
      id: `${to} lalu melihat router sebagai pengirim untuk yang dibuka host sejaringannya lewat router.`,
    },
  };
}
