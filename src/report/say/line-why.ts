import type { LineReply } from '../../gateway/index.ts';
import { type InEveryLanguage, type Language, ms, percent } from '../../text/index.ts';

type Said = Pick<LineReply, 'status' | 'cause' | 'held' | 'evidence'>;
type Cause = NonNullable<Said['cause']>;

const en = {
  status: {
    up: 'It is up',
    degraded: 'It is degraded',
    down: 'It is down',
    unknown: 'How it is, nobody knows yet',
  },
  causes: {
    carrier: 'its link is down',
    gateway: 'the router at its other end does not answer',
    upstream: 'nobody behind its gateway answers, though its link is up',
    dns: 'no name server answers by it',
    forced: 'it was taken down by hand',
    loss: 'it loses packets',
    latency: 'answers take long',
    jitter: 'answers come unevenly',
  } satisfies Record<Cause, string>,
  held: 'it is not used while there is another, as it may fall again',
  silent: (silence: string) => `silent for ${silence}`,
  lost: (probes: number) => `${probes} probes in a row without an answer`,
  trip: (trip: string) => `round trip ${trip}`,
  jitter: (jitter: string) => `jitter ${jitter}`,
  loss: (loss: string) => `loss ${loss}`,
  asked: (targets: string) => `asked: ${targets}`,
  notAsked: 'nobody asks by it',
};

const id: typeof en = {
  status: {
    up: 'Jalur ini hidup',
    degraded: 'Jalur ini terganggu',
    down: 'Jalur ini mati',
    unknown: 'Keadaannya belum diketahui',
  },
  causes: {
    carrier: 'link-nya mati',
    gateway: 'router di ujungnya tidak menjawab',
    upstream: 'tidak ada yang menjawab di belakang gateway-nya, padahal link-nya hidup',
    dns: 'tidak ada server nama yang menjawab lewat jalur ini',
    forced: 'dimatikan dengan tangan',
    loss: 'paket hilang',
    latency: 'jawaban lama',
    jitter: 'jawaban datang tidak teratur',
  },
  held: 'tidak dipakai selama ada jalur lain, karena bisa mati lagi',
  silent: silence => `diam selama ${silence}`,
  lost: probes => `${probes} probe berturut-turut tanpa jawaban`,
  trip: trip => `bolak-balik ${trip}`,
  jitter: jitter => `jitter ${jitter}`,
  loss: loss => `loss ${loss}`,
  asked: targets => `ditanya: ${targets}`,
  notAsked: 'tidak ada yang bertanya lewat jalur ini',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** A line's state, its cause and what that rests on, as one sentence. */
export function lineWhy({ status, cause, held, evidence }: Said, language: Language): string {
  const say = words[language];
  const why = [...(cause ? [say.causes[cause]] : []), ...(held ? [say.held] : [])].join('; ');
  const head = why === '' ? say.status[status] : `${say.status[status]}: ${why}`;
  const rest = evidenceParts(status, evidence, language);
  return rest.length === 0 ? `${head}.` : `${head} (${rest.join(', ')}).`;
}

function evidenceParts(
  status: Said['status'],
  evidence: Said['evidence'],
  language: Language,
): readonly string[] {
  const say = words[language];
  if (!evidence) return [say.notAsked];
  const { silentMs, lost, asked, roundTripMs, jitterMs, loss } = evidence;
  return [
    ...(status === 'down' ? [say.silent(ms(silentMs))] : []),
    ...(lost > 0 ? [say.lost(lost)] : []),
    ...(roundTripMs === undefined ? [] : [say.trip(ms(roundTripMs))]),
    ...(jitterMs === undefined ? [] : [say.jitter(ms(jitterMs))]),
    ...(loss === undefined ? [] : [say.loss(percent(loss))]),
    ...(asked.length === 0 ? [] : [say.asked(asked.join(', '))]),
  ];
}
