import { placeOf, semanticsOf } from '../model/index.ts';
import { printIpv4, protocolName } from '../net/index.ts';
import { whyText } from '../rib/index.ts';
import type { InEveryLanguage, Language } from '../text/index.ts';
import { directAnswerText, endingText, leavingOf, nameOf, percentText } from '../walk/index.ts';
import type { Defect } from './defects/defect.ts';
import type { Concerned } from './invariants/breach.ts';
import { closingRules } from './invariants/transit.ts';
import type { Proof } from './prove.ts';
import type { Violation } from './search/search.ts';

const en = {
  packet: (ending: string) => `A packet ${ending}.`,
  outbound: (ending: string) => `A packet from the LAN to the Internet ${ending}.`,
  answer: (ending: string) => `The answer to a packet from the LAN ${ending}.`,
  unowned: (out: string, src: string) =>
    `A packet from the LAN leaves by ${out} as ${src}, an address of the network there that no port of the router has: it answers no ARP for it, and no answer comes back.`,
  later: (way: string, ending: string) =>
    `The first packet of a connection leaves by ${way}, the next one ${ending}.`,
  inbound: (to: string, from: string, ending: string) =>
    `A packet to ${to} came in by ${from}; the answer ${ending}.`,
  pinged: (to: string, from: string, ending: string) =>
    `A ping to ${to} came in by ${from}; the answer ${ending}. Nothing else of the router is asked from there.`,
  'to-lan': (from: string, ending: string) => `A packet from ${from} to another LAN ${ending}.`,
  'from-lan': (from: string, ending: string) => `The answer from another LAN to ${from} ${ending}.`,
  'to-router': (from: string, ending: string) =>
    `A packet from ${from} to the router itself (DNS, ping, management) ${ending}.`,
  'from-router': (from: string, ending: string) => `The router's answer to ${from} ${ending}.`,
  transit: (from: string, ending: string, rules: string) =>
    `The forward chain is open to third parties: a packet from ${from} that is neither for the router nor for a LAN ${ending}.${rules === '' ? '' : ` Before any rule that accepts it, this closes it: ${rules}`}`,
  sentOn: (from: string, to: string, ending: string) =>
    `A rule of dst-nat takes what comes in by ${from} as well and sends it to ${to} outside: the packet ${ending}. Third parties can use it; where only hosts of the LAN are meant, the rule needs in-interface or in-interface-list.`,
  forward: (from: string, to: string, ending: string, direct: string) =>
    `The port forward (dst-nat) of ${to} does not work from ${from}: the packet ${ending}. The answer: ${direct}`,
  fromForward: (from: string, to: string, ending: string) =>
    `The port forward (dst-nat) of ${to} does not work from ${from}: the answer ${ending}.`,
  own: (whom: string, ending: string) => `The router's own question to its ${whom} ${ending}.`,
  ownAnswer: (whom: string, ending: string) => `The answer of the router's ${whom} ${ending}.`,
  whom: {
    DNS: 'DNS server',
    DoH: 'DoH server',
    NTP: 'NTP server',
    RADIUS: 'RADIUS server',
    netwatch: 'netwatch host',
    WireGuard: 'WireGuard peer',
    L2TP: 'L2TP server',
    PPTP: 'PPTP server',
    SSTP: 'SSTP server',
    OVPN: 'OpenVPN server',
    IPsec: 'IPsec peer',
    GRE: 'GRE far end',
    EoIP: 'EoIP far end',
    IPIP: 'IPIP far end',
  },
  /** Another address may be treated otherwise, where rules or routes name it. */
  unknown: (name: string, to: string) => `${name} (its address is not in the text: ${to} stands for it)`,
  byLease: 'that a lease names',
  intoItself: (whom: string, ring: string, ending: string) =>
    `The tunnel ${ring} leads into itself: its own packets to the ${whom} must leave by a WAN, and the route sends them into the tunnel; this one ${ending}.`,
  around: (whom: string, ring: string, ending: string) =>
    `The tunnels ${ring} lead into each other: packets of the first to the ${whom} never leave by a WAN; this one ${ending}.`,
  'to-host': (lan: string, ending: string) => `A packet of the router to a host of ${lan} ${ending}.`,
  'from-host': (lan: string, ending: string) => `The answer of a host of ${lan} to the router ${ending}.`,
  closed: (server: string, from: string, ending: string, meant: string) =>
    `The ${server} server is on and gets no first packet by ${from}: it ${ending}${meant === '' ? '' : `, before the rule at ${meant} that lets it in`}.`,
  closedForward: (forward: string, place: string, from: string, ending: string) =>
    `The ${forward} at ${place} gets no first packet by ${from}: it ${ending}.`,
  unencrypted: (place: string, ending: string) =>
    `The IPsec policy at ${place} does not take the packet that it is for, as NAT changes its source or destination before: it ${ending}.`,
  concerns: (services: string) => `concerns ${services}`,
  portForward: 'port forward',
  pinned: (address: string, way: string, probe: boolean) =>
    `Only packets to ${address} are lost: it is pinned to ${way} ${probe ? 'as a probe address' : 'by a route'}.`,
  everything: 'every destination that the default route takes',
  only: (destinations: string) => `only ${destinations}`,
  share: (percent: string) => `${percent} of new connections`,
  together: (percent: string) => `${percent} over all of these WANs`,
  nobody: {
    'admin-gets-in': () => 'Nobody on a LAN can reach WinBox, SSH or WebFig of the router.',
    'lan-reaches-internet': (ending: string) =>
      `Nobody on a LAN reaches the Internet: every packet is refused; this one ${ending}.`,
  },
  remainder: {
    missing: (pcc: string, remainders: string) => `${pcc}: no rule takes remainder ${remainders}.`,
    impossible: (pcc: string, remainders: string, missing: string) =>
      `${pcc}: no packet ever has remainder ${remainders}${missing === '' ? '' : `, and no rule takes remainder ${missing}`}.`,
    repeated: (pcc: string, remainders: string) =>
      `${pcc}: more than one rule takes remainder ${remainders}.`,
  },
  emptyTable: (table: string, only: string, isKept: boolean) =>
    `Packets are marked for table ${table}, which holds no active route${only === '' ? '' : ` but to ${only}`}: ${isKept ? 'a routing rule refuses them then' : 'they go where main sends them'}.`,
  idle: (place: string, why: string) => `Its default route at ${place} is not active: ${why}`,
  crossedMarks: (mark: string, wan: string, table: string, outs: string) =>
    `Connections that come in by ${wan} are marked ${mark}, and ${mark} is sent to table ${table}, which leads out by ${outs}: what belongs to them leaves by another WAN.`,
  unsetMark: (kind: string, mark: string, near: string) =>
    `No rule sets the ${kind} "${mark}": what asks for it never matches.${near === '' ? '' : ` What rules set is the ${near}.`}`,
  withheldVlan: (vlan: string, bridge: string) =>
    `Nothing passes between ${vlan} and the router: ${bridge} filters VLANs and is no tagged member of this one itself. Whatever else is said of ${vlan} holds only once it is.`,
  unreadMark: (mark: string) =>
    `A part of a balance gets the connection-mark "${mark}", for which no rule asks: it goes where main sends it.`,
  more: (shown: string, count: number) => `${shown} and ${count} more`,
  routeLoop: (destinations: string) =>
    `Routes lead only to each other's gateways, so that none of them is ever active: ${destinations}.`,
  scope: (to: string, table: string, gateway: string, target: number, host: string, scope: number) =>
    `The route ${to} of table ${table} is never active: its gateway ${gateway} is reached by ${host} alone, whose scope ${scope} is above the route's target-scope ${target}.`,
  unreached: {
    'unreached-pcc':
      'Rules before it take every packet that such a rule shall balance: it never balances anything.',
    'unreached-mark':
      'Rules before it take every packet that such a rule shall mark: it never marks anything.',
  },
  openConnections:
    'Not judged: connections that are open while a WAN fails or comes back; each state is asked for new ones.',
  /** docs/routeros.md#not-established */
  linkReturns:
    'What RouterOS 7 does with the first packet of an open connection after the link returns is not established.',
};

