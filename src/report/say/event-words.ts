import {
  causesInIndonesian,
  type DecisionEvent,
  type GatewayEvent,
  type LineReply,
} from '../../gateway/index.ts';
import { counted, type InEveryLanguage } from '../../text/index.ts';

type Of<K extends GatewayEvent['type']> = Extract<GatewayEvent, { readonly type: K }>;
type Causes = Readonly<Record<NonNullable<LineReply['cause']> | 'held', string>>;

/** What a gateway says of what happens, in each language; figures come as text. */
const en = {
  decided: (reason: string, done: string) => `decided: ${reason}; ${done}`,
  nothing: 'nothing had to change',
  done: (time: string) => `done in ${time}`,
  notAll: ', not all of it',
  ready: (time: string, dialect: string) => `ready after ${time} (RouterOS ${dialect})`,
  notYet: (lines: string) => `; not up yet: ${lines}`,
  missing: {
    interface: 'no such interface',
    carrier: 'no link',
    lease: 'no lease',
  } satisfies Record<Of<'ready'>['waiting'][number]['for'], string>,
  link: (name: string, running: boolean) => `${name} ${running ? 'is running' : 'is not running'}`,
  answers: (address: string, name: string) => `${address} by ${name} answers`,
  silent: (address: string, name: string, time: string) =>
    `${address} by ${name} does not answer (silent for ${time})`,
  line: (name: string, state: string, silence: string) => `line ${name} is ${state}${silence}`,
  lineSilent: (time: string) => `, silent for ${time}`,
  states: { up: 'up', degraded: 'degraded', down: 'down', unknown: 'unknown' } satisfies Record<
    LineReply['status'],
    string
  >,
  causes: {
    ...{ carrier: 'carrier', gateway: 'gateway', upstream: 'upstream', dns: 'dns', forced: 'forced' },
    ...{ loss: 'loss', latency: 'latency', jitter: 'jitter', held: 'held' },
  } satisfies Causes as Causes,
  host: (host: string, status: 'up' | 'down') => `netwatch: ${host} is ${status}`,
  script: (property: string, place: string) => `the ${property} of ${place}`,
  uncertain: (script: string, line: number | undefined) =>
    `${script} is not carried out: line ${line} is not certain`,
  ran: (script: string, changed: boolean) => `${script} has run${changed ? '' : ', which changes nothing'}`,
  leaseLost: (name: string) => `${name} lost its lease`,
  leased: (name: string, address: string, gateway: string | undefined, time: string) =>
    `${name} leased ${address}, gateway ${gateway ?? 'none'}, in ${time}`,
  routes: (time: string, reason: string, ways: string) =>
    `routes changed in ${time} (${reason}): ${ways || 'no default route'}`,
  way: (table: string, lines: string) => `${table} by ${lines}`,
  flows: (reset: number, begunAnew: number, time: string) =>
    `connections move: ${reset} of TCP are reset, ${begunAnew} others begin anew (${time})`,
  config: (file: string, result: string, how: string, changes: number) =>
    `configuration ${file} ${result} (${how}; ${counted(changes, 'change')})`,
  results: {
    'in-force': 'is in force',
    'on-trial': 'is in force until it is confirmed or taken back',
    partly: 'is in force, but the machine refuses a part of it',
    refused: 'was not taken',
  } satisfies Record<Of<'config'>['result'], string>,
  hows: {
    ...{ start: 'start', reload: 'reload', signal: 'signal', apply: 'apply', confirm: 'confirm' },
    'rolled-back': 'rolled-back',
  } satisfies Record<Of<'config'>['how'], string>,
  by: (how: string, who: string) => `${how} by ${who}`,
  delivered: (receiver: string, title: string, time: string, attempts: number) =>
    `${receiver} was told: ${title} (${time}${attempts > 1 ? `, attempt ${attempts}` : ''})`,
  failed: (receiver: string, said: string, title: string) =>
    `${receiver} cannot be told: ${said}; it is tried again (${title})`,
  lost: (receiver: string, said: string, title: string) => `${receiver} is not told: ${said} (${title})`,
  severities: { error: 'error', warning: 'warning', info: 'info' } as Readonly<Record<string, string>>,
  cleared: 'cleared',
  stopped: (undone: boolean): string =>
    undone ? 'stopped; everything is as before' : 'stopped; everything is left in place',
  took: ({ waited, decided, applied }: Record<keyof DecisionEvent['steps'], string>) =>
    `waited ${waited}, decided in ${decided}, applied in ${applied}`,
  evidence: (parts: string) => `evidence: ${parts}`,
  asked: (hosts: string) => `asked ${hosts}`,
  silentFor: (time: string) => `silent for ${time}`,
  lostProbes: (count: number) => `${count} probes lost in a row`,
  roundTrip: (time: string) => `round trip ${time}`,
  jitter: (time: string) => `jitter ${time}`,
  loss: (part: string) => `loss ${part}`,
  refused: (what: string) => `refused: ${what}`,
};

