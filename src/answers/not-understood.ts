import { type Kept, placeOf, type Router } from '../model/index.ts';
import type { Config } from '../reading/index.ts';
import { counted, type InEveryLanguage, type Language } from '../text/index.ts';

/** Menus whose statements decide what becomes of packets; `` is a statement without a menu. */
const deciding =
  /^$|^\/(?:interface|ip|ipv6|mpls|ppp|queue|routing)\b|^\/(?:tool netwatch|system (?:script|scheduler))\b/;

/** What would change something; prose is no statement that a router takes. */
const changing = /[=[]|^(?:add|set|remove|enable|disable|move|unset|reset)\b/;

/** A row of a table: ` 0 A S  0.0.0.0/0 …`, `DAd 0.0.0.0/0 …`. It is no statement, and says what the router has. */
const printedRow = /^(?:\d{1,4}[ \t]+\S|[A-Z][A-Za-z+]{0,4}[ \t]+\d+\.\d+\.\d+\.\d+)/;

const couldMatter = ({ origin, text }: Kept): boolean =>
  deciding.test(origin.menu) && (changing.test(text) || printedRow.test(text));

/** How many places are named. */
const shown = 8;

const en = {
  without: (count: number) =>
    `without ${counted(count, 'statement')} that ${count === 1 ? 'was' : 'were'} not understood`,
  noDefault: 'with no default route in the text',
  and: ' and ',
  none: 'none of them could matter here',
  matter: (places: string, more: number) =>
    `${more <= 0 && !places.includes(',') ? 'it' : 'they'} could matter here: ${places}${more > 0 ? ` and ${more} more` : ''}`,
  whole: (file: string, wrong: number, all: number, could: string) =>
    `${wrong} of ${counted(all, 'statement')} ${wrong === 1 ? 'was' : 'were'} not understood and left out; ${could} (jalur parse ${file} says why).`,
};

const id: typeof en = {
  without: count => `tanpa ${count} perintah yang tidak dipahami`,
  noDefault: 'tanpa rute default di dalam teks',
  and: ' dan ',
  none: 'tidak satu pun berpengaruh di sini',
  matter: (places, more) => `yang dapat berpengaruh di sini: ${places}${more > 0 ? ` dan ${more} lagi` : ''}`,
  whole: (file, wrong, all, could) =>
    `${wrong} dari ${all} perintah tidak dipahami dan ditinggalkan; ${could} (jalur parse ${file} menjelaskan).`,
};

const words: InEveryLanguage<typeof en> = { en, id };

/** How much of a text the answer does not rest on, and which of it could have mattered; empty where all was understood. */
export function notUnderstoodText({ file, statements, notUnderstood }: Config, language: Language): string[] {
  if (notUnderstood.length === 0) return [];
  const say = words[language];
  const matter = notUnderstood.filter(couldMatter).map(({ origin }) => placeOf(origin));
  const places = matter.slice(0, shown).join(', ');
  const could = matter.length === 0 ? say.none : say.matter(places, matter.length - shown);
  return [say.whole(file, notUnderstood.length, statements, could)];
}

/** What a first sentence leaves out, as a part of it; empty where it rests on all that could matter. */
export function reservation({ kept }: Router, language: Language, isDefaultMissed = false): string {
  const say = words[language];
  const count = kept.filter(one => one.reason === 'not-understood' && couldMatter(one)).length;
  return [...(count > 0 ? [say.without(count)] : []), ...(isDefaultMissed ? [say.noDefault] : [])].join(
    say.and,
  );
}

/** A sentence with what it leaves out before it. */
export function reserved(sentence: string, what: string): string {
  if (what === '') return sentence;
  const goesOn = sentence.replace(/^[A-Z](?=[a-z])/, letter => letter.toLowerCase());
  return `${what.replace(/^./, letter => letter.toUpperCase())}, ${goesOn}`;
}