const id: typeof en = {
  packet: ending => `Sebuah paket ${ending}.`,
  outbound: ending => `Paket dari LAN ke Internet ${ending}.`,
  answer: ending => `Jawaban untuk paket dari LAN ${ending}.`,
  unowned: (out, src) =>
    `Paket dari LAN keluar lewat ${out} sebagai ${src}, alamat dari jaringan di sana yang tidak ada di port mana pun: router tidak menjawab ARP untuknya, jadi jawabannya tidak kembali.`,
  later: (way, ending) => `Paket pertama sebuah koneksi keluar lewat ${way}, paket berikutnya ${ending}.`,
  inbound: (to, from, ending) => `Paket ke ${to} masuk lewat ${from}; jawabannya ${ending}.`,
  pinged: (to, from, ending) =>
    `Ping ke ${to} masuk lewat ${from}; jawabannya ${ending}. Selain itu tidak ada yang dilayani di sana.`,
  'to-lan': (from, ending) => `Paket dari ${from} ke LAN lain ${ending}.`,
  'from-lan': (from, ending) => `Jawaban dari LAN lain ke ${from} ${ending}.`,
  'to-router': (from, ending) => `Paket dari ${from} ke router sendiri (DNS, ping, pengelolaan) ${ending}.`,
  'from-router': (from, ending) => `Jawaban router ke ${from} ${ending}.`,
  transit: (from, ending, rules) =>
    `Chain forward terbuka untuk pihak ketiga: paket dari ${from} yang bukan untuk router atau LAN ${ending}.${rules === '' ? '' : ` Ditutup dengan ini, sebelum aturan yang menerimanya: ${rules}`}`,
  sentOn: (from, to, ending) =>
    `Sebuah aturan dst-nat juga mengambil yang masuk lewat ${from} dan mengirimnya ke ${to} di luar: paketnya ${ending}. Pihak ketiga bisa memakainya; kalau hanya untuk host di LAN, aturan itu perlu in-interface atau in-interface-list.`,
  forward: (from, to, ending, direct) =>
    `Port forward (dst-nat) ${to} tidak jalan dari ${from}: paketnya ${ending}. Jawabannya: ${direct}`,
  fromForward: (from, to, ending) =>
    `Port forward (dst-nat) ${to} tidak jalan dari ${from}: jawabannya ${ending}.`,
  own: (whom, ending) => `Pertanyaan router sendiri ke ${whom} ${ending}.`,
  ownAnswer: (whom, ending) => `Jawaban ${whom} untuk router ${ending}.`,
  whom: {
    DNS: 'server DNS',
    DoH: 'server DoH',
    NTP: 'server NTP',
    RADIUS: 'server RADIUS',
    netwatch: 'host netwatch',
    WireGuard: 'peer WireGuard',
    L2TP: 'server L2TP',
    PPTP: 'server PPTP',
    SSTP: 'server SSTP',
    OVPN: 'server OpenVPN',
    IPsec: 'peer IPsec',
    GRE: 'ujung seberang GRE',
    EoIP: 'ujung seberang EoIP',
    IPIP: 'ujung seberang IPIP',
  },
  unknown: (name, to) => `${name} (alamatnya tidak ada dalam teks: diwakili ${to})`,
  byLease: 'yang diberi oleh lease',
  intoItself: (whom, ring, ending) =>
    `Tunnel ${ring} masuk ke dirinya sendiri: paketnya sendiri ke ${whom} harus keluar lewat WAN, tetapi rute mengirimnya ke dalam tunnel; yang ini ${ending}.`,
  around: (whom, ring, ending) =>
    `Tunnel ${ring} saling masuk: paket tunnel pertama ke ${whom} tidak pernah keluar lewat WAN; yang ini ${ending}.`,
  'to-host': (lan, ending) => `Paket dari router ke host di ${lan} ${ending}.`,
  'from-host': (lan, ending) => `Jawaban host di ${lan} untuk router ${ending}.`,
  closed: (server, from, ending, meant) =>
    `Server ${server} hidup tetapi tidak menerima paket pertama lewat ${from}: paketnya ${ending}${meant === '' ? '' : `, sebelum aturan di ${meant} yang mengizinkannya`}.`,
  closedForward: (forward, place, from, ending) =>
    `${forward} di ${place} tidak menerima paket pertama lewat ${from}: paketnya ${ending}.`,
  unencrypted: (place, ending) =>
    `IPsec policy di ${place} tidak mengambil paket yang menjadi bagiannya, karena NAT mengubah sumber atau tujuannya lebih dulu: paketnya ${ending}.`,
  concerns: services => `mengenai ${services}`,
  portForward: 'port forward',
  pinned: (address, way, probe) =>
    `Hanya paket ke ${address} yang hilang: alamat itu diikat ke ${way} ${probe ? 'sebagai alamat pengecekan' : 'oleh sebuah rute'}.`,
  everything: 'semua tujuan yang lewat rute default',
  only: destinations => `hanya ${destinations}`,
  share: percent => `${percent} dari koneksi baru`,
  together: percent => `${percent} untuk semua WAN ini`,
  nobody: {
    'admin-gets-in': () => 'Tidak ada host di LAN yang bisa membuka WinBox, SSH atau WebFig router.',
    'lan-reaches-internet': ending =>
      `Tidak ada host di LAN yang bisa ke Internet: semua paket ditolak; yang ini ${ending}.`,
  },
  remainder: {
    missing: (pcc, remainders) => `${pcc}: tidak ada aturan untuk sisa ${remainders}.`,
    impossible: (pcc, remainders, missing) =>
      `${pcc}: tidak ada paket yang sisanya ${remainders}${missing === '' ? '' : `, dan tidak ada aturan untuk sisa ${missing}`}.`,
    repeated: (pcc, remainders) => `${pcc}: lebih dari satu aturan untuk sisa ${remainders}.`,
  },
  emptyTable: (table, only, isKept) =>
    `Paket diberi routing mark untuk tabel ${table}, yang tidak punya rute aktif${only === '' ? '' : ` selain ke ${only}`}: ${isKept ? 'routing rule lalu menolaknya' : 'paket mengikuti tabel main'}.`,
  idle: (place, why) => `Rute default-nya di ${place} tidak aktif: ${why}`,
  crossedMarks: (mark, wan, table, outs) =>
    `Koneksi yang masuk lewat ${wan} ditandai ${mark}, dan ${mark} dikirim ke tabel ${table}, yang keluar lewat ${outs}: paketnya keluar lewat WAN lain.`,
  unsetMark: (kind, mark, near) =>
    `Tidak ada aturan yang memberi ${kind} "${mark}": yang memintanya tidak pernah cocok.${near === '' ? '' : ` Yang diberikan aturan adalah ${near}.`}`,
  withheldVlan: (vlan, bridge) =>
    `Tidak ada paket antara ${vlan} dan router: ${bridge} memfilter VLAN dan bukan anggota tagged VLAN ini. Pernyataan lain tentang ${vlan} baru berlaku setelah itu diperbaiki.`,
  unreadMark: mark =>
    `Sebagian dari balance diberi connection-mark "${mark}", yang tidak diminta aturan mana pun: bagian itu pergi ke mana main mengirimnya.`,
  more: (shown, count) => `${shown} dan ${count} lagi`,
  routeLoop: destinations =>
    `Rute-rute ini hanya menuju gateway satu sama lain, jadi tidak pernah aktif: ${destinations}.`,
  scope: (to, table, gateway, target, host, scope) =>
    `Rute ${to} di tabel ${table} tidak pernah aktif: gateway-nya ${gateway} hanya dicapai lewat ${host}, yang scope-nya ${scope} lebih besar daripada target-scope ${target}.`,
  unreached: {
    'unreached-pcc':
      'Aturan sebelumnya mengambil semua paket yang harus dibagi aturan ini: aturan ini tidak pernah bekerja.',
    'unreached-mark':
      'Aturan sebelumnya mengambil semua paket yang harus ditandai aturan ini: aturan ini tidak pernah bekerja.',
  },
  openConnections:
    'Tidak dinilai: koneksi yang sudah terbuka sewaktu WAN mati atau hidup lagi; setiap keadaan ditanyakan untuk koneksi baru.',
  linkReturns:
    'Apa yang dilakukan RouterOS 7 dengan paket pertama dari koneksi terbuka setelah link hidup lagi, belum pasti.',
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
    case 'unowned':
      return say.unowned(nameOf(prepared.router, breach.out), printIpv4(breach.src));
    case 'later':
      return say.later(nameOf(prepared.router, breach.out), ending);
    case 'inbound':
    case 'pinged':
      return say[breach.kind](printIpv4(breach.to), nameOf(prepared.router, breach.in), ending);
    case 'transit':
      return say.transit(nameOf(prepared.router, breach.from), ending, closingRules(prepared).join('; '));
    case 'sent-on':
      return say.sentOn(nameOf(prepared.router, breach.from), printIpv4(breach.to), ending);
    case 'forward':
    case 'from-forward': {
      const from = nameOf(prepared.router, breach.from);
      const to = printIpv4(breach.to);
      return breach.kind === 'forward'
        ? say.forward(from, to, ending, directAnswerText(trace, language))
        : say.fromForward(from, to, ending);
    }
    case 'own':
      return say[breach.answered ? 'ownAnswer' : 'own'](whomText(breach, language), ending);
    case 'into-itself': {
      const ring = breach.ring.map(name => nameOf(prepared.router, name)).join(', ');
      return say[breach.ring.length > 1 ? 'around' : 'intoItself'](whomText(breach, language), ring, ending);
    }
    case 'to-host':
    case 'from-host':
      return say[breach.kind](nameOf(prepared.router, breach.to), ending);
    case 'closed': {
      const { from, meant } = breach;
      return say.closed(
        serviceText(breach, language),
        from.map(name => nameOf(prepared.router, name)).join(', '),
        ending,
        meant ? placeOf(meant) : '',
      );
    }
    case 'closed-forward': {
      const from = breach.from.map(name => nameOf(prepared.router, name)).join(', ');
      const forward = serviceText({ service: 'port forward', ...breach }, language);
      return say.closedForward(forward, placeOf(breach.rule), from, ending);
    }
    case 'unencrypted':
      return say.unencrypted(placeOf(breach.policy), ending);
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

/** An other end, by the address that stands for it where its own is not known. */
function whomText(
  { service, to, name }: Extract<Violation['breach'], { readonly kind: 'own' | 'into-itself' }>,
  language: Language,
): string {
  const say = words[language];
  const address = printIpv4(to);
  const called = name === undefined ? address : say.unknown(name === '' ? say.byLease : name, address);
  return `${say.whom[service]} ${called}`;
}

/** `WireGuard (UDP 13231)`. */
function serviceText({ service, protocol, port }: Concerned, language: Language): string {
  const label = service === 'port forward' ? words[language].portForward : service;
  return `${label} (${protocolName(protocol).toUpperCase()} ${port})`;
}

/** The services that it concerns, as a part of a list; empty where none are known. */
export function concernsText({ concerns = [] }: Violation, language: Language): string[] {
  if (concerns.length === 0) return [];
  return [words[language].concerns(concerns.map(one => serviceText(one, language)).join(', '))];
}

/** How much it concerns, as parts of a list; none where that is not known. */
export function weightText({ weight, share, together }: Violation, language: Language): string[] {
  const say = words[language];
  if (!weight) return [];
  const what = weight.kind === 'everything' ? say.everything : say.only(weight.destinations.join(', '));
  if (share === undefined || share > 0.9999) return [what];
  const all = together === undefined ? [] : [say.together(percentText(together))];
  return [what, say.share(percentText(share)), ...all];
}

/** What is wrong with the text itself, in one sentence. */
export function defectText({ flaw }: Defect, language: Language): string {
  const say = words[language];
  if (flaw.kind === 'empty-table') {
    const { table, only, isKept, idle } = flaw;
    const said = say.emptyTable(table, listText(only, language), isKept);
    return idle ? `${said} ${say.idle(placeOf(idle.origin), whyText(idle.why, language))}` : said;
  }
  if (flaw.kind === 'crossed-marks')
    return say.crossedMarks(flaw.mark, flaw.wan, flaw.table, flaw.outs.join(', '));
  if (flaw.kind === 'route-loop') return say.routeLoop(flaw.destinations.join(', '));
  if (flaw.kind === 'scope') {
    const { destination, table, gateway, targetScope, host, scope } = flaw;
    return say.scope(destination, table, gateway, targetScope, host, scope);
  }
  if (flaw.kind === 'unread-mark') return say.unreadMark(flaw.mark);
  if (flaw.kind === 'withheld-vlan') return say.withheldVlan(flaw.vlan, flaw.bridge);
  if (flaw.kind === 'unset-mark') {
    const { of, mark, near } = flaw;
    return say.unsetMark(of, mark, near ? `${near.kind} "${near.mark}"` : '');
  }
  if ('pcc' in flaw) {
    const { kind, pcc, remainders, missing = [] } = flaw;
    return say.remainder[kind](pcc, remainders.join(', '), missing.join(', '));
  }
  return say.unreached[flaw.kind];
}

/** The first few of a list, and how many more there are. */
function listText(all: readonly string[], language: Language): string {
  const [shown, more] = [all.slice(0, 3).join(', '), all.length - 3];
  return more > 0 ? words[language].more(shown, more) : shown;
}

/** What the states of the WANs do not answer, a sentence each. */
export function notAskedText({ linkStates, healthy }: Proof, language: Language): string[] {
  const say = words[language];
  if (linkStates < 2) return [];
  const { dropsMovedMasquerade } = semanticsOf(healthy.router.version);
  return [dropsMovedMasquerade ? `${say.openConnections} ${say.linkReturns}` : say.openConnections];
}
