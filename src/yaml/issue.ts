import type { z } from 'zod';
import type { InEveryLanguage, Language } from '../text/index.ts';

/** Is the value not there at all? */
export const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined');

/** What is wrong with a value, to be put after its name: `is missing`, `is not a list`. */
export function issueText(issue: z.core.$ZodIssue, language: Language = 'en'): string {
  const say = words[language];
  if (isMissing(issue)) return say.missing;
  // A schema's own message is in our words already.
  if (!/^(Invalid|Too|Unrecognized)\b/.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received null')
        ? say.empty
        : say.not(kindText(issue.expected, language));
    case 'unrecognized_keys':
      return say.noKey(issue.keys.join(', '));
    case 'invalid_value':
      return say.noneOf(issue.values.map(String).join(', '));
    case 'too_small':
      return say.below(`${issue.minimum}`);
    case 'too_big':
      return say.above(`${issue.maximum}`);
    case 'invalid_key':
      return say.key(issue.issues[0] ? issueText(issue.issues[0], language) : say.cannot);
    default:
      return say.none;
  }
}

function kindText(expected: string, language: Language): string {
  const kinds: Readonly<Record<string, string>> = words[language].kinds;
  return kinds[expected] ?? words[language].that;
}

const en = {
  missing: 'is missing',
  empty: 'is empty',
  not: (kind: string) => `is not ${kind}`,
  that: 'that',
  noKey: (keys: string) => `has no key ${keys}`,
  noneOf: (values: string) => `is not one of ${values}`,
  below: (least: string) => `is below ${least}`,
  above: (most: string) => `is above ${most}`,
  key: (what: string) => `has a key that ${what}`,
  cannot: 'cannot stand here',
  none: 'is none of the possible values',
  kinds: {
    string: 'a text (put it in quotes)',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    object: 'a group of keys, as { key: value }',
    record: 'a group of keys, as { key: value }',
    array: 'a list, as [a, b]',
  },
};

const id: typeof en = {
  missing: 'tidak ada',
  empty: 'kosong',
  not: kind => `bukan ${kind}`,
  that: 'itu',
  noKey: keys => `tidak punya kunci ${keys}`,
  noneOf: values => `bukan salah satu dari ${values}`,
  below: least => `di bawah ${least}`,
  above: most => `di atas ${most}`,
  key: what => `punya kunci yang ${what}`,
  cannot: 'tidak boleh ada di sini',
  none: 'bukan nilai yang diperbolehkan',
  kinds: {
    string: 'teks (beri tanda kutip)',
    number: 'angka',
    int: 'bilangan bulat',
    boolean: 'true atau false',
    object: 'kelompok kunci, seperti { kunci: nilai }',
    record: 'kelompok kunci, seperti { kunci: nilai }',
    array: 'daftar, seperti [a, b]',
  },
};

const words: InEveryLanguage<typeof en> = { en, id };
