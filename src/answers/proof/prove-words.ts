import { counted, type InEveryLanguage } from '../../text/index.ts';

const en = {
  holds: (packets: number, states: number) =>
    `All holds: ${counted(packets, 'kind')} of packets in ${counted(states, 'state')} of the WANs.`,
  ipv4Holds: (packets: number, states: number) =>
    `All holds for IPv4: ${counted(packets, 'kind')} of packets in ${counted(states, 'state')} of the WANs. IPv6 was not judged.`,
  closed: (servers: readonly string[]) => ` But nobody gets to ${servers.join(', ')}: see the remarks.`,
  server: (service: string, wans: string) => `${service} by ${wans}`,
  violated: (count: number, ways: number) =>
    `${counted(count, 'invariant is', 'invariants are')} violated${ways > count ? `, in ${ways} ways` : ''}`,
  held: (count: number) => (count === 0 ? '.' : `; ${count} ${count === 1 ? 'holds' : 'hold'}.`),
  dependsOn: (invariants: string, points: string) => `Depends on ${points}: ${invariants}.`,
  partly: (names: string) => `What could be judged holds: ${names}.`,
  notProved: (reasons: string) => `Not judged: ${reasons}.`,
  many: (count: number) => counted(count, 'invariant'),
  andMore: (shown: string, more: number) => `${shown} and ${more} more`,
  noLan:
    'A LAN is an interface with an address that is no WAN: say --lan bridge=192.168.88.1/24, with the name and the address that yours has.',
  nothing: (lacks: readonly string[]) => `Nothing to judge: this text has ${lacks.join(', ')}.`,
  loggedIn: (port: string, place: string) =>
    `Assumed: clients on ${port} have logged in to the hotspot (${place}); until then they reach its login page alone.`,
  scripted: (count: number) =>
    `${counted(count, 'statement')} of it can only be carried out by the router itself (scripts, commands that ask it).`,
  lacks: { wan: 'no WAN', lan: 'no LAN', route: 'no route', mark: 'no rule that marks for a table' },
};

const id: typeof en = {
  holds: (packets, states) => `Semua terpenuhi: ${packets} jenis paket pada ${states} keadaan WAN.`,
  ipv4Holds: (packets, states) =>
    `Semua terpenuhi untuk IPv4: ${packets} jenis paket pada ${states} keadaan WAN. IPv6 tidak dinilai.`,
  closed: servers => ` Tetapi tidak ada yang sampai ke ${servers.join(', ')}: lihat catatan.`,
  server: (service, wans) => `${service} lewat ${wans}`,
  violated: (count, ways) => `${count} syarat dilanggar${ways > count ? `, dengan ${ways} cara` : ''}`,
  held: count => (count === 0 ? '.' : `; ${count} terpenuhi.`),
  dependsOn: (invariants, points) => `Tergantung ${points}: ${invariants}.`,
  partly: names => `Yang bisa dinilai terpenuhi: ${names}.`,
  notProved: reasons => `Tidak dinilai: ${reasons}.`,
  many: count => `${count} syarat`,
  andMore: (shown, more) => `${shown} dan ${more} lagi`,
  noLan:
    'LAN adalah interface yang punya alamat dan bukan WAN: tulis --lan bridge=192.168.88.1/24, dengan nama dan alamat LAN Anda.',
  nothing: lacks => `Tidak ada yang bisa dinilai: teks ini ${lacks.join(', ')}.`,
  loggedIn: (port, place) =>
    `Diasumsikan: client di ${port} sudah login ke hotspot (${place}); sebelum itu mereka hanya mencapai halaman login.`,
  scripted: count =>
    `${count} perintahnya hanya bisa dijalankan oleh router itu sendiri (skrip, perintah yang menanyainya).`,
  lacks: {
    wan: 'tanpa WAN',
    lan: 'tanpa LAN',
    route: 'tanpa rute',
    mark: 'tanpa aturan yang menandai untuk suatu tabel',
  },
};

/** The first line of a proof, and what it has no room for. */
export const proveWords: InEveryLanguage<typeof en> = { en, id };
