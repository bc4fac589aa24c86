import { printIpv4 } from '../net/index.ts';
import type { InEveryLanguage, Language } from '../text/index.ts';
import { directAnswerText, endingText, leavingOf, nameOf, percentText } from '../walk/index.ts';
import type { Defect } from './completeness.ts';
import type { Violation } from './search.ts';
import { closingRules } from './transit.ts';
import type { NotJudged } from './verdict.ts';

const en = {
  packet: (ending: string) => `A packet ${ending}.`,
  outbound: (ending: string) => `A packet from the LAN to the Internet ${ending}.`,
  answer: (ending: string) => `The answer to a packet from the LAN ${ending}.`,
  later: (way: string, ending: string) =>
    `The first packet of a connection leaves by ${way}, the next one ${ending}.`,
  inbound: (to: string, from: string, ending: string) =>
    `A packet to ${to} came in by ${from}; the answer ${ending}.`,
  'to-lan': (from: string, ending: string) => `A packet from ${from} to another LAN ${ending}.`,
  'from-lan': (from: string, ending: string) => `The answer from another LAN to ${from} ${ending}.`,
  'to-router': (from: string, ending: string) =>
    `A packet from ${from} to the router itself (DNS, ping, management) ${ending}.`,
  'from-router': (from: string, ending: string) => `The router's answer to ${from} ${ending}.`,
  transit: (from: string, ending: string, rules: string) =>
    `The forward chain is open to third parties: a packet from ${from} that is neither for the router nor for a LAN ${ending}. Before any rule that accepts it, this closes it: ${rules}`,
  forward: (from: string, to: string, ending: string, direct: string) =>
    `The port forward (dst-nat) of ${to} does not work from ${from}: the packet ${ending}. The answer: ${direct}`,
  fromForward: (from: string, to: string, ending: string) =>
    `The port forward (dst-nat) of ${to} does not work from ${from}: the answer ${ending}.`,
  own: (service: string, to: string, ending: string) =>
    `The router's own question to its ${service} server ${to} ${ending}.`,
  ownAnswer: (service: string, to: string, ending: string) =>
    `The answer of the router's ${service} server ${to} ${ending}.`,
  pinned: (address: string, way: string, probe: boolean) =>
    `Only packets to ${address} are lost: it is pinned to ${way} ${probe ? 'as a probe address' : 'by a route'}.`,
  everything: 'every destination that the default route takes',
  only: (destinations: string) => `only ${destinations}`,
  share: (percent: string) => `${percent} of new connections`,
  nobody: {
    'admin-gets-in': () => 'Nobody on a LAN can reach WinBox, SSH or WebFig of the router.',
    'lan-reaches-internet': (ending: string) =>
      `Nobody on a LAN reaches the Internet: every packet is refused; this one ${ending}.`,
  },
  remainder: {
    missing: (pcc: string, remainders: string) => `${pcc}: no rule takes remainder ${remainders}.`,
    impossible: (pcc: string, remainders: string) => `${pcc}: no packet ever has remainder ${remainders}.`,
    repeated: (pcc: string, remainders: string) =>
      `${pcc}: more than one rule takes remainder ${remainders}.`,
  },
  emptyTable: (table: string) =>
    `Packets are marked for table ${table}, which holds no active route: they go where main sends them.`,
  routeLoop: (destinations: string) =>
    `Routes lead only to each other's gateways, so that none of them is ever active: ${destinations}.`,
  unreached: {
    'unreached-pcc':
      'Rules before this one take every packet that it shall balance: it never balances anything.',
    'unreached-mark': 'Rules before this one take every packet that it shall mark: it never marks anything.',
  },
  stoppedEarly: 'there are more ways than were walked',
  noWan: 'no WAN with an address is found',
  noLan: 'no LAN with a network is found',
  noDefault: 'no default route is in the text',
  noAddress: (table: string) =>
    `whether table ${table} has an active route is unknown: its gateway lies in no network that the text states; say /ip address or --lease`,
  noSeed: (tried: number) => `no seed was found with which the hashes go the bad way, among ${tried}`,
};

