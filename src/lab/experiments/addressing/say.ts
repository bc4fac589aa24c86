import { type Why, whyText } from '../../../rib/index.ts';
import type { InEveryLanguage } from '../../../text/index.ts';
import { common } from '../say.ts';

const en = {
  ...common.en,
  why: (why: Why) => whyText(why, 'en'),
  title: 'Which addresses are assigned, and which routes follow from them?',
  part: 'leases, NAT and routes',
  reading: 'reading leases and routes',
  asking: 'asking servers which source address they see',
  finding: (leases: string, inside: number, clients: number, ports: string) =>
    `The WANs have ${leases}; ${inside} of ${clients} clients have an address of the LAN; the default route of main leaves by ${ports}.`,
  noLease: 'no address',
  nothing: 'nothing',
  noAnswer: 'no answer',
  address: (port: string) => `address of ${port}`,
  clientsIn: (lan: string) => `clients with an address of ${lan}`,
  defaultRoute: (table: string) => `default route of ${table} leaves by`,
  noRoute: 'nothing: no active route',
  kernelRoutes: 'routes in the kernel and in the route list',
  equal: 'equal',
  seenAddress: (isp: string) => `source address that ${isp} sees of every client`,
  resolver: 'resolver that DHCP gave to the clients',
  lookUp: (name: string, resolver: string) => `${name} asked of ${resolver}`,
  wanClients: 'Addresses of the WANs',
  // As Winbox titles them.
  wanColumns: ['Interface', 'IP Address', 'Gateway', 'DNS', 'Status'],
  leaseAfter: 'Lease after',
  from: { dhcp: 'bound', dialled: 'dialled', static: 'static' },
  lanClients: 'DHCP clients on the LAN',
  lanColumns: ['client', 'address', 'gateway', 'DNS'],
  nat: 'NAT: the source address that servers saw',
  natColumns: ['client', 'seen by', 'source address'],
  ispRouter: (isp: string) => `router of ${isp}`,
  server: (address: string) => `server ${address}`,
  has: 'has one',
  wanAddress: (port: string) => `an address on ${port}`,
  noWanAddress: (isp: string, port: string) => `${isp}: ${port} has no address.`,
  clientGateway: 'default gateway of each client',
  given: 'given',
  noGateway: (clients: string) =>
    `No default route for ${clients}: the DHCP server gives no gateway (its network is missing, or has none).`,
  activeDefault: 'an active default route',
  noDefault: 'No table has an active default route that leads anywhere: nothing leaves the router.',
  tableRoute: (table: string) => `an active route in ${table}`,
  emptyTable: (table: string) =>
    `Table ${table} has no active route: packets that marks or rules send there use main instead.`,
  translated: (isp: string) => `source addresses that ${isp} sees`,
  notClients: "none of a client's own",
  leak: (isp: string, port: string, seen: string) =>
    `${isp} sees the clients' own addresses (${seen}): nothing translates what leaves by ${port}, and no answer finds its way back.`,
  allReach: 'each client reaches the Internet',
  someDoNot: (clients: string) => `No connection to the Internet for ${clients}, while others have one.`,
  noResolver: (resolver: string, name: string, answer: string) =>
    `The clients' resolver ${resolver} does not resolve ${name}: ${answer}.`,
  behindNat: (address: string, isp: string) => `${address} (by ${isp}, which has a NAT of its own)`,
  routes: 'Routes',
  inactive: 'Inactive routes, and why',
  inactiveColumns: ['Dst. Address', 'Gateway', 'Table', 'Statement', 'Reason'],
};

/** Sentences of the addressing experiment. */
export type AddressingWords = typeof en;

const id: AddressingWords = {
  ...common.id,
  why: why => whyText(why, 'id'),
  title: 'Alamat apa yang diberikan, dan rute apa yang mengikutinya?',
  part: 'lease, NAT, dan rute',
  reading: 'membaca lease dan rute',
  asking: 'menanyakan alamat sumber yang dilihat server',
  finding: (leases, inside, clients, ports) =>
    `WAN memperoleh ${leases}; ${inside} dari ${clients} klien memiliki alamat LAN; rute default main keluar lewat ${ports}.`,
  noLease: 'tanpa lease',
  nothing: 'tidak ada',
  noAnswer: 'tidak ada jawaban',
  address: port => `alamat ${port}`,
  clientsIn: lan => `klien dengan alamat dari ${lan}`,
  defaultRoute: table => `rute default ${table} keluar lewat`,
  noRoute: 'tidak ada: tanpa rute aktif',
  kernelRoutes: 'rute di kernel dan di daftar rute',
  equal: 'sama',
  seenAddress: isp => `alamat sumber setiap klien menurut ${isp}`,
  resolver: 'resolver yang diberikan DHCP kepada klien',
  lookUp: (name, resolver) => `${name} ditanyakan ke ${resolver}`,
  wanClients: 'Alamat WAN',
  wanColumns: ['Interface', 'IP Address', 'Gateway', 'DNS', 'Status'],
  leaseAfter: 'Lease setelah',
  from: { dhcp: 'bound', dialled: 'dial', static: 'statis' },
  lanClients: 'Klien DHCP di LAN',
  lanColumns: ['klien', 'alamat', 'gateway', 'DNS'],
  nat: 'NAT: alamat sumber yang dilihat server',
  natColumns: ['klien', 'dilihat oleh', 'alamat sumber'],
  ispRouter: isp => `router ${isp}`,
  server: address => `server ${address}`,
  has: 'ada',
  wanAddress: port => `alamat pada ${port}`,
  noWanAddress: (isp, port) => `${isp}: ${port} tidak punya alamat.`,
  clientGateway: 'gateway default setiap klien',
  given: 'diberikan',
  noGateway: clients =>
    `Tidak ada rute default untuk ${clients}: server DHCP tidak memberi gateway (network-nya tidak ada, atau tanpa gateway).`,
  activeDefault: 'rute default yang aktif',
  noDefault:
    'Tidak ada tabel yang punya rute default aktif ke suatu tempat: tidak ada yang keluar dari router.',
  tableRoute: table => `rute aktif di ${table}`,
  emptyTable: table =>
    `Tabel ${table} tidak punya rute aktif: paket yang dikirim ke sana oleh tanda atau aturan memakai main.`,
  translated: isp => `alamat sumber yang dilihat ${isp}`,
  notClients: 'bukan alamat klien sendiri',
  leak: (isp, port, seen) =>
    `${isp} melihat alamat klien sendiri (${seen}): tidak ada yang menerjemahkan apa yang keluar lewat ${port}, dan jawaban tidak kembali.`,
  allReach: 'setiap klien mencapai Internet',
  someDoNot: clients => `Tidak ada koneksi ke Internet untuk ${clients}, sedangkan yang lain punya.`,
  noResolver: (resolver, name, answer) =>
    `Resolver klien, ${resolver}, tidak menjawab untuk ${name}: ${answer}.`,
  behindNat: (address, isp) => `${address} (lewat ${isp}, yang memiliki NAT sendiri)`,
  routes: 'Rute',
  inactive: 'Rute yang tidak aktif, dan sebabnya',
  inactiveColumns: ['Dst. Address', 'Gateway', 'Tabel', 'Pernyataan', 'Sebab'],
};

export const addressingWords: InEveryLanguage<AddressingWords> = { en, id };
