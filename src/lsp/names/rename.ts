import { builtInScope, referredBy } from '../../editing/index.ts';
import { isBuiltIn } from '../../model/index.ts';
import { escapeText, quote, type TextEdit } from '../../rsc/index.ts';
import type { Language } from '../../text/index.ts';
import type { OpenText } from '../text/open-text.ts';
import { sameName } from './find.ts';
import type { Occurrence } from './occurrences.ts';

const en = {
  builtIn: (name: string) => `Every router has '${name}' by itself: it cannot be renamed.`,
  factory: (name: string) =>
    `'${name}' is the name from the factory, by which the text finds the port: state another one with name=.`,
  taken: (name: string) => `'${name}' is already the name of something else of that kind.`,
  empty: 'A name may not be empty, and may not hold commas.',
  code: 'Where a script is named by anything but letters, digits, dots, dashes and underscores, it is taken for code.',
};

const id: typeof en = {
  builtIn: name => `Setiap router sudah memiliki '${name}': tidak dapat diganti namanya.`,
  factory: name =>
    `'${name}' adalah nama bawaan pabrik yang dipakai teks untuk menemukan port itu: tulis nama lain dengan name=.`,
  taken: name => `'${name}' sudah menjadi nama hal lain yang sejenis.`,
  empty: 'Nama tidak boleh kosong dan tidak boleh memuat koma.',
  code: 'Nama skrip selain huruf, angka, titik, tanda hubung dan garis bawah akan dianggap sebagai kode.',
};

const words: Readonly<Record<Language, typeof en>> = { en, id };

/** Why a name cannot be changed; undefined where it can. */
export function whyNotRenamed(text: OpenText, one: Occurrence): string | undefined {
  const say = words[text.language];
  if (referredBy[one.kind].some(kind => isBuiltIn(kind, one.name, builtInScope(one))))
    return say.builtIn(one.name);
  const isFactory = sameName(text, one).some(({ property }) => property === 'default-name');
  return isFactory ? say.factory(one.name) : undefined;
}

/** Why a name cannot become another one. */
export function whyNotCalled(text: OpenText, one: Occurrence, to: string): string | undefined {
  const say = words[text.language];
  if (to.trim() === '' || to.includes(',')) return say.empty;
  if (one.kind === 'script' && !/^[\w.-]+$/.test(to)) return say.code;
  const isTaken = sameName(text, { ...one, name: to }).length > 0;
  return isTaken && to !== one.name ? say.taken(to) : undefined;
}

/** Every value that holds the name, written anew, with quotes where the new name needs them. */
export function renamed(text: OpenText, one: Occurrence, to: string): readonly TextEdit[] {
  const all = sameName(text, one);
  const firsts = all.filter((place, i) => all.findIndex(({ value }) => value === place.value) === i);
  return firsts.map(first =>
    edited(
      first,
      all.filter(({ value }) => value === first.value),
      to,
    ),
  );
}

function edited({ value, frame }: Occurrence, places: readonly Occurrence[], to: string): TextEdit {
  const said = places
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, { at, name }) => `${text.slice(0, at)}${to}${text.slice(at + name.length)}`, value.text);
  const written = value.quoted ? `"${escapeText(said)}"` : quote(said);
  return { start: frame.at(value.start), end: frame.at(value.end), text: frame.written(written) };
}