const id: typeof en = {
  packet: ending => `Sebuah paket ${ending}.`,
  outbound: ending => `Paket dari LAN ke Internet ${ending}.`,
  answer: ending => `Jawaban untuk paket dari LAN ${ending}.`,
  later: (way, ending) => `Paket pertama sebuah koneksi keluar lewat ${way}, paket berikutnya ${ending}.`,
  inbound: (to, from, ending) => `Paket ke ${to} masuk lewat ${from}; jawabannya ${ending}.`,
  'to-lan': (from, ending) => `Paket dari ${from} ke LAN lain ${ending}.`,
  'from-lan': (from, ending) => `Jawaban dari LAN lain ke ${from} ${ending}.`,
  'to-router': (from, ending) => `Paket dari ${from} ke router sendiri (DNS, ping, pengelolaan) ${ending}.`,
  'from-router': (from, ending) => `Jawaban router ke ${from} ${ending}.`,
  transit: (from, ending, rules) =>
    `Chain forward terbuka untuk pihak ketiga: paket dari ${from} yang bukan untuk router atau LAN ${ending}. Ditutup dengan ini, sebelum aturan yang menerimanya: ${rules}`,
  forward: (from, to, ending, direct) =>
    `Port forward (dst-nat) ${to} tidak jalan dari ${from}: paketnya ${ending}. Jawabannya: ${direct}`,
  fromForward: (from, to, ending) =>
    `Port forward (dst-nat) ${to} tidak jalan dari ${from}: jawabannya ${ending}.`,
  own: (service, to, ending) => `Pertanyaan router sendiri ke server ${service} ${to} ${ending}.`,
  ownAnswer: (service, to, ending) => `Jawaban server ${service} ${to} untuk router ${ending}.`,
  pinned: (address, way, probe) =>
    `Hanya paket ke ${address} yang hilang: alamat itu diikat ke ${way} ${probe ? 'sebagai alamat pengecekan' : 'oleh sebuah rute'}.`,
  everything: 'semua tujuan yang lewat rute default',
  only: destinations => `hanya ${destinations}`,
  share: percent => `${percent} dari koneksi baru`,
  nobody: {
    'admin-gets-in': () => 'Tidak ada host di LAN yang bisa membuka WinBox, SSH atau WebFig router.',
    'lan-reaches-internet': ending =>
      `Tidak ada host di LAN yang bisa ke Internet: semua paket ditolak; yang ini ${ending}.`,
  },
  remainder: {
    missing: (pcc, remainders) => `${pcc}: tidak ada aturan untuk sisa ${remainders}.`,
    impossible: (pcc, remainders) => `${pcc}: tidak ada paket yang sisanya ${remainders}.`,
    repeated: (pcc, remainders) => `${pcc}: lebih dari satu aturan untuk sisa ${remainders}.`,
  },
  emptyTable: table =>
    `Paket diberi routing mark untuk tabel ${table}, yang tidak punya rute aktif: paket mengikuti tabel main.`,
  routeLoop: destinations =>
    `Rute-rute ini hanya menuju gateway satu sama lain, jadi tidak pernah aktif: ${destinations}.`,
  unreached: {
    'unreached-pcc':
      'Aturan sebelumnya mengambil semua paket yang harus dibagi aturan ini: aturan ini tidak pernah bekerja.',
    'unreached-mark':
      'Aturan sebelumnya mengambil semua paket yang harus ditandai aturan ini: aturan ini tidak pernah bekerja.',
  },
  stoppedEarly: 'kemungkinannya lebih banyak daripada yang diperiksa',
  noWan: 'tidak ditemukan WAN yang punya alamat',
  noLan: 'tidak ditemukan LAN yang punya jaringan',
  noDefault: 'tidak ada rute default dalam teks',
  noAddress: table =>
    `tidak diketahui apakah tabel ${table} punya rute aktif: gateway-nya tidak ada di jaringan yang tertulis; tulis /ip address atau --lease`,
  noSeed: tried =>
    `tidak ditemukan seed yang membuat hash jatuh ke jalan yang salah, dari ${tried} yang dicoba`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What is wrong, in one sentence. */
export function violationText({ breach, trace, prepared }: Violation, language: Language): string {
  const say = words[language];
  const ending = endingText(prepared, trace, language);
  switch (breach.kind) {
    case 'packet':
    case 'outbound':
    case 'answer':
      return say[breach.kind](ending);
    case 'later':
      return say.later(nameOf(prepared.router, breach.out), ending);
    case 'inbound':
      return say.inbound(printIpv4(breach.to), nameOf(prepared.router, breach.in), ending);
    case 'transit':
      return say.transit(nameOf(prepared.router, breach.from), ending, closingRules(prepared).join('; '));
    case 'forward':
    case 'from-forward': {
      const from = nameOf(prepared.router, breach.from);
      const to = printIpv4(breach.to);
      return breach.kind === 'forward'
        ? say.forward(from, to, ending, directAnswerText(trace, language))
        : say.fromForward(from, to, ending);
    }
    case 'own':
      return say[breach.answered ? 'ownAnswer' : 'own'](breach.service, printIpv4(breach.to), ending);
    case 'pinned': {
      const way = nameOf(prepared.router, leavingOf(trace)?.out ?? '');
      return say.pinned(breach.destination.replace('/32', ''), way, breach.probe);
    }
    case 'to-lan':
    case 'from-lan':
    case 'to-router':
    case 'from-router':
      return say[breach.kind](nameOf(prepared.router, breach.from), ending);
    case 'nobody':
      return say.nobody[breach.invariant](ending);
  }
}

/** How much it concerns, as parts of a list; none where that is not known. */
export function weightText({ weight, share }: Violation, language: Language): string[] {
  const say = words[language];
  if (!weight) return [];
  const what = weight.kind === 'everything' ? say.everything : say.only(weight.destinations.join(', '));
  return share === undefined || share > 0.9999 ? [what] : [what, say.share(percentText(share))];
}

/** What is wrong with the text itself, in one sentence. */
export function defectText({ flaw }: Defect, language: Language): string {
  const say = words[language];
  if (flaw.kind === 'empty-table') return say.emptyTable(flaw.table);
  if (flaw.kind === 'route-loop') return say.routeLoop(flaw.destinations.join(', '));
  if ('pcc' in flaw) return say.remainder[flaw.kind](flaw.pcc, flaw.remainders.join(', '));
  return say.unreached[flaw.kind];
}

/** Why an invariant was not judged, as the end of a sentence. */
export function notJudgedText(why: NotJudged, language: Language): string {
  const say = words[language];
  switch (why.kind) {
    case 'stopped-early':
      return say.stoppedEarly;
    case 'no-wan':
      return say.noWan;
    case 'no-default':
      return say.noDefault;
    case 'no-lan':
      return say.noLan;
    case 'no-address':
      return say.noAddress(why.table);
    case 'no-seed':
      return say.noSeed(why.tried);
  }
}
