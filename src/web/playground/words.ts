import type { Words } from '../words/said.ts';

/** What the playground says. */
export const playWords = {
  title: { en: 'playground', id: 'playground' },
  local: { en: 'Nothing leaves this page', id: 'Tidak ada yang keluar dari halaman ini' },
  localWhy: {
    en: 'It asks no server and works offline. What you paste stays in this tab.',
    id: 'Halaman ini tidak menghubungi server dan bekerja tanpa jaringan. Yang Anda tempel tetap di tab ini.',
  },
  text: { en: 'Text', id: 'Teks' },
  lint: { en: 'Lint', id: 'Periksa' },
  explain: { en: 'Explain', id: 'Jelaskan' },
  prove: { en: 'Prove', id: 'Buktikan' },
  spread: { en: 'Spread', id: 'Pembagian' },
  convert: { en: 'Convert', id: 'Ubah' },
  sanitize: { en: 'Sanitize', id: 'Samarkan' },
  questions: { en: 'Questions', id: 'Pertanyaan' },
  examples: { en: 'Example', id: 'Contoh' },
  own: { en: 'Your text', id: 'Teks Anda' },
  open: { en: 'Open file', id: 'Buka berkas' },
  share: { en: 'Share', id: 'Bagikan' },
  theme: { en: 'Theme', id: 'Tema' },
  light: { en: 'Light', id: 'Terang' },
  dark: { en: 'Dark', id: 'Gelap' },
  auto: { en: 'Auto', id: 'Otomatis' },
  language: { en: 'Language', id: 'Bahasa' },
  editor: { en: 'Configuration', id: 'Konfigurasi' },
  hint: {
    en: 'Paste a RouterOS export (/export) or a gateway.yaml, or drop a file here',
    id: 'Tempel hasil /export RouterOS atau gateway.yaml, atau jatuhkan berkas di sini',
  },
  drop: { en: 'Drop the file to read it', id: 'Lepaskan berkas untuk membacanya' },
  empty: { en: 'Nothing to read yet', id: 'Belum ada teks' },
  emptyText: {
    en: 'Paste a RouterOS export or a gateway.yaml, drop a file on the page, or choose an example.',
    id: 'Tempel hasil export RouterOS atau gateway.yaml, jatuhkan berkas, atau pilih contoh.',
  },
  working: { en: 'Working it out', id: 'Sedang dihitung' },
  cancel: { en: 'Cancel', id: 'Batalkan' },
  again: { en: 'Ask again', id: 'Tanya lagi' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
  lateTitle: {
    en: (seconds: number) => `No answer within ${seconds} s`,
    id: (seconds: number) => `Tidak ada jawaban dalam ${seconds} detik`,
  },
  lateText: {
    en: 'It was stopped. The command has no limit: jalur on your own machine.',
    id: 'Perhitungan dihentikan. Perintah jalur di komputer Anda tidak memiliki batas.',
  },
  refusedTitle: { en: 'No answer', id: 'Tidak ada jawaban' },
  defectTitle: { en: 'The page is wrong here', id: 'Halaman ini yang salah' },
  defectText: {
    en: 'This is a defect of jalur, not of your text. Please report it with these lines:',
    id: 'Ini cacat jalur, bukan teks Anda. Tolong laporkan dengan baris ini:',
  },
  took: {
    en: (seconds: string) => `worked out in ${seconds} s`,
    id: (seconds: string) => `dihitung dalam ${seconds} detik`,
  },
  known: { en: 'What you know beside the text', id: 'Yang Anda ketahui di luar teks' },
  dialect: { en: 'RouterOS', id: 'RouterOS' },
  byText: { en: 'as the text shows', id: 'menurut teks' },
  wan: { en: 'WAN ports', id: 'Port WAN' },
  lan: { en: 'LAN ports', id: 'Port LAN' },
  down: { en: 'Unplugged', id: 'Dicabut' },
  dead: { en: 'Dead behind the gateway', id: 'Mati di belakang gateway' },
  deadGateway: { en: 'Gateway silent', id: 'Gateway diam' },
  leases: { en: 'Leases, one a line', id: 'Lease, satu per baris' },
  assume: { en: 'Answers to what is open', id: 'Jawaban untuk yang terbuka' },
  at: { en: 'Moment', id: 'Waktu' },
  engine: { en: 'Carried out by', id: 'Dijalankan oleh' },
  linux: { en: 'jalur on Linux', id: 'jalur di Linux' },
  optionsNote: {
    en: 'Answers name options of the command, such as --lan: here they are these fields.',
    id: 'Jawaban menyebut opsi perintah, seperti --lan: di sini itu kolom-kolom ini.',
  },
  readAs: {
    en: (version: string) => `Read as RouterOS ${version}`,
    id: (version: string) => `Dibaca sebagai RouterOS ${version}`,
  },
  readAsIntent: { en: 'Read as an intent (YAML)', id: 'Dibaca sebagai intent (YAML)' },
  notUnderstood: {
    en: (count: number, all: number) => `${count} of ${all} statements not understood`,
    id: (count: number, all: number) => `${count} dari ${all} perintah tidak dipahami`,
  },
  suppressed: {
    en: (count: number) => `${count} suppressed by comments`,
    id: (count: number) => `${count} disembunyikan komentar`,
  },
  mend: { en: 'Mend what is safe', id: 'Perbaiki yang aman' },
  mendAll: { en: 'Mend all that can be mended', id: 'Perbaiki semua yang bisa' },
  mended: {
    en: (fixed: number, left: number) => `${fixed} mended, ${left} left as they are`,
    id: (fixed: number, left: number) => `${fixed} diperbaiki, ${left} dibiarkan`,
  },
  mendHow: {
    en: 'Each change was linted and proved: what would make something else wrong is left out.',
    id: 'Setiap perubahan diperiksa dan dibuktikan: yang membuat hal lain salah tidak dipakai.',
  },
  takeText: { en: 'Take this text', id: 'Pakai teks ini' },
  copyText: { en: 'Copy text', id: 'Salin teks' },
  save: { en: 'Save file', id: 'Simpan berkas' },
  to: { en: 'Into', id: 'Menjadi' },
  yaml: { en: 'intent (YAML)', id: 'intent (YAML)' },
  same: {
    en: 'The same: every kind of packet ends alike in both texts.',
    id: 'Sama: setiap jenis paket berakhir sama di kedua teks.',
  },
  different: { en: 'The result does something else', id: 'Hasilnya melakukan hal lain' },
  endOtherwise: { en: 'Packets that end otherwise', id: 'Paket yang berakhir lain' },
  openVerdict: { en: 'Not all could be compared', id: 'Tidak semua bisa dibandingkan' },
  walked: {
    en: (packets: number, states: number) =>
      `${packets} packets walked through both texts, in ${states} states of the uplinks.`,
    id: (packets: number, states: number) =>
      `${packets} paket diikuti melalui kedua teks, dalam ${states} keadaan uplink.`,
  },
  unsaid: {
    en: 'Statements that an intent has no words for',
    id: 'Perintah yang tidak punya padanan di intent',
  },
  already: { en: 'The text is an intent already.', id: 'Teks ini sudah berupa intent.' },
  result: { en: 'The text', id: 'Teksnya' },
  changes: { en: 'What differs', id: 'Yang berbeda' },
  sanitizeWhat: {
    en: 'Replaces addresses, names and secrets by pseudonyms that keep what rules ask for: lint finds the same. Read the result before you show it.',
    id: 'Mengganti alamat, nama, dan rahasia dengan nama samaran yang tetap memenuhi aturan: hasil pemeriksaannya sama. Baca hasilnya sebelum Anda tunjukkan.',
  },
  key: { en: 'Key (the same pseudonyms each time)', id: 'Kunci (samaran yang sama setiap kali)' },
  run: { en: 'Sanitize', id: 'Samarkan' },
  replaced: { en: 'Replaced', id: 'Diganti' },
  kept: { en: 'Kept as they were', id: 'Dibiarkan' },
  counts: {
    en: (addresses: number, names: number, secrets: number, macs: number, numbers: number) =>
      `${addresses} addresses, ${names} words, ${secrets} secrets, ${macs} MACs, ${numbers} numbers`,
    id: (addresses: number, names: number, secrets: number, macs: number, numbers: number) =>
      `${addresses} alamat, ${names} kata, ${secrets} rahasia, ${macs} MAC, ${numbers} nomor`,
  },
  shareTitle: { en: 'Share this configuration', id: 'Bagikan konfigurasi ini' },
  shareText: {
    en: 'The link holds the whole configuration behind its #, with every address and password in it. It is sent to no server, but whoever has the link can read it.',
    id: 'Tautan berisi seluruh konfigurasi di belakang tanda #, termasuk setiap alamat dan kata sandi. Tautan tidak dikirim ke server, tetapi siapa pun yang memilikinya dapat membacanya.',
  },
  shareSanitized: { en: 'Sanitize first, then make the link', id: 'Samarkan dulu, lalu buat tautan' },
  shareAsIs: { en: 'Make the link as it is', id: 'Buat tautan apa adanya' },
  shareLink: { en: 'The link', id: 'Tautan' },
  shareLong: {
    en: (size: number, most: number) =>
      `The link would be ${size} characters long, more than the ${most} that mail and chat let through. Share the file instead.`,
    id: (size: number, most: number) =>
      `Tautan akan sepanjang ${size} karakter, lebih dari ${most} yang dapat dilewatkan surel dan obrolan. Bagikan berkasnya saja.`,
  },
  close: { en: 'Close', id: 'Tutup' },
  sharedBad: {
    en: 'The link is damaged: its text cannot be read.',
    id: 'Tautan rusak: teksnya tidak dapat dibaca.',
  },
  fileBad: { en: 'The file cannot be read as text.', id: 'Berkas tidak dapat dibaca sebagai teks.' },
  fileBig: { en: 'The file is larger than 4 MB.', id: 'Berkas lebih besar dari 4 MB.' },
} as const satisfies Words;
