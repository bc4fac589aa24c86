import { counted, type InEveryLanguage } from '../text/index.ts';

const en = {
  comesBy: (src: string, port: string, network: string) =>
    `Assumed: ${src} comes in by ${port}, where ${network} lies (say otherwise with --in <interface>).`,
  madeBy: (src: string) =>
    `Assumed: the router makes it with source ${src}, which lies in no network of the text (say otherwise with --in <interface>).`,
  sentBy: (src: string, port: string) =>
    `Assumed: ${src} of the network of ${port} sends it (say otherwise with --src <address>).`,
  assumedSeed: 'PCC is that of a boot which drew seed 0; --seed chooses another.',
  linuxSeed:
    'PCC is that of a gateway with seed 0; each draws its own once ("seed" in jalur status --json), and --seed takes it.',
  linuxPace:
    'On Linux, jalur run finds a dead line by its own pace (0.3 s under traffic, a second without; docs/health.md), and connections carry the number of the line that they leave by: when it dies, TCP is reset and the rest begins anew by another line; when it returns, what was opened meanwhile stays where it is. --pace routeros does neither.',
  granted: (answer: string) => `${answer}, as topology.yaml says.`,
  before: 'First:',
  during: {
    unplugged: (wan: string) => `Then ${wan} is unplugged:`,
    gateway: (wan: string) => `Then the gateway of ${wan} falls silent, though its link is up:`,
    upstream: (wan: string) => `Then nothing behind the gateway of ${wan} answers, though its link is up:`,
  },
  after: (wan: string) => `Then ${wan} is back:`,
  onceDown: (sentence: string) => ` Once the WAN is down: ${sentence.replace(/^T/, 't')}`,
  dependingOn: (points: string) => `Depending on ${points}:`,
  asStands: 'Without what is not certain, step by step:',
  otherwise: (when: string, text: string) => `But where ${when}: ${text}`,
  or: ', or ',
  stopped: 'More ways exist than were walked: nothing is said of the others.',
  sharesInForce: 'Buckets as the gateway on this machine has them.',
  leftOut: (place: string, why: string) => `${place}: this rule is not in the Linux program: ${why}.`,
  drawn: 'A seed drawn at boot, a counter or chance decides which; --seed fixes the seed.',
  likely: (percent: string) => `The likeliest way (${percent}), step by step:`,
  emptyTables: 'Tables that were looked in without success:',
  answer: 'The answer:',
  range: (from: string, to: string) => `${from} to ${to}`,
  depending: (points: string) => `, depending on ${points}`,
  spread: {
    head: (open: string, shares: string) => `Expected shares of connections${open}: ${shares}.`,
    columns: ['way', 'connections', 'bytes'],
    basis: (flows: number, clients: number, hosts: number, boots: number) =>
      `${counted(flows, 'connection')} of ${counted(clients, 'client')} to ${counted(hosts, 'host')}, after each of ${boots} boots; ± holds 95 of 100 boots.`,
    allOver: (lans: string) =>
      `Rules treat some hosts of ${lans} in another way than others: the clients are spread evenly over its addresses. Where most of yours are elsewhere, the shares are others.`,
    noMac:
      'Rules ask for MAC addresses, which imagined clients do not have: what they say of those is not in these shares.',
    mix: (parts: string) => `Bytes by this mix: ${parts}.`,
    part: (share: string, name: string, size: string) => `${share} ${name} of ${size}`,
    noLan: 'no LAN is found: no interface but the WANs has a network.',
  },
  diff: {
    noChange: 'No change;',
    allUp: 'with all WANs up,',
    inOutage: (changed: number, states: number) =>
      changed === 0
        ? `In the ${states} outages of one line nothing else changes.`
        : `In ${changed} of ${states} outages of one line more changes.`,
    outage: (state: string, connections: number, moving: number, kinds: number) =>
      `With ${state}: of ${connections} connections ${moving} end in another way, and ${counted(kinds, 'other kind')} of packets.`,
    nothingSent: 'no packet was compared, as no LAN and no WAN with an address is found.',
    changes: (changes: number, written: number) =>
      `${counted(changes, 'change')}${written === 0 ? '' : ` and ${counted(written, 'statement')} written differently`};`,
    moving: (connections: number, moving: string, one: boolean, open: string) =>
      `of ${counted(connections, 'connection')} ${moving} ${one ? 'moves' : 'move'}${open};`,
    kinds: (sent: number, changed: number) =>
      `of ${counted(sent, 'other kind')} of packets ${changed} ${changed === 1 ? 'ends' : 'end'} in another way.`,
    written: 'Written differently; nothing that the router has differs because of it:',
    notAll: (sent: number) => `More kinds of packets can be told apart than the ${sent} that were sent.`,
  },
  prove: {
    remark: 'remark',
    example: (packet: string, seed: number) => `It begins with ${packet} (seed ${seed}).`,
    depending: (points: string, sentence: string) => `Depending on ${points}: ${sentence}`,
    where: (conditions: string, sentence: string) => `Where ${conditions}: ${sentence}`,
    unplugged: (wan: string) => `${wan} unplugged`,
    gateway: (wan: string) => `${wan}: its gateway is silent`,
    upstream: (wan: string) => `${wan} dead behind its gateway`,
    remedy: 'These lines mend it; proved with them:',
    remedyBut: (states: string) => `These lines mend it, but not with ${states}; proved with them:`,
    remedyPrice: (states: string) =>
      `These lines mend it; proved with them. What goes that way then is lost with ${states}, which nobody notices:`,
    alsoBreaks: (invariants: string) => `breaks ${invariants} as well`,
    alsoIn: (states: string) => `also ${states}`,
    over: (state: string) => `after this is over: ${state}`,
  },
};

