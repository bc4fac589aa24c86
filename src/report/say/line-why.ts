import { type LineReply, lineCauses } from '../../gateway/index.ts';
import { counted, type InEveryLanguage, type Language, ms, percent } from '../../text/index.ts';

type Said = Pick<LineReply, 'status' | 'cause' | 'held' | 'evidence'>;
const en = {
  status: {
    up: 'It is up',
    degraded: 'It is degraded',
    down: 'It is down',
    unknown: 'It is not known yet whether it works',
  },
  held: {
    down: 'It answers again, but may fail again: it is used where no other line works',
    unknown: 'Its link is up; it is not used before something answers, as another line works',
  },
  silent: (silence: string) => `silent for ${silence}`,
  lost: (probes: number) => `${counted(probes, 'probe')} in a row without an answer`,
  trip: (trip: string) => `round trip ${trip}`,
  jitter: (jitter: string) => `jitter ${jitter}`,
  loss: (loss: string) => `loss ${loss}`,
  asked: (targets: string) => `asked: ${targets}`,
  notMeasured: 'nothing measured on it yet',
};

const id: typeof en = {
  status: {
    up: 'Jalur ini hidup',
    degraded: 'Jalur ini terganggu',
    down: 'Jalur ini mati',
    unknown: 'Belum diketahui apakah jalur ini berfungsi',
  },
  held: {
    down: 'Jalur ini menjawab lagi, tetapi bisa mati lagi: dipakai bila tidak ada jalur lain yang hidup',
    unknown: 'Link-nya hidup; tidak dipakai sebelum ada jawaban, karena ada jalur lain yang hidup',
  },
  silent: silence => `diam selama ${silence}`,
  lost: probes => `${probes} probe berturut-turut tanpa jawaban`,
  trip: trip => `bolak-balik ${trip}`,
  jitter: jitter => `jitter ${jitter}`,
  loss: loss => `paket hilang ${loss}`,
  asked: targets => `ditanya: ${targets}`,
  notMeasured: 'belum ada yang terukur',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** A line's state, its cause and what that rests on, as one sentence. */
export function lineWhy(line: Said, language: Language): string {
  const rest = evidenceParts(line, language);
  return rest.length === 0 ? `${headOf(line, language)}.` : `${headOf(line, language)} (${rest.join(', ')}).`;
}

function headOf({ status, cause, held }: Said, language: Language): string {
  const say = words[language];
  if (held && (status === 'down' || status === 'unknown')) return say.held[status];
  return cause ? `${say.status[status]}: ${lineCauses[language][cause]}` : say.status[status];
}

function evidenceParts({ status, held, evidence }: Said, language: Language): readonly string[] {
  const say = words[language];
  if (!evidence) return status === 'unknown' && !held ? [say.notMeasured] : [];
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
