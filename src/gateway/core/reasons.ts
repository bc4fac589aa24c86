import type { LineCause } from '../../health/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';

// Why the gateway decided something, in every language. Events, the journal and conditions carry the English sentence;
// `reasonIn` finds which one it is and says it in another language, also for what an earlier run has written down.

export const reasons = {
  start: { en: 'start', id: 'mulai' },
  retry: { en: 'the last attempt failed', id: 'percobaan terakhir gagal' },
  drained: {
    en: 'connections opened during the outage return to their own line',
    id: 'koneksi dari masa gangguan kembali ke jalurnya',
  },
  settled: { en: 'routes have not changed for a while', id: 'rute sudah beberapa waktu tidak berubah' },
  scheduler: { en: 'scheduler', id: 'scheduler' },
  interfaceDeleted: { en: '{name} was deleted', id: '{name} dihapus' },
  interfaceRunning: { en: 'the link of {name} is up', id: 'link {name} hidup' },
  noCarrier: { en: 'the link of {name} is down', id: 'link {name} putus' },
  interfaceOff: { en: '{name} was set down', id: '{name} dimatikan' },
  address: { en: 'the address of {name} changed', id: 'alamat {name} berubah' },
  routeDeleted: { en: 'a route was deleted', id: 'sebuah rute dihapus' },
  ruleByOthers: { en: 'a routing rule of others changed', id: 'routing rule milik program lain berubah' },
  ruleDeleted: { en: 'a routing rule was deleted', id: 'sebuah routing rule dihapus' },
  interfaceSetting: {
    en: 'a setting of an interface was changed',
    id: 'sebuah setelan interface diubah',
  },
  setting: { en: '{name} was changed', id: '{name} diubah' },
  firewallChanged: { en: '{by} changed the firewall', id: '{by} mengubah firewall' },
  overflow: { en: 'many changes at once', id: 'banyak perubahan sekaligus' },
  leased: { en: '{name} has a lease', id: '{name} mendapat lease' },
  leaseLost: { en: '{name} lost its lease', id: '{name} kehilangan lease' },
  answers: { en: '{address} answers again via {name}', id: '{address} lewat {name} menjawab lagi' },
  silent: { en: '{address} does not answer via {name}', id: '{address} lewat {name} tidak menjawab' },
  lineSilent: { en: 'no answer from {targets} via {name}', id: '{targets} lewat {name} tidak menjawab' },
  lineDown: { en: '{name} is down ({cause})', id: '{name} mati ({cause})' },
  lineHeld: {
    en: '{name} answers again, but may fail again: it is used where no other line works',
    id: '{name} menjawab lagi, tetapi bisa mati lagi: dipakai bila tidak ada jalur lain yang hidup',
  },
  lineUp: { en: '{name} is up', id: '{name} hidup' },
  otherwiseAsked: { en: '{name} is checked in another way', id: '{name} diperiksa dengan cara lain' },
  host: { en: 'netwatch: {host} is {state}', id: 'netwatch: {host} {state}' },
  takenDown: { en: '{name} was taken down by hand', id: '{name} dimatikan dengan tangan' },
  takenDownBy: { en: '{name} was taken down by hand ({by})', id: '{name} dimatikan dengan tangan ({by})' },
  givenBack: {
    en: '{name} may be used again, set by hand',
    id: '{name} boleh dipakai lagi, diatur dengan tangan',
  },
  givenBackBy: {
    en: '{name} may be used again, set by hand ({by})',
    id: '{name} boleh dipakai lagi, diatur dengan tangan ({by})',
  },
  newConfiguration: { en: 'new configuration {file}', id: 'konfigurasi baru {file}' },
  notConfirmed: { en: '{file} was not confirmed', id: '{file} tidak dikonfirmasi' },
  takenBack: { en: '{file} was taken back by hand', id: '{file} ditarik kembali dengan tangan' },
  otherShares: { en: 'the options of shares changed', id: 'opsi pembagian berubah' },
  shares: { en: 'shares: {moves}', id: 'pembagian: {moves}' },
  full: { en: 'full at {rate}', id: 'penuh pada {rate}' },
  carriesMore: { en: 'carries {rate} and is not full', id: 'membawa {rate} dan belum penuh' },
  spills: { en: 'full while another line is not', id: 'penuh sedangkan jalur lain belum' },
  noLongerFull: { en: 'no longer full', id: 'tidak penuh lagi' },
  lossy: { en: 'loses {part} of its probes', id: 'kehilangan {part} probe-nya' },
} as const satisfies Readonly<Record<string, InEveryLanguage<string>>>;