const id: typeof en = {
  comesBy: (src, port, network) =>
    `Diasumsikan: ${src} masuk lewat ${port}, tempat ${network} berada (ubah dengan --in <interface>).`,
  madeBy: src =>
    `Diasumsikan: router sendiri yang mengirimnya dengan sumber ${src}, yang tidak ada di jaringan mana pun dalam teks (ubah dengan --in <interface>).`,
  linuxPace:
    'Di Linux, jalur run menemukan saluran mati dengan temponya sendiri (0,3 detik bila ada lalu lintas, sedetik bila tidak; docs/health.md), dan koneksi membawa nomor saluran tempat ia keluar: bila saluran itu mati, TCP di-reset dan sisanya mulai lagi lewat saluran lain; bila pulih, yang dibuka sementara itu tetap di tempatnya. --pace routeros tidak melakukan keduanya.',
  sentBy: (src, port) =>
    `Diasumsikan: ${src} di jaringan ${port} yang mengirimnya (ubah dengan --src <alamat>).`,
  assumedSeed: 'PCC dihitung untuk boot dengan seed 0; --seed memilih yang lain.',
  linuxSeed:
    'PCC dihitung untuk gateway dengan seed 0; setiap gateway mengundi seed-nya sekali ("seed" pada jalur status --json), dan --seed menerimanya.',
  granted: answer => `${answer}, menurut topology.yaml.`,
  before: 'Mula-mula:',
  during: {
    unplugged: wan => `Lalu kabel ${wan} dicabut:`,
    gateway: wan => `Lalu gateway ${wan} diam, padahal link-nya hidup:`,
    upstream: wan => `Lalu tidak ada yang menjawab di belakang gateway ${wan}, padahal link-nya hidup:`,
  },
  after: wan => `Lalu ${wan} hidup lagi:`,
  onceDown: sentence => ` Setelah WAN mati: ${sentence.replace(/^P/, 'p')}`,
  dependingOn: points => `Tergantung ${points}:`,
  asStands: 'Tanpa yang tidak pasti, langkah demi langkah:',
  otherwise: (when, text) => `Tetapi kalau ${when}: ${text}`,
  or: ', atau ',
  stopped: 'Kemungkinannya lebih banyak daripada yang diperiksa: yang lain tidak diketahui.',
  sharesInForce: 'Bucket sebagaimana dimiliki gateway di mesin ini.',
  leftOut: (place, why) => `${place}: aturan ini tidak ada di program Linux: ${why}.`,
  drawn:
    'Yang mana, ditentukan oleh seed yang diambil router saat boot, penghitung, atau pilihan acak; --seed menetapkan seed.',
  likely: percent => `Jalan yang paling mungkin (${percent}), langkah demi langkah:`,
  emptyTables: 'Tabel routing yang dicari tetapi tanpa hasil:',
  answer: 'Jawabannya:',
  range: (from, to) => `${from} sampai ${to}`,
  depending: points => `, tergantung ${points}`,
  spread: {
    head: (open, shares) => `Perkiraan pembagian koneksi${open}: ${shares}.`,
    columns: ['jalan', 'koneksi', 'byte'],
    basis: (flows, clients, hosts, boots) =>
      `${flows} koneksi dari ${clients} client ke ${hosts} host, setelah masing-masing ${boots} boot; ± berlaku untuk 95 dari 100 boot.`,
    allOver: lans =>
      `Aturan memperlakukan sebagian host di ${lans} secara lain: client disebar merata di seluruh alamatnya. Kalau kebanyakan client Anda ada di bagian lain, pembagiannya berbeda.`,
    noMac:
      'Aturan menanyakan alamat MAC yang tidak dimiliki client bayangan: ketentuannya tidak termasuk dalam pembagian ini.',
    mix: parts => `Byte menurut campuran ini: ${parts}.`,
    part: (share, name, size) => `${share} ${name} sebesar ${size}`,
    noLan: 'LAN tidak ditemukan: selain WAN tidak ada interface yang punya jaringan.',
  },
  diff: {
    noChange: 'Tidak ada perubahan;',
    allUp: 'selagi semua WAN hidup,',
    inOutage: (changed, states) =>
      changed === 0
        ? `Dalam ${states} gangguan satu jalur tidak ada perubahan lain.`
        : `Dalam ${changed} dari ${states} gangguan satu jalur masih ada yang berubah.`,
    outage: (state, connections, moving, kinds) =>
      `Kalau ${state}: dari ${connections} koneksi ${moving} berakhir lain, dan ${kinds} jenis paket lain.`,
    nothingSent:
      'tidak ada paket yang dibandingkan, karena tidak ditemukan LAN maupun WAN yang punya alamat.',
    changes: (changes, written) =>
      `${changes} perubahan${written === 0 ? '' : ` dan ${written} pernyataan yang ditulis lain`};`,
    moving: (connections, moving, _, open) => `dari ${connections} koneksi ${moving} berpindah${open};`,
    kinds: (sent, changed) => `dari ${sent} jenis paket lain ${changed} berakhir lain.`,
    written: 'Ditulis lain, tetapi isi router tidak berubah karenanya:',
    notAll: sent => `Jenis paket yang dapat dibedakan lebih banyak daripada ${sent} yang dikirim.`,
  },
  prove: {
    remark: 'catatan',
    example: (packet, seed) => `Dimulai dengan ${packet} (seed ${seed}).`,
    depending: (points, sentence) => `Tergantung ${points}: ${sentence}`,
    where: (conditions, sentence) => `Jika ${conditions}: ${sentence}`,
    unplugged: wan => `kabel ${wan} dicabut`,
    gateway: wan => `${wan}: gateway-nya diam`,
    upstream: wan => `${wan} mati di belakang gateway-nya`,
    remedy: 'Baris ini memperbaikinya; sudah dibuktikan dengannya:',
    remedyBut: states =>
      `Baris ini memperbaikinya, tetapi tidak kalau ${states}; sudah dibuktikan dengannya:`,
    remedyPrice: states =>
      `Baris ini memperbaikinya; sudah dibuktikan dengannya. Yang lalu lewat sana hilang kalau ${states}, tanpa ada yang tahu:`,
    alsoBreaks: invariants => `juga melanggar ${invariants}`,
    alsoIn: states => `juga ${states}`,
    over: state => `setelah ini selesai: ${state}`,
  },
};

/** What the commands say that walk packets. */
export const walkWords: InEveryLanguage<typeof en> = { en, id };
