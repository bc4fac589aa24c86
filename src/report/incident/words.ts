import { counted, type InEveryLanguage } from '../../text/index.ts';

const en = {
  title: (id: string) => `Incident ${id}`,
  down: (line: string, lasting: string, why: string) => `${line} was down for ${lasting}: ${why}.`,
  still: (line: string, lasting: string, why: string) =>
    `${line} is down, for ${lasting} as far as is known: ${why}.`,
  causes: {
    carrier: 'its link was down',
    gateway: 'the router at its other end did not answer',
    upstream: 'nothing behind its gateway answered, though its link was up',
    dns: 'no DNS server answered through it',
    forced: 'it was taken down by hand',
  } as Readonly<Record<string, string>>,
  unknownCause: 'the cause is not known',
  later: ', then ',
  cause: 'cause',
  detection: 'detection',
  lost: 'lost',
  decision: 'decision',
  moved: 'moved',
  move: (table: string, from: string, to: string) =>
    `connections of table ${table} move from ${from} to ${to}`,
  flows: 'connections',
  refused: 'refused',
  back: 'back',
  silent: (silence: string, probes: number, asked: string) =>
    `nothing came in through it for ${silence}${probes > 0 ? `, ${counted(probes, 'probe')} without an answer` : ''}${asked === '' ? '' : ` (asked: ${asked})`}`,
  byLink: 'seen by the kernel at once',
  lostAbout: (packets: number) =>
    `about ${counted(packets, 'packet')} were sent into it in that time (its rate before, times the silence)`,
  lostUntil: (packets: number) =>
    `about ${counted(packets, 'packet')} were sent into it until the kernel had the decision (its rate before, times that)`,
  lostUnknown: 'how many packets were lost is not known: its rate of that time is not kept any more',
  decided: (took: string, waited: string, thought: string, applied: string, changes: number) =>
    `in the kernel ${took} after it was known (waited ${waited}, decided in ${thought}, applied in ${applied}; ${counted(changes, 'change')})`,
  notDecided: 'no decision about it is in the journal',
  reset: (reset: number, others: number) =>
    `${counted(reset, 'TCP connection')} of it ${reset === 1 ? 'was' : 'were'} reset, so that programs connect anew by another line; ${counted(others, 'other')} went on by another line`,
  noFlows: 'none of its connections had to be moved, or nobody counted them',
  returned: (took: string | undefined) =>
    `it is used again${took === undefined ? '' : `, ${took} after that was known`}`,
  notBack: 'not yet',
  unseenStart: 'It was down already when the gateway started: nobody saw it begin.',
  unseenEnd: 'It was back when the gateway started again: nobody saw when.',
  utc: 'All times are UTC.',
};

const id: typeof en = {
  title: name => `Insiden ${name}`,
  down: (line, lasting, why) => `${line} mati selama ${lasting}: ${why}.`,
  still: (line, lasting, why) => `${line} masih mati, sejauh diketahui sudah ${lasting}: ${why}.`,
  causes: {
    carrier: 'link-nya putus',
    gateway: 'router di ujungnya tidak menjawab',
    upstream: 'tidak ada yang menjawab di belakang gateway-nya, walaupun link-nya hidup',
    dns: 'tidak ada server DNS yang menjawab lewat jalur ini',
    forced: 'dimatikan dengan tangan',
  },
  unknownCause: 'penyebabnya tidak diketahui',
  later: ', lalu ',
  cause: 'penyebab',
  detection: 'terdeteksi',
  lost: 'hilang',
  decision: 'keputusan',
  moved: 'pindah',
  move: (table, from, to) => `koneksi dari tabel ${table} pindah dari ${from} ke ${to}`,
  flows: 'koneksi',
  refused: 'ditolak',
  back: 'kembali',
  silent: (silence, probes, asked) =>
    `tidak ada yang masuk lewat jalur ini selama ${silence}${probes > 0 ? `, ${probes} probe tidak dijawab` : ''}${asked === '' ? '' : ` (yang ditanya: ${asked})`}`,
  byLink: 'langsung terlihat oleh kernel',
  lostAbout: packets =>
    `sekitar ${packets} paket keluar lewat jalur ini selama itu (laju sebelumnya dikali lama diam)`,
  lostUntil: packets =>
    `sekitar ${packets} paket dikirim ke jalur ini sampai keputusan ada di kernel (laju sebelumnya dikali waktu itu)`,
  lostUnknown: 'banyaknya paket yang hilang tidak diketahui: laju saat itu sudah tidak tersimpan',
  decided: (took, waited, thought, applied, changes) =>
    `ada di kernel ${took} setelah diketahui (menunggu ${waited}, diputuskan dalam ${thought}, diterapkan dalam ${applied}; ${changes} perubahan)`,
  notDecided: 'tidak ada keputusan tentang ini di jurnal',
  reset: (reset, others) =>
    `${reset} koneksi TCP di-reset agar program menyambung lagi lewat jalur lain; ${others} lainnya berlanjut lewat jalur lain`,
  noFlows: 'tidak ada koneksi yang perlu dipindahkan, atau tidak dihitung',
  returned: took => `dipakai lagi${took === undefined ? '' : `, ${took} setelah diketahui`}`,
  notBack: 'belum',
  unseenStart: 'Sudah mati ketika gateway dimulai: awalnya tidak terlihat.',
  unseenEnd: 'Sudah kembali ketika gateway dimulai lagi: waktunya tidak terlihat.',
  utc: 'Semua waktu dalam UTC.',
};

export const storyWords: InEveryLanguage<typeof en> = { en, id };