type Key = keyof typeof reasons;
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type Facts<K extends Key> = Readonly<Record<NamesIn<(typeof reasons)[K]['en']>, string>>;

/** Why a line is not well: one way to say it for everybody who says it. */
export const lineCauses: InEveryLanguage<Readonly<Record<LineCause, string>>> = {
  en: {
    carrier: 'no link',
    gateway: 'its gateway does not answer',
    upstream: 'nothing behind its gateway answers',
    dns: 'no DNS server answers',
    forced: 'taken down by hand',
    loss: 'packets are lost',
    latency: 'answers are slow',
    jitter: 'answers are uneven',
  },
  id: {
    carrier: 'link putus',
    gateway: 'gateway tidak menjawab',
    upstream: 'tidak ada jawaban di belakang gateway',
    dns: 'tidak ada server DNS yang menjawab',
    forced: 'dimatikan dengan tangan',
    loss: 'paket hilang',
    latency: 'jawaban lambat',
    jitter: 'jawaban tidak teratur',
  },
};

/** Words that stand in such a sentence for what is known, not for a name. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cause: Object.fromEntries(
    Object.entries(lineCauses.en).map(([cause, en]) => [en, lineCauses.id[cause as LineCause]]),
  ),
  state: { up: 'hidup', down: 'mati' },
};

const filled = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');

/** The sentence that the gateway says and keeps. */
export const reason = <K extends Key>(
  key: K,
  ...[facts]: NamesIn<(typeof reasons)[K]['en']> extends never ? [] : [facts: Facts<K>]
): string => filled(reasons[key].en, facts ?? {});

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');

/** The ones that say most come first, so that a name takes no part of a sentence. */
const known = Object.values(reasons)
  .map(({ en, id }) => ({ en, id, length: en.replaceAll(/\{\w+\}/g, '').length }))
  .sort((a, b) => b.length - a.length)
  .map(({ en, id }) => ({
    pattern: new RegExp(`^${escaped(en).replaceAll(/\{(\w+)\}/g, '(?<$1>.+?)')}$`),
    id,
  }));

/** Causes of one decision, which are joined by `; `. What is not known stays as it is. */
export const reasonIn = (text: string, language: Language): string =>
  language === 'en' ? text : text.split('; ').map(inIndonesian).join('; ');

function inIndonesian(sentence: string): string {
  for (const { pattern, id } of known) {
    const found = pattern.exec(sentence);
    if (found) return filled(id, Object.fromEntries(Object.entries(found.groups ?? {}).map(inWords)));
  }
  return sentence;
}

/** Facts that are words, and why each share moved, which stands in brackets. */
function inWords([name, fact]: [string, string]): [string, string] {
  if (name === 'moves') return [name, movesIn(fact, 'id')];
  const parts = fact.split(', ').map(part => words[name]?.[part] ?? part);
  return [name, parts.join(', ')];
}

/** `ether1 50 % → 34 % (full at 20 Mbit/s), …` in another language. */
export const movesIn = (text: string, language: Language): string =>
  language === 'en' ? text : text.replaceAll(/\(([^()]*)\)/g, (_, why: string) => `(${inIndonesian(why)})`);
