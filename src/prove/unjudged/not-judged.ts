import { mainTable, placeOf } from '../../model/index.ts';
import { printIpv4 } from '../../net/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import { pointsText } from '../../walk/index.ts';
import type { NotJudged } from './verdict.ts';

const en = {
  stoppedEarly: 'there are more ways than were walked',
  noWan: 'no WAN with an address is found',
  noLan: 'no LAN with a network is found',
  noDefault: 'no default route of main is in the text',
  part: 'this part of a configuration states neither an address of its WANs nor a mark: by which line answers go may stand in the rest',
  noAddress: (table: string) =>
    `whether table ${table} has an active route is unknown: its gateway lies in no network that the text states; say /ip address or --lease`,
  noNat:
    'the text translates nothing, and the address of the uplink is private or not stated: whether the router behind it knows the way back and translates is unknown',
  innerRouter: (wan: string, place: string) =>
    `packets leave by ${wan} with a private source, and by ${place} another router of one's own stands there: whether it knows the way back and translates is unknown`,
  mainNotUnderstood: (place: string) =>
    `whether main has a default route is unknown: ${place} is not understood`,
  notUnderstood: (table: string, place: string) =>
    `whether table ${table} has an active route is unknown: ${place} names it and is not understood`,
  leftToRouter: (place: string) =>
    `only the router can carry out ${place}, which may add what seems to be missing`,
  noRoute: (table: string) =>
    `this page shows rules that mark for table ${table} and no route of it: it may be left to the reader`,
  unfilledList: (list: string, place: string) =>
    `the rule of NAT at ${place} is for list ${list}, which this part of a configuration does not fill: whether it translates what leaves there is unknown`,
  knocked: (list: string, place: string) =>
    `the rule at ${place} lets in whom other rules put on list ${list}: whether administrators do what these ask for is unknown`,
  proxyArp: (wan: string) =>
    `the default route names ${wan} without an address: whether the provider answers ARP for every address (proxy ARP) is unknown; gateway=<address> needs none`,
  ledInside: (lan: string, gateway: string) =>
    `the default route leads to ${gateway} on ${lan}, which is a LAN: whether that neighbour takes packets on, and knows the way back, is unknown; if ${lan} is an uplink, say --wan ${lan}`,
  taught: (protocol: string, place: string) =>
    `no route of the text leads there, and whether ${protocol} (${place}) teaches one is unknown`,
  broughtHere: (wan: string, address: string) =>
    `packets leave by ${wan} as ${address}, an address that no port of the router has: whether the provider brings answers for it here is unknown`,
  several: (place: string, before: string) =>
    `this page holds several configurations: what ${place} says cannot be of the same router as ${before}; pass one of them`,
  noSeed: (tried: number) => `no seed was found with which the hashes go the bad way, among ${tried}`,
  tooManyKinds: (left: number) =>
    `more kinds of packets can be told apart than are walked (${left} are left out)`,
};

