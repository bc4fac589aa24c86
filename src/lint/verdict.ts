import { counted, type Diagnostic, type InEveryLanguage, type Language } from '../text/index.ts';
import type { Linted } from './lint.ts';
import { type Group, groupOf } from './rule.ts';

type Topic = Group | 'own' | 'text' | 'open';

/** What lets strangers in; other rules of the firewall are about what it stops, or does not do. */
const openIds = ['firewall/input-open', 'firewall/ipv6-open', 'firewall/open-resolver'];

const en = {
  bad: {
    pcc: 'Does not balance as written',
    marks: 'Does not balance as written',
    routes: 'Routes do not lead where they should',
    probes: 'Does not notice a dead line',
    nat: 'Addresses are not translated as they should be',
    firewall: 'The firewall does not do what it is for',
    open: 'Open to the Internet',
    interfaces: 'Interfaces are not what the text takes them for',
    services: 'Services do not work as written',
    queues: 'Queues do not limit as written',
    scripts: 'Scripts do not do what they are for',
    own: 'Does not do what you state',
    text: 'The router does not take this text as it is',
  } satisfies Record<Topic, string>,
  fragile: {
    pcc: 'Balances, with a catch',
    marks: 'Marks have a catch',
    routes: 'Routes have a catch',
    probes: 'Failover has a catch',
    nat: 'Translation has a catch',
    firewall: 'Protection has a catch',
    open: 'Protection has a catch',
    interfaces: 'Interfaces have a catch',
    services: 'Services have a catch',
    queues: 'Queues have a catch',
    scripts: 'Scripts have a catch',
    own: 'May not do what you state',
    text: 'The router may not take this text as it is',
  } satisfies Record<Topic, string>,
  fine: 'No mistake found.',
  fineAlone:
    'No mistake found in what it has; no LAN was found, so nothing was asked about clients (--lan names one).',
  fineBut: (open: number) =>
    `No mistake found in what could be judged; ${counted(open, 'statement')} can only be carried out by the router itself.`,
  foreign: 'Nothing in this text is RouterOS that could be understood.',
  several:
    'This page holds several configurations: each was only read. Pass one of them alone to have it judged.',
  counts: (errors: number, warnings: number, remarks: number) =>
    [
      ...(errors > 0 ? [counted(errors, 'error')] : []),
      ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
      ...(remarks > 0 ? [counted(remarks, 'remark')] : []),
    ].join(', '),
  suppressed: (count: number) => `${count} suppressed by comments`,
};

const id: typeof en = {
  bad: {
    pcc: 'Beban tidak terbagi seperti yang ditulis',
    marks: 'Beban tidak terbagi seperti yang ditulis',
    routes: 'Rute tidak menuju ke tempat yang seharusnya',
    probes: 'Jalur yang mati tidak ketahuan',
    nat: 'Alamat tidak diterjemahkan sebagaimana mestinya',
    firewall: 'Firewall tidak melakukan tugasnya',
    open: 'Terbuka ke Internet',
    interfaces: 'Interface tidak seperti yang diandaikan teks ini',
    services: 'Layanan tidak berjalan seperti yang ditulis',
    queues: 'Queue tidak membatasi seperti yang ditulis',
    scripts: 'Skrip tidak melakukan tugasnya',
    own: 'Tidak melakukan yang Anda nyatakan',
    text: 'Router tidak menerima teks ini apa adanya',
  },
  fragile: {
    pcc: 'Beban terbagi, tetapi ada kelemahannya',
    marks: 'Ada kelemahan pada mark',
    routes: 'Ada kelemahan pada rute',
    probes: 'Ada kelemahan pada failover',
    nat: 'Ada kelemahan pada NAT',
    firewall: 'Ada kelemahan pada perlindungan',
    open: 'Ada kelemahan pada perlindungan',
    interfaces: 'Ada kelemahan pada interface',
    services: 'Ada kelemahan pada layanan',
    queues: 'Ada kelemahan pada queue',
    scripts: 'Ada kelemahan pada skrip',
    own: 'Mungkin tidak melakukan yang Anda nyatakan',
    text: 'Router mungkin tidak menerima teks ini apa adanya',
  },
  fine: 'Tidak ditemukan kesalahan.',
  fineAlone:
    'Tidak ditemukan kesalahan pada yang ada; LAN tidak ditemukan, jadi soal klien tidak dinilai (sebutkan dengan --lan).',
  fineBut: open =>
    `Tidak ditemukan kesalahan pada yang bisa dinilai; ${open} perintah hanya bisa dijalankan oleh router itu sendiri.`,
  foreign: 'Tidak ada RouterOS yang bisa dipahami di dalam teks ini.',
  several:
    'Halaman ini berisi beberapa konfigurasi: masing-masing hanya dibaca. Berikan satu saja supaya bisa dinilai.',
  counts: (errors, warnings, remarks) =>
    [
      ...(errors > 0 ? [`${errors} kesalahan`] : []),
      ...(warnings > 0 ? [`${warnings} peringatan`] : []),
      ...(remarks > 0 ? [`${remarks} catatan`] : []),
    ].join(', '),
  suppressed: count => `${count} disembunyikan oleh komentar`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** How much of a text was read. */
export interface ReadStatements {
  readonly statements: number;
  readonly notUnderstood: number;
}

/** The first line: what is wrong, by the worst finding, and how many there are. */
export function verdictOf(
  { diagnostics, suppressed, isSeveral, open, context }: Linted,
  language: Language,
  read?: ReadStatements,
): string {
  const say = words[language];
  const worst = mostTelling(diagnostics);
  const counts = countsOf(diagnostics, language);
  const more = [counts, ...(suppressed > 0 ? [say.suppressed(suppressed)] : [])].filter(text => text !== '');
  const tail = more.length === 0 ? '' : ` (${more.join('; ')})`;
  if (isSeveral) return `${say.several}${tail}`;
  const isForeign = read !== undefined && read.statements > 0 && read.statements === read.notUnderstood;
  // A command that is refused is RouterOS, and its mistake says more.
  if (isForeign && worst?.severity !== 'error') return `${say.foreign}${tail}`;
  if (!worst || worst.severity === 'info') {
    const fine = hasNoClients(context) ? say.fineAlone : say.fine;
    return `${open > 0 ? say.fineBut(open) : fine}${tail}`;
  }
  const topic = topicOf(worst.id);
  const phrase = worst.severity === 'error' ? say.bad[topic] : say.fragile[topic];
  return `${phrase}: ${worst.what}${tail}`;
}

function topicOf(id: string): Topic {
  if (openIds.includes(id)) return 'open';
  return groupOf(id) ?? (id.startsWith('own/') ? 'own' : 'text');
}

/** It leads out, and nobody is found whom it would lead: a switch, or an access point, with its own way out. */
const hasNoClients = ({ roles }: Linted['context']): boolean =>
  roles.some(({ role }) => role === 'wan') && !roles.some(({ role }) => role === 'lan');

/** Of the worst the first that is about what a configuration does: prose around it is no mistake in it. */
function mostTelling(diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  const [first] = diagnostics;
  const worst = diagnostics.filter(({ severity }) => severity === first?.severity);
  return worst.find(({ id }) => !/^rsc\/(?:not-understood|wrapped-line|print-output)$/.test(id)) ?? first;
}

export function countsOf(diagnostics: readonly Diagnostic[], language: Language): string {
  const count = (wanted: Diagnostic['severity']) =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  return words[language].counts(count('error'), count('warning'), count('info'));
}
