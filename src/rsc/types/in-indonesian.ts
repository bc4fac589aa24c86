/** Words of names of value types, as MikroTik's Indonesian users write them; what the console itself writes stays as it is. */
const words: readonly (readonly [RegExp, string])[] = [
  [/, several with commas/g, ', boleh beberapa dengan koma'],
  [/\bIPv4 address\b/g, 'alamat IPv4'],
  [/\bIPv6 address\b/g, 'alamat IPv6'],
  [/\bIPv6 network\b/g, 'jaringan IPv6'],
  [/\bMAC address\b/g, 'alamat MAC'],
  [/\baddress range\b/g, 'rentang alamat'],
  [/\blength of network\b/g, 'panjang prefix'],
  [/\blow port weight\b/g, 'bobot port rendah'],
  [/\bhigh port weight\b/g, 'bobot port tinggi'],
  [/\bhost pattern\b/g, 'pola nama host'],
  [/\bDNS name\b/g, 'nama DNS'],
  [/\baddress types\b/g, 'jenis alamat'],
  [/\bhotspot states\b/g, 'status hotspot'],
  [/\bstates\b/g, 'status'],
  [/\bflags\b/g, 'flag'],
  [/\baddress\b/g, 'alamat'],
  [/\bnetwork\b/g, 'jaringan'],
  [/\brange\b/g, 'rentang'],
  [/\bports\b/g, 'port'],
  [/\btext\b/g, 'teks'],
  [/\bname\b/g, 'nama'],
  [/\btime\b/g, 'waktu'],
  [/\brate\b/g, 'kecepatan'],
  [/\bnumber\b/g, 'angka'],
  [/\btable\b/g, 'tabel'],
  [/\bdistance\b/g, 'jarak'],
  [/\bweight\b/g, 'bobot'],
  [/\bdelay\b/g, 'jeda'],
  [/\bcount\b/g, 'jumlah'],
  [/\bconnections\b/g, 'koneksi'],
  [/\bcomparison\b/g, 'perbandingan'],
  [/\bfields\b/g, 'kolom'],
  [/\bdenominator\b/g, 'penyebut'],
  [/\bremainder\b/g, 'sisa'],
  [/\bevery\b/g, 'setiap'],
  [/\bpacket\b/g, 'paket'],
  [/\bdays\b/g, 'hari'],
  [/ or /g, ' atau '],
];

/** The name of a value type in Indonesian. One that lists words of the console (`yes | no`) is the same in all languages. */
export const typeInIndonesian = (name: string): string =>
  isOfWords(name) ? name : words.reduce((said, [word, other]) => said.replace(word, other), name);

const isOfWords = (name: string): boolean => / \| /.test(name) && !/^(?:time|number|set:n)\b/.test(name);
