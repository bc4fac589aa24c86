import type { Aspect } from '../../model/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { Observed } from '../observed.ts';

type Value = string | number;
type Sentences = Readonly<Record<Aspect, (first: Value | undefined, second: Value | undefined) => string>>;

const marked = (who: string, mark: Value | undefined): string => {
  if (mark === undefined) return 'it belongs to no connection';
  return mark === '' ? `${who} has no mark` : `${who} is marked ${mark}`;
};
const unseen = (what: string): string => `${what} cannot be seen in a packet header`;

const en: Sentences = {
  source: address => `its source is ${address}`,
  destination: address => `its destination is ${address}`,
  'source-port': port => `its source port is ${port}`,
  'destination-port': port => `its destination port is ${port}`,
  ports: (source, destination) => `its ports are ${source} and ${destination}`,
  protocol: name => `it is ${name}`,
  'other-header': () => 'it is different there',
  mac: () => 'it is different there',
  'connection-state': state => `its connection is ${state}`,
  in: name => (name === '' ? 'the router made it' : `it came in by ${name}`),
  out: name => (name === '' ? 'its way out is not known yet' : `it leaves by ${name}`),
  'bridge-port': () => 'it is different there',
  'connection-mark': mark => marked('its connection', mark),
  'packet-mark': mark => marked('it', mark),
  'routing-mark': mark => marked('it', mark),
  'connection-nat-state': connection =>
    connection === undefined ? 'it belongs to no connection' : 'its connection is translated otherwise',
  'connection-bytes': bytes =>
    bytes === undefined ? 'it belongs to no connection' : `its connection has carried ${bytes} bytes`,
  ttl: ttl => `its TTL is ${ttl}`,
  dscp: dscp => `its DSCP is ${dscp}`,
  size: bytes => `it has ${bytes} bytes`,
  hash: () => 'its hash falls into another bucket',
  turn: () => 'it was not its turn',
  chance: () => 'chance decided otherwise',
  rate: () => 'the limit was used up',
  connections: () => unseen('how many connections there are'),
  moment: () => unseen('the time of day'),
  payload: () => unseen('what it carries'),
  host: () => unseen('that'),
};

const markedId = (who: string, mark: Value | undefined): string => {
  if (mark === undefined) return 'paket bukan bagian koneksi mana pun';
  return mark === '' ? `${who} tidak punya mark` : `${who} punya mark ${mark}`;
};
const unseenId = (what: string): string => `${what} tidak terlihat pada header paket`;

const id: Sentences = {
  source: address => `alamat asalnya ${address}`,
  destination: address => `alamat tujuannya ${address}`,
  'source-port': port => `port asalnya ${port}`,
  'destination-port': port => `port tujuannya ${port}`,
  ports: (source, destination) => `port-nya ${source} dan ${destination}`,
  protocol: name => `protokolnya ${name}`,
  'other-header': () => 'isinya lain di sana',
  mac: () => 'isinya lain di sana',
  'connection-state': state => `status koneksinya ${state}`,
  in: name => (name === '' ? 'paket dibuat oleh router' : `paket masuk lewat ${name}`),
  out: name => (name === '' ? 'jalan keluarnya belum diketahui' : `paket keluar lewat ${name}`),
  'bridge-port': () => 'isinya lain di sana',
  'connection-mark': mark => markedId('koneksinya', mark),
  'packet-mark': mark => markedId('paket', mark),
  'routing-mark': mark => markedId('paket', mark),
  'connection-nat-state': connection =>
    connection === undefined ? 'paket bukan bagian koneksi mana pun' : 'NAT koneksinya lain',
  'connection-bytes': bytes =>
    bytes === undefined ? 'paket bukan bagian koneksi mana pun' : `koneksinya sudah membawa ${bytes} byte`,
  ttl: ttl => `TTL-nya ${ttl}`,
  dscp: dscp => `DSCP-nya ${dscp}`,
  size: bytes => `ukurannya ${bytes} byte`,
  hash: () => 'hash-nya jatuh ke bucket lain',
  turn: () => 'belum gilirannya',
  chance: () => 'pilihan acak jatuh ke yang lain',
  rate: () => 'batas (limit) sudah habis',
  connections: () => unseenId('jumlah koneksi'),
  moment: () => unseenId('jam'),
  payload: () => unseenId('isi paket'),
  host: () => unseenId('hal itu'),
};

const sentences: InEveryLanguage<Sentences> = { en, id };

/** What the packet was instead, as the end of "did not match, because …". */
export function observedText({ reads, values: [first, second] }: Observed, language: Language): string {
  return sentences[language][reads](first, second);
}
