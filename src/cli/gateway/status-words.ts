import { counted, type InEveryLanguage } from '../../text/index.ts';

const en = {
  titles: ['LINE', 'STATE', 'SINCE', 'GATEWAY', 'RTT', 'LOSS', 'NEW', 'IN', 'OUT'],
  noWan: 'The text has no WAN.',
  asks: (hosts: string) => `asks ${hosts}`,
  silent: (time: string) => `silent for ${time}`,
  jitter: (time: string) => `jitter ${time}`,
  lease: (address: string, time: string) => `lease ${address} for ${time} more`,
  opened: (count: number, time: string) => `${count} new connections in ${time}`,
  running: (time: string, how: string) => `running ${time}, ${how}`,
  linesUp: (up: number, all: number) => `${up} of ${counted(all, 'line')} up`,
  closed: 'nothing is forwarded',
  nothingWrong: 'nothing is wrong',
  wrong: (count: number) => `${counted(count, 'trouble')} open`,
  sharing: (kinds: string, parts: string) => `New connections (${kinds}): ${parts}`,
  ago: (time: string, why: string) => `${time} ago: ${why}`,
  noRoute: 'No default route is in force.',
  routes: 'Default routes in force:',
  route: (table: string, interfaces: readonly string[], gateways: string, distance: number) =>
    `${table}: by ${interfaces.join(' and ')} (${gateways}, distance ${distance})`,
  troubles: 'What is wrong:',
  severities: { error: 'error', warning: 'warning' } as Readonly<Record<string, string>>,
  since: (time: string) => `since ${time}`,
  trial: (file: string, hash: string, until: string) => `On trial: ${file} (${hash}), until ${until}.`,
  identity: (name: string, pid: number, version: string, started: string) =>
    `gateway ${name}, process ${pid}, jalur ${version}, started ${started}`,
  file: (file: string, dialect: string, pace: string) => `${file} (RouterOS ${dialect}), pace ${pace}`,
  watched: (name: string, file: string, pace: string) => `gateway ${name}, ${file}, pace ${pace}`,
  lately: 'New connections of the last minutes:',
  keys: 'q or Ctrl-C ends it.',
  carries: (received: string, sent: string) => `in ${received} out ${sent}`,
  fresh: (part: string) => `new ${part}`,
  noLines: 'no lines',
};

/** What `jalur status` says beside figures, states and what is wrong. */
export type StatusWords = typeof en;

const id: StatusWords = {
  titles: ['JALUR', 'KEADAAN', 'SELAMA', 'GATEWAY', 'RTT', 'LOSS', 'BARU', 'MASUK', 'KELUAR'],
  noWan: 'Teks ini tidak memiliki WAN.',
  asks: hosts => `diperiksa ${hosts}`,
  silent: time => `diam selama ${time}`,
  jitter: time => `jitter ${time}`,
  lease: (address, time) => `lease ${address} masih ${time}`,
  opened: (count, time) => `${count} koneksi baru dalam ${time}`,
  running: (time, how) => `berjalan ${time}, ${how}`,
  linesUp: (up, all) => `${up} dari ${all} jalur hidup`,
  closed: 'tidak ada yang diteruskan',
  nothingWrong: 'tidak ada masalah',
  wrong: count => `${count} masalah terbuka`,
  sharing: (kinds, parts) => `Koneksi baru (${kinds}): ${parts}`,
  ago: (time, why) => `${time} lalu: ${why}`,
  noRoute: 'Tidak ada default route yang berlaku.',
  routes: 'Default route yang berlaku:',
  route: (table, interfaces, gateways, distance) =>
    `${table}: lewat ${interfaces.join(' dan ')} (${gateways}, distance ${distance})`,
  troubles: 'Masalah:',
  severities: { error: 'kesalahan', warning: 'peringatan' },
  since: time => `sejak ${time}`,
  trial: (file, hash, until) => `Masa percobaan: ${file} (${hash}), sampai ${until}.`,
  identity: (name, pid, version, started) =>
    `gateway ${name}, proses ${pid}, jalur ${version}, dimulai ${started}`,
  file: (file, dialect, pace) => `${file} (RouterOS ${dialect}), pace ${pace}`,
  watched: (name, file, pace) => `gateway ${name}, ${file}, pace ${pace}`,
  lately: 'Koneksi baru beberapa menit terakhir:',
  keys: 'q atau Ctrl-C untuk keluar.',
  carries: (received, sent) => `masuk ${received} keluar ${sent}`,
  fresh: part => `baru ${part}`,
  noLines: 'tidak ada jalur',
};

export const statusWords: InEveryLanguage<StatusWords> = { en, id };