const id: typeof en = {
  decided: (reason, done) => `keputusan: ${reason}; ${done}`,
  nothing: 'tidak ada yang perlu diubah',
  done: time => `selesai dalam ${time}`,
  notAll: ', tidak semuanya',
  ready: (time, dialect) => `siap setelah ${time} (RouterOS ${dialect})`,
  notYet: lines => `; belum hidup: ${lines}`,
  missing: {
    interface: 'interface tidak ada',
    carrier: 'link putus',
    lease: 'belum ada lease',
  },
  link: (name, running) => `link ${name} ${running ? 'hidup' : 'putus'}`,
  answers: (address, name) => `${address} lewat ${name} menjawab`,
  silent: (address, name, time) => `${address} lewat ${name} tidak menjawab (diam selama ${time})`,
  line: (name, state, silence) => `jalur ${name} ${state}${silence}`,
  lineSilent: time => `, diam selama ${time}`,
  states: { up: 'hidup', degraded: 'terganggu', down: 'mati', unknown: 'belum diketahui' },
  causes: causesInIndonesian,
  host: (host, status) => `netwatch: ${host} ${status === 'up' ? 'hidup' : 'mati'}`,
  script: (property, place) => `${property} dari ${place}`,
  uncertain: (script, line) => `${script} tidak dijalankan: baris ${line} tidak pasti`,
  ran: (script, changed) => `${script} sudah dijalankan${changed ? '' : ', tanpa perubahan'}`,
  leaseLost: name => `${name} kehilangan lease`,
  leased: (name, address, gateway, time) =>
    `${name} mendapat lease ${address}, ${gateway === undefined ? 'tanpa gateway' : `gateway ${gateway}`}, dalam ${time}`,
  routes: (time, reason, ways) => `rute berubah dalam ${time} (${reason}): ${ways || 'tanpa default route'}`,
  way: (table, lines) => `${table} lewat ${lines}`,
  flows: (reset, begunAnew, time) =>
    `koneksi berpindah: ${reset} TCP di-reset, ${begunAnew} lainnya mulai lagi (${time})`,
  config: (file, result, how, changes) => `konfigurasi ${file} ${result} (${how}; ${changes} perubahan)`,
  results: {
    'in-force': 'berlaku',
    'on-trial': 'berlaku sampai dikonfirmasi atau ditarik kembali',
    partly: 'berlaku, tetapi sebagian ditolak mesin',
    refused: 'tidak diterima',
  },
  hows: {
    start: 'saat dimulai',
    reload: 'dibaca ulang',
    signal: 'dibaca ulang oleh sinyal',
    apply: 'diterapkan',
    confirm: 'dikonfirmasi',
    'rolled-back': 'ditarik kembali',
  },
  by: (how, who) => `${how} oleh ${who}`,
  delivered: (receiver, title, time, attempts) =>
    `${receiver} sudah diberi tahu: ${title} (${time}${attempts > 1 ? `, percobaan ke-${attempts}` : ''})`,
  failed: (receiver, said, title) => `${receiver} belum bisa diberi tahu: ${said}; dicoba lagi (${title})`,
  lost: (receiver, said, title) => `${receiver} tidak diberi tahu: ${said} (${title})`,
  severities: { error: 'kesalahan', warning: 'peringatan', info: 'catatan' },
  cleared: 'selesai',
  stopped: undone =>
    undone ? 'berhenti; semuanya kembali seperti semula' : 'berhenti; semuanya dibiarkan terpasang',
  took: ({ waited, decided, applied }) =>
    `menunggu ${waited}, diputuskan dalam ${decided}, diterapkan dalam ${applied}`,
  evidence: parts => `bukti: ${parts}`,
  asked: hosts => `diperiksa ${hosts}`,
  silentFor: time => `diam selama ${time}`,
  lostProbes: count => `${count} probe berturut-turut hilang`,
  roundTrip: time => `RTT ${time}`,
  jitter: time => `jitter ${time}`,
  loss: part => `loss ${part}`,
  refused: what => `ditolak: ${what}`,
};

export const eventWords: InEveryLanguage<typeof en> = { en, id };
