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

/** Scripts that faults have had run, a sentence each. */
export function ranTexts(scripts: readonly HeldScript[], language: Language): string[] {
  return scripts.map(({ item, property }) => {
    const place = placeOf(item.origin);
    return language === 'en'
      ? `Then the ${property} of ${place} has run, and has changed the configuration.`
      : `Lalu ${property} di ${place} dijalankan dan mengubah konfigurasi.`;
  });
}
