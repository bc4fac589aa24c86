import type { DecisionEvent, GatewayEvent, LineReply } from '../../gateway/index.ts';
import { counted, type InEveryLanguage } from '../../text/index.ts';

type Of<K extends GatewayEvent['type']> = Extract<GatewayEvent, { readonly type: K }>;

/** What a gateway says of what happens, in each language; figures come as text. */
const en = {
  decided: (reason: string, done: string) => `decided: ${reason}; ${done}`,
  nothing: 'nothing had to change',
  done: (time: string) => `done in ${time}`,
  notAll: ', but the machine refused a part of it',
  ready: (time: string, dialect: string) => `ready after ${time} (RouterOS ${dialect})`,
  notYet: (lines: string) => `; not up yet: ${lines}`,
  missing: {
    interface: 'no such interface',
    carrier: 'no link',
    lease: 'no lease',
  } satisfies Record<Of<'ready'>['waiting'][number]['for'], string>,
  link: (name: string, running: boolean) => `the link of ${name} is ${running ? 'up' : 'down'}`,
  answers: (address: string, name: string) => `${address} answers via ${name}`,
  silent: (address: string, name: string, time: string) =>
    `${address} does not answer via ${name} (silent for ${time})`,
  line: (name: string, state: string, why: string) => `line ${name} is ${state}${why}`,
  because: (why: string) => `: ${why}`,
  lineSilent: (time: string) => ` (silent for ${time})`,
  lineUnknown: (name: string) => `line ${name} has a link; it is not known yet whether anything answers`,
  lineHeld: {
    down: (name: string) =>
      `line ${name} answers again, but may fail again: it is used where no other line works`,
    unknown: (name: string) =>
      `line ${name} has a link; it is not used before something answers, as another line works`,
  },
  states: { up: 'up', degraded: 'degraded', down: 'down', unknown: 'unknown' } satisfies Record<
    LineReply['status'],
    string
  >,
  held: { down: 'answers again, not used yet', unknown: 'not used before it answers' },
  host: (host: string, status: 'up' | 'down') => `netwatch: ${host} is ${status}`,
  script: (property: string, place: string) => `the ${property} of ${place}`,
  uncertain: (script: string, line: number | undefined) =>
    `${script} is not run: what its line ${line} does cannot be known beforehand`,
  ran: (script: string, changed: boolean) => `${script} has run${changed ? '' : ' and changed nothing'}`,
  leaseLost: (name: string) => `${name} lost its DHCP lease`,
  leased: (name: string, address: string, gateway: string | undefined, time: string) =>
    `${name} got the DHCP lease ${address}, ${gateway === undefined ? 'no gateway' : `gateway ${gateway}`}, in ${time}`,
  routes: (time: string, reason: string, ways: string) =>
    `routes changed in ${time} (${reason}): ${ways || 'no default route'}`,
  way: (table: string, lines: string) => `${table} via ${lines}`,
  flows: (reset: number, begunAnew: number, time: string) =>
    `connections moved to another line: ${counted(reset, 'TCP connection')} reset, ${counted(begunAnew, 'other')} started anew (${time})`,
  config: (file: string, result: string, how: string, changes: number) =>
    `configuration ${file} ${result} (${how}; ${counted(changes, 'change')})`,
  results: {
    'in-force': 'is in force',
    'on-trial': 'is in force for a time: it is taken back unless it is confirmed',
    partly: 'is in force, but the machine refuses a part of it',
    refused: 'was refused',
  } satisfies Record<Of<'config'>['result'], string>,
  hows: {
    ...{ start: 'at the start', reload: 'read again', signal: 'read again after a signal' },
    ...{ apply: 'applied', confirm: 'confirmed', 'rolled-back': 'taken back' },
  } satisfies Record<Of<'config'>['how'], string>,
  by: (how: string, who: string) => `${how} by ${who}`,
  delivered: (receiver: string, title: string, time: string, attempts: number) =>
    `notification to ${receiver} sent: ${title} (${time}${attempts > 1 ? `, attempt ${attempts}` : ''})`,
  failed: (receiver: string, said: string, title: string) =>
    `notification to ${receiver} failed and is tried again: ${said} (${title})`,
  lost: (receiver: string, said: string, title: string) =>
    `notification to ${receiver} failed and is given up: ${said} (${title})`,
  severities: { error: 'error', warning: 'warning', info: 'info' } as Readonly<Record<string, string>>,
  cleared: (code: string, what: string) => `cleared ${code}  (was: ${what})`,
  stopped: (undone: boolean): string =>
    undone
      ? 'stopped; the network of this machine is as it was before'
      : 'stopped; routes, rules and addresses stay as they are',
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
  notAll: ', tetapi sebagian ditolak mesin',
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
  line: (name, state, why) => `jalur ${name} ${state}${why}`,
  because: why => `: ${why}`,
  lineSilent: time => ` (diam selama ${time})`,
  lineUnknown: name => `link jalur ${name} hidup; belum diketahui apakah ada yang menjawab`,
  lineHeld: {
    down: name =>
      `jalur ${name} menjawab lagi, tetapi bisa mati lagi: dipakai bila tidak ada jalur lain yang hidup`,
    unknown: name =>
      `link jalur ${name} hidup; tidak dipakai sebelum ada jawaban, karena ada jalur lain yang hidup`,
  },
  states: { up: 'hidup', degraded: 'terganggu', down: 'mati', unknown: 'belum diketahui' },
  held: { down: 'menjawab lagi, belum dipakai', unknown: 'tidak dipakai sebelum menjawab' },
  host: (host, status) => `netwatch: ${host} ${status === 'up' ? 'hidup' : 'mati'}`,
  script: (property, place) => `${property} dari ${place}`,
  uncertain: (script, line) =>
    `${script} tidak dijalankan: akibat baris ${line} tidak bisa diketahui sebelumnya`,
  ran: (script, changed) => `${script} sudah dijalankan${changed ? '' : ' dan tidak mengubah apa pun'}`,
  leaseLost: name => `${name} kehilangan lease DHCP`,
  leased: (name, address, gateway, time) =>
    `${name} mendapat lease DHCP ${address}, ${gateway === undefined ? 'tanpa gateway' : `gateway ${gateway}`}, dalam ${time}`,
  routes: (time, reason, ways) => `rute berubah dalam ${time} (${reason}): ${ways || 'tanpa default route'}`,
  way: (table, lines) => `${table} lewat ${lines}`,
  flows: (reset, begunAnew, time) =>
    `koneksi pindah ke jalur lain: ${reset} koneksi TCP di-reset, ${begunAnew} lainnya mulai lagi (${time})`,
  config: (file, result, how, changes) => `konfigurasi ${file} ${result} (${how}; ${changes} perubahan)`,
  results: {
    'in-force': 'berlaku',
    'on-trial': 'berlaku sementara: ditarik kembali bila tidak dikonfirmasi',
    partly: 'berlaku, tetapi sebagian ditolak mesin',
    refused: 'ditolak',
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
    `pemberitahuan ke ${receiver} terkirim: ${title} (${time}${attempts > 1 ? `, percobaan ke-${attempts}` : ''})`,
  failed: (receiver, said, title) => `pemberitahuan ke ${receiver} gagal dan dicoba lagi: ${said} (${title})`,
  lost: (receiver, said, title) =>
    `pemberitahuan ke ${receiver} gagal dan tidak dicoba lagi: ${said} (${title})`,
  severities: { error: 'kesalahan', warning: 'peringatan', info: 'catatan' },
  cleared: (code, what) => `selesai ${code}  (sebelumnya: ${what})`,
  stopped: undone =>
    undone
      ? 'berhenti; jaringan mesin ini kembali seperti semula'
      : 'berhenti; rute, aturan dan alamat tetap terpasang',
  took: ({ waited, decided, applied }) =>
    `menunggu ${waited}, diputuskan dalam ${decided}, diterapkan dalam ${applied}`,
  evidence: parts => `bukti: ${parts}`,
  asked: hosts => `ditanya ${hosts}`,
  silentFor: time => `diam selama ${time}`,
  lostProbes: count => `${count} probe berturut-turut hilang`,
  roundTrip: time => `RTT ${time}`,
  jitter: time => `jitter ${time}`,
  loss: part => `paket hilang ${part}`,
  refused: what => `ditolak: ${what}`,
};

export const eventWords: InEveryLanguage<typeof en> = { en, id };
