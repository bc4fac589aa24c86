import { counted, type InEveryLanguage } from '../../text/index.ts';

const en = {
  atLeast: (bound: string) => `at least ${bound}`,
  atMost: (bound: string) => `at most ${bound}`,
  measured: 'measured',
  notMeasured: 'not measured',
  nothingStated: 'The topology file states no expectation for this experiment: it is measured, not judged.',
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
};

/** Words that several experiments use. */
export type CommonWords = typeof en;

const id: CommonWords = {
  atLeast: bound => `minimal ${bound}`,
  atMost: bound => `maksimal ${bound}`,
  measured: 'terukur',
  notMeasured: 'tidak terukur',
  nothingStated: 'Berkas topologi tidak memuat harapan untuk percobaan ini: hanya diukur, tidak dinilai.',
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
};

export const common: InEveryLanguage<CommonWords> = { en, id };
