import type { Words } from './said.ts';

/** What is around every page. */
export const shellWords = {
  skip: { en: 'Skip to the page', id: 'Langsung ke halaman' },
  pages: { en: 'Pages', id: 'Halaman' },
  more: { en: 'More', id: 'Lainnya' },
  close: { en: 'Close', id: 'Tutup' },
  signIn: { en: 'Sign in', id: 'Masuk' },
  signOut: { en: 'Sign out', id: 'Keluar' },
  password: { en: 'Password', id: 'Kata sandi' },
  passwordHint: {
    en: 'The first one is set on the gateway: jalur passwd',
    id: 'Yang pertama dibuat di gateway: jalur passwd',
  },
  user: { en: 'Name', id: 'Nama' },
  theme: { en: 'Theme', id: 'Tema' },
  light: { en: 'Light', id: 'Terang' },
  dark: { en: 'Dark', id: 'Gelap' },
  auto: { en: 'As the system', id: 'Ikut sistem' },
  language: { en: 'Language', id: 'Bahasa' },
  account: { en: 'Session and view', id: 'Sesi dan tampilan' },
  keys: { en: 'Keys', id: 'Tombol' },
  lostTitle: { en: 'No contact with the gateway', id: 'Tidak ada kontak dengan gateway' },
  lostServer: {
    en: (since: string) => `Since ${since}. What you see is from then. It is tried again automatically.`,
    id: (since: string) => `Sejak ${since}. Yang tampil adalah keadaan saat itu. Dicoba lagi otomatis.`,
  },
  lostDaemon: {
    en: (since: string) =>
      `The page is served, but the gateway has not answered since ${since}. What you see is from then. It is tried again automatically.`,
    id: (since: string) =>
      `Halaman masih disajikan, tetapi gateway tidak menjawab sejak ${since}. Yang tampil adalah keadaan saat itu. Dicoba lagi otomatis.`,
  },
  trialTitle: { en: 'On trial', id: 'Masa percobaan' },
  trialText: {
    en: (file: string, left: string) => `${file} is taken back in ${left} unless it is confirmed.`,
    id: (file: string, left: string) => `${file} dibatalkan dalam ${left} kecuali dikonfirmasi.`,
  },
  confirm: { en: 'Confirm', id: 'Konfirmasi' },
  confirmed: { en: 'Confirmed', id: 'Terkonfirmasi' },
  saved: {
    en: (files: string) => `${files} says it now, so the next start has it too.`,
    id: (files: string) => `${files} kini memuatnya, jadi start berikutnya juga memakainya.`,
  },
  takeBack: { en: 'Take back', id: 'Batalkan' },
  loading: { en: 'Loading', id: 'Memuat' },
  again: { en: 'Try again', id: 'Coba lagi' },
  failedTitle: { en: 'This could not be read', id: 'Ini tidak dapat dibaca' },
  crashedTitle: { en: 'This page stopped working', id: 'Halaman ini berhenti bekerja' },
  crashedText: {
    en: 'The gateway goes on; it does not depend on this page.',
    id: 'Gateway tetap berjalan; ia tidak bergantung pada halaman ini.',
  },
  unknownTitle: { en: 'There is no such page', id: 'Halaman itu tidak ada' },
  toOverview: { en: 'To the overview', id: 'Ke ringkasan' },
  yes: { en: 'Yes', id: 'Ya' },
  cancel: { en: 'Cancel', id: 'Batal' },
  keyFind: { en: 'Find in the table', id: 'Cari di tabel' },
  keyGo: { en: 'Go to a page', id: 'Ke halaman' },
  keyMove: { en: 'Move in a table', id: 'Bergerak di tabel' },
  keyOpen: { en: 'Open the row', id: 'Buka baris' },
  keyExplain: { en: 'Explain from the row', id: 'Jelaskan dari baris' },
  keyHelp: { en: 'This list', id: 'Daftar ini' },
  keyClose: { en: 'Close what is open', id: 'Tutup yang terbuka' },
} as const satisfies Words;
