import { counted, type InEveryLanguage } from '../../text/index.ts';

const en = {
  atLeast: (bound: string) => `at least ${bound}`,
  atMost: (bound: string) => `at most ${bound}`,
  measured: 'measured',
  notMeasured: 'not measured',
  nothingStated:
    'The topology file states no expectation for this experiment: it is measured, and judged only by what must hold on every bench.',
  saidByText: 'What the walk of the configuration says (jalur explain), trial by trial.',
  nothingMeasured: 'Nothing was measured.',
  never: 'never',
  none: 'none',
  yes: 'yes',
  no: 'no',
  allIsps: 'all ISPs',
  only: (isp: string) => `${isp} only`,
  connections: (count: number) => counted(count, 'connection'),
  servers: (count: number) => counted(count, 'server'),
  and: (items: readonly string[]) => items.join(' and '),
  share: (isp: string) => `Share of the connections by ${isp}`,
  clientConnections: 'connections of clients to the Internet',
  someSucceed: 'at least one succeeds',
  succeeded: (made: number, all: number) => `${made} of ${all} succeeded`,
  noConnection: 'No connection of a client to the Internet succeeds.',
  inRun: (run: number, text: string) => `Run ${run}: ${text}`,
  medians: (runs: number, keys: string) => `Median of ${runs} runs (least–most): ${keys}.`,
};

/** Words that several experiments use. */
export type CommonWords = typeof en;

const id: CommonWords = {
  atLeast: bound => `minimal ${bound}`,
  atMost: bound => `maksimal ${bound}`,
  measured: 'terukur',
  notMeasured: 'tidak terukur',
  nothingStated:
    'Berkas topologi tidak memuat harapan untuk percobaan ini: hanya diukur, dan dinilai menurut apa yang harus berlaku di setiap lab.',
  saidByText: 'Apa yang dikatakan penelusuran konfigurasi (jalur explain), percobaan demi percobaan.',
  nothingMeasured: 'Tidak ada yang diukur.',
  never: 'tidak pernah',
  none: 'tidak ada',
  yes: 'ya',
  no: 'tidak',
  allIsps: 'semua ISP',
  only: isp => `hanya ${isp}`,
  connections: count => `${count} koneksi`,
  servers: count => `${count} server`,
  and: items => items.join(' dan '),
  share: isp => `Bagian koneksi lewat ${isp}`,
  clientConnections: 'koneksi klien ke Internet',
  someSucceed: 'setidaknya satu berhasil',
  succeeded: (made, all) => `${made} dari ${all} berhasil`,
  noConnection: 'Tidak ada koneksi klien ke Internet yang berhasil.',
  inRun: (run, text) => `Pelaksanaan ${run}: ${text}`,
  medians: (runs, keys) => `Median dari ${runs} pelaksanaan (terkecil–terbesar): ${keys}.`,
};

export const common: InEveryLanguage<CommonWords> = { en, id };
