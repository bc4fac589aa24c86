import type { Words } from './said.ts';

/** What is around the rows of a table; names of columns are RouterOS's own in every language. */
export const tableWords = {
  find: { en: 'Find', id: 'Cari' },
  filter: { en: 'Filter', id: 'Saring' },
  filters: { en: 'Filters', id: 'Saringan' },
  addFilter: { en: 'Add a condition', id: 'Tambah syarat' },
  removeFilter: { en: 'Remove this condition', id: 'Hapus syarat ini' },
  clearFilter: { en: 'Show all rows', id: 'Tampilkan semua baris' },
  column: { en: 'Column', id: 'Kolom' },
  how: { en: 'How', id: 'Cara' },
  value: { en: 'Value', id: 'Nilai' },
  contains: { en: 'contains', id: 'berisi' },
  is: { en: 'is', id: 'adalah' },
  isNot: { en: 'is not', id: 'bukan' },
  in: { en: 'in', id: 'termasuk' },
  inHint: {
    en: '"in" takes a prefix (10.0.0.0/8), a range (1-1024) or a list (tcp, udp).',
    id: '"termasuk" menerima prefix (10.0.0.0/8), rentang (1-1024) atau daftar (tcp, udp).',
  },
  columns: { en: 'Columns', id: 'Kolom' },
  resetColumns: { en: 'As at first', id: 'Seperti semula' },
  moveUp: { en: (name: string) => `Move ${name} to the left`, id: (name: string) => `Geser ${name} ke kiri` },
  moveDown: {
    en: (name: string) => `Move ${name} to the right`,
    id: (name: string) => `Geser ${name} ke kanan`,
  },
  widen: { en: (name: string) => `Width of ${name}`, id: (name: string) => `Lebar ${name}` },
  flags: { en: 'Flags', id: 'Flag' },
  items: {
    en: (shown: number, all: number) =>
      shown === all ? `${all} ${all === 1 ? 'row' : 'rows'}` : `${shown} of ${all} rows`,
    id: (shown: number, all: number) => (shown === all ? `${all} baris` : `${shown} dari ${all} baris`),
  },
  readAt: { en: (time: string) => `read ${time}`, id: (time: string) => `dibaca ${time}` },
  none: { en: 'Nothing here', id: 'Tidak ada isi' },
  noneFound: { en: 'No row matches', id: 'Tidak ada baris yang cocok' },
  noneFoundText: {
    en: 'All rows are kept out by the find box or the filters.',
    id: 'Semua baris tersaring oleh kotak cari atau saringan.',
  },
  source: { en: 'Stated at', id: 'Tertulis di' },
  noSource: {
    en: 'Not in the text: added by jalur or by the kernel',
    id: 'Tidak ada di teks: ditambahkan jalur atau kernel',
  },
  comment: { en: 'Comment', id: 'Komentar' },
  explain: { en: 'Explain from here', id: 'Jelaskan dari sini' },
  close: { en: 'Close', id: 'Tutup' },
  row: { en: 'Row', id: 'Baris' },
  all: { en: 'all', id: 'semua' },
} as const satisfies Words;
