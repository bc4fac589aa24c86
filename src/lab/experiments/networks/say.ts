import type { InEveryLanguage } from '../../../text/index.ts';
import { trialWords } from '../trials/say.ts';

const en = {
  ...trialWords.en,
  title: 'Does each network get addresses, the Internet, and the other networks that it may reach?',
  reached: 'succeeds',
  notReached: 'does not succeed',
  arrived: (count: number) => `${count} succeeded`,
  part: 'addresses and connections of each network',
  none: 'The text has no network beside that of the clients.',
  addressing: 'asks for addresses on each network',
  connecting: 'connects each network with the Internet and with the others',
  dhcp: (port: string) => `DHCP on ${port}`,
  serves: (port: string, gateway: string) => `the text serves DHCP on ${port}, gateway ${gateway}`,
  noServer: 'no DHCP server there: the machine has a static address',
  internet: (port: string) => `tcp 80 from ${port} to the Internet`,
  between: (port: string, other: string) => `tcp 80 from ${port} to ${other}`,
  host: (address: string) => `${address}`,
  pairs: (count: number) => `connections between ${count} more pairs of networks`,
};

/** Sentences of the network experiment. */
export type NetworkWords = typeof en;

const id: NetworkWords = {
  ...trialWords.id,
  title: 'Apakah setiap jaringan mendapat alamat, Internet, dan jaringan lain yang boleh dicapainya?',
  reached: 'berhasil',
  notReached: 'tidak berhasil',
  arrived: count => `${count} berhasil`,
  part: 'alamat dan koneksi setiap jaringan',
  none: 'Teks tidak memuat jaringan selain jaringan para klien.',
  addressing: 'meminta alamat pada setiap jaringan',
  connecting: 'menghubungkan setiap jaringan dengan Internet dan jaringan lain',
  dhcp: port => `DHCP pada ${port}`,
  serves: (port, gateway) => `teks melayani DHCP pada ${port}, gateway ${gateway}`,
  noServer: 'tidak ada server DHCP di sana: mesin itu beralamat statis',
  internet: port => `tcp 80 dari ${port} ke Internet`,
  between: (port, other) => `tcp 80 dari ${port} ke ${other}`,
  host: address => address,
  pairs: count => `koneksi antara ${count} pasangan jaringan lain`,
};

export const networkWords: InEveryLanguage<NetworkWords> = { en, id };
