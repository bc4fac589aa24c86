import type { InEveryLanguage, Language } from '../../text/index.ts';
import type { PointView } from '../point.ts';

const en = {
  at: (what: string, place: string) => `${what} at ${place}`,
  and: ' and ',
  or: ' or ',
  settled: (point: string, options: string) => `${point}: settled by ${options}.`,
  /** How the answers of a point are said. */
  conditions: {
    auth: () => 'where the hotspot user has logged in',
    login: () => 'where the hotspot user has not logged in',
    none: () => 'where no IPsec policy takes it',
    ipsec: () => 'where an IPsec policy takes it',
    yes: (what: string) => `where ${what || 'it'} matches`,
    no: (what: string) => `where ${what || 'it'} does not match`,
    below: (what: string) => `below ${what || 'the limit'}`,
    above: (what: string) => `above ${what || 'the limit'}`,
  },
  moment: (moment: string) => `at ${moment}`,
};

const id: typeof en = {
  at: (what, place) => `${what} di ${place}`,
  and: ' dan ',
  or: ' atau ',
  settled: (point, options) => `${point}: ditentukan dengan ${options}.`,
  conditions: {
    auth: () => 'jika pengguna hotspot sudah login',
    login: () => 'jika pengguna hotspot belum login',
    none: () => 'jika tidak ada IPsec policy yang mengambilnya',
    ipsec: () => 'jika IPsec policy mengambilnya',
    yes: what => `jika ${what} cocok`.replace('  ', ' '),
    no: what => `jika ${what} tidak cocok`.replace('  ', ' '),
    below: what => `di bawah ${what || 'batas'}`,
    above: what => `di atas ${what || 'batas'}`,
  },
  moment: moment => `pada ${moment}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** `limit=100/1s,5:packet at office.rsc:10`. */
function pointText({ what, file, line }: PointView, language: Language): string {
  return line === 0 ? what : words[language].at(what, `${file}:${line}`);
}

/** Several points in one sentence. */
export function pointsText(points: readonly PointView[], language: Language): string {
  return points.map(point => pointText(point, language)).join(words[language].and);
}

/** A point and what settles it. */
export function settleText(point: PointView, language: Language): string {
  const { settled, or } = words[language];
  return settled(pointText(point, language), point.settle.join(or));
}

/** An answer of a point as the beginning of a clause: `below the limit`; `what`: the point's name, where it is one of several. */
export function choiceText(point: PointView, choice: number, what: string, language: Language): string {
  const word = point.choices[choice] ?? '';
  const { conditions, moment } = words[language];
  if (point.kind === 'time') return moment(word);
  return word in conditions ? conditions[word as keyof typeof conditions](what) : moment(word);
}
