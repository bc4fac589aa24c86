import { placeOf } from '../../model/index.ts';
import type { HeldScript } from '../../rsc/index.ts';
import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { EventPoint } from '../events/point.ts';

type Sentence = (what: string, place: string, settle: string) => string;

const settled = (settle: string, word: string): string => (settle === '' ? '' : ` (${word} ${settle})`);

const en: Readonly<Record<EventPoint['kind'], Sentence>> = {
  script: (what, place, settle) =>
    `The answer depends on script line ${place}, whose effect is not certain and which is not carried out: ${what}${settled(settle, 'settled by')}.`,
  netwatch: (what, place) =>
    `The answer depends on what netwatch of ${what} at ${place} finds: nobody can tell from the text.`,
  flapping: (what, place) =>
    `Netwatch of ${what} at ${place} flaps: its own scripts move its probe to a line on which it answers otherwise, so it goes up and down for ever, and the routes with it. Pin its host to the line that it watches.`,
  scheduler: (what, place) =>
    `The answer depends on when the scheduler runs script line ${place}: it would change something now: ${what}.`,
};

const id: typeof en = {
  script: (what, place, settle) =>
    `Jawabannya tergantung baris skrip ${place}, yang akibatnya tidak pasti dan tidak dijalankan: ${what}${settled(settle, 'ditentukan dengan')}.`,
  netwatch: (what, place) =>
    `Jawabannya tergantung hasil netwatch ${what} di ${place}: tidak dapat diketahui dari teks.`,
  flapping: (what, place) =>
    `Netwatch ${what} di ${place} naik turun terus: skripnya sendiri memindahkan probe ke jalur lain yang hasilnya berbeda, dan rute ikut berubah. Tetapkan rute host itu ke jalur yang diawasinya.`,
  scheduler: (what, place) =>
    `Jawabannya tergantung kapan scheduler menjalankan baris skrip ${place}: saat ini ada yang akan diubahnya: ${what}.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What of scripts and of what runs them the answer depends on, a sentence each. */
export function eventTexts(points: readonly EventPoint[], language: Language): string[] {
  return points.map(({ kind, what, file, line, settle }) =>
    words[language][kind](what, `${file}:${line}`, settle.join(language === 'en' ? ' or ' : ' atau ')),
  );
}

/** An answer to what scripts leave open, as the end of `where …`. */
export interface EventAnswer {
  readonly point: EventPoint;
  readonly answer: string;
}

const answersEn: Readonly<Record<string, (what: string, place: string) => string>> = {
  'script yes': (what, place) => `the condition of script line ${place} is true (${what})`,
  'script no': (what, place) => `the condition of script line ${place} is false (${what})`,
  'netwatch up': (what, place) => `netwatch of ${what} at ${place} finds it up`,
  'netwatch down': (what, place) => `netwatch of ${what} at ${place} finds it down`,
  'scheduler yes': (what, place) => `the scheduler has run script line ${place} (${what})`,
  'scheduler no': (what, place) => `the scheduler has not run script line ${place} (${what})`,
};

const answersId: typeof answersEn = {
  'script yes': (what, place) => `syarat baris skrip ${place} benar (${what})`,
  'script no': (what, place) => `syarat baris skrip ${place} salah (${what})`,
  'netwatch up': (what, place) => `netwatch ${what} di ${place} menemukannya hidup`,
  'netwatch down': (what, place) => `netwatch ${what} di ${place} menemukannya mati`,
  'scheduler yes': (what, place) => `scheduler sudah menjalankan baris skrip ${place} (${what})`,
  'scheduler no': (what, place) => `scheduler belum menjalankan baris skrip ${place} (${what})`,
};

const answerWords: InEveryLanguage<typeof answersEn> = { en: answersEn, id: answersId };

/** Several answers in one clause. */
export const answersClause = (answers: readonly EventAnswer[], language: Language): string =>
  answers
    .map(({ point: { kind, what, file, line }, answer }) =>
      (answerWords[language][`${kind} ${answer}`] ?? answerWords[language]['script yes'])?.(
        what,
        `${file}:${line}`,
      ),
    )
    .join(language === 'en' ? ' and ' : ' dan ');

/** What was walked each way without making a difference, a sentence each. */
export function eitherWayTexts(points: readonly EventPoint[], language: Language): string[] {
  return points.map(({ kind, what, file, line }) => eitherWay[language][kind](what, `${file}:${line}`));
}

type Plain = Readonly<Record<EventPoint['kind'], (what: string, place: string) => string>>;

const eitherEn: Plain = {
  script: (what, place) => `The same whether or not the condition of script line ${place} is true: ${what}.`,
  netwatch: (what, place) => `The same whether netwatch of ${what} at ${place} finds it up or down.`,
  flapping: (what, place) => `The same while netwatch of ${what} at ${place} flaps.`,
  scheduler: (what, place) => `The same before and after the scheduler runs script line ${place}: ${what}.`,
};

const eitherId: Plain = {
  script: (what, place) => `Sama saja apakah syarat baris skrip ${place} benar atau tidak: ${what}.`,
  netwatch: (what, place) => `Sama saja apakah netwatch ${what} di ${place} menemukannya hidup atau mati.`,
  flapping: (what, place) => `Sama saja selama netwatch ${what} di ${place} naik turun.`,
  scheduler: (what, place) =>
    `Sama saja sebelum dan sesudah scheduler menjalankan baris skrip ${place}: ${what}.`,
};

const eitherWay: InEveryLanguage<Plain> = { en: eitherEn, id: eitherId };

/** Scripts that faults have had run, a sentence each. */
export function ranTexts(scripts: readonly HeldScript[], language: Language): string[] {
  return scripts.map(({ item, property }) => {
    const place = placeOf(item.origin);
    return language === 'en'
      ? `Then the ${property} of ${place} has run, and has changed the configuration.`
      : `Lalu ${property} di ${place} dijalankan dan mengubah konfigurasi.`;
  });
}