const id: typeof en = {
  stoppedEarly: 'kemungkinannya lebih banyak daripada yang diperiksa',
  noWan: 'tidak ditemukan WAN yang punya alamat',
  noLan: 'tidak ditemukan LAN yang punya jaringan',
  noDefault: 'tidak ada rute default di tabel main dalam teks',
  part: 'bagian konfigurasi ini tidak menyebut alamat WAN-nya maupun mark: lewat jalur mana jawaban pergi mungkin tertulis di bagian lain',
  noAddress: table =>
    `tidak diketahui apakah tabel ${table} punya rute aktif: gateway-nya tidak ada di jaringan yang tertulis; tulis /ip address atau --lease`,
  noNat:
    'teks ini tidak punya NAT, dan alamat uplink-nya privat atau tidak tertulis: tidak diketahui apakah router di belakangnya tahu jalan kembali dan melakukan NAT',
  innerRouter: (wan, place) =>
    `paket keluar lewat ${wan} dengan sumber privat, dan menurut ${place} di sana ada router sendiri: tidak diketahui apakah router itu tahu jalan kembali dan melakukan NAT`,
  mainNotUnderstood: place => `tidak diketahui apakah main punya rute default: ${place} tidak dipahami`,
  notUnderstood: (table, place) =>
    `tidak diketahui apakah tabel ${table} punya rute aktif: ${place} menyebutnya tetapi tidak dipahami`,
  leftToRouter: place =>
    `hanya router yang bisa menjalankan ${place}, yang mungkin menambah apa yang tampaknya kurang`,
  noRoute: table =>
    `halaman ini memuat aturan yang menandai untuk tabel ${table} tanpa rutenya: mungkin diserahkan kepada pembaca`,
  unfilledList: (list, place) =>
    `aturan NAT di ${place} untuk daftar ${list}, yang tidak diisi di bagian konfigurasi ini: tidak diketahui apakah aturan itu berlaku untuk yang keluar di sana`,
  knocked: (list, place) =>
    `aturan di ${place} mengizinkan siapa yang dimasukkan aturan lain ke daftar ${list}: tidak diketahui apakah admin melakukan yang dimintanya`,
  proxyArp: wan =>
    `rute default menyebut ${wan} tanpa alamat: tidak diketahui apakah penyedia menjawab ARP untuk semua alamat (proxy ARP); dengan gateway=<alamat> itu tidak perlu`,
  ledInside: (lan, gateway) =>
    `rute default menuju ${gateway} di ${lan}, yang merupakan LAN: tidak diketahui apakah tetangga itu meneruskan paket dan tahu jalan kembali; kalau ${lan} adalah uplink, tulis --wan ${lan}`,
  taught: (protocol, place) =>
    `tidak ada rute di teks yang menuju ke sana, dan tidak diketahui apakah ${protocol} (${place}) memberinya`,
  broughtHere: (wan, address) =>
    `paket keluar lewat ${wan} sebagai ${address}, alamat yang tidak ada di port mana pun: tidak diketahui apakah penyedia mengantar jawabannya ke sini`,
  several: (place, before) =>
    `halaman ini memuat beberapa konfigurasi: yang tertulis di ${place} tidak mungkin di router yang sama dengan ${before}; berikan salah satunya saja`,
  noSeed: tried =>
    `tidak ditemukan seed yang membuat hash jatuh ke jalan yang salah, dari ${tried} yang dicoba`,
  tooManyKinds: left =>
    `jenis paket yang dapat dibedakan lebih banyak daripada yang dicoba (${left} tidak dicoba)`,
};

const words: InEveryLanguage<typeof en> = { en, id };

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
    case 'part':
      return say.part;
    case 'no-nat':
      return say.noNat;
    case 'inner-router':
      return say.innerRouter(why.wan, placeOf(why.origin));
    case 'not-understood':
      return why.table === mainTable
        ? say.mainNotUnderstood(placeOf(why.origin))
        : say.notUnderstood(why.table, placeOf(why.origin));
    case 'left-to-router':
      return say.leftToRouter(pointsText([why.point], language));
    case 'no-address':
      return say.noAddress(why.table);
    case 'no-route':
      return say.noRoute(why.table);
    case 'unfilled-list':
      return say.unfilledList(why.list, placeOf(why.origin));
    case 'knocked':
      return say.knocked(why.list, placeOf(why.origin));
    case 'proxy-arp':
      return say.proxyArp(why.wan);
    case 'led-inside':
      return say.ledInside(why.lan, printIpv4(why.gateway));
    case 'taught':
      return say.taught(why.protocol, placeOf(why.origin));
    case 'brought-here':
      return say.broughtHere(why.wan, printIpv4(why.address));
    case 'several':
      return say.several(placeOf(why.origin), placeOf(why.before));
    case 'no-seed':
      return say.noSeed(why.tried);
    case 'too-many-kinds':
      return say.tooManyKinds(why.leftOut);
  }
}
