import type { z } from 'zod';
import { didYouMean } from '../../rsc/index.ts';
import { type InEveryLanguage, inEvery, type Language, type Said } from '../../text/index.ts';
import { isMissing, issueText } from '../../yaml/index.ts';
import type { Fault } from '../fault.ts';
import type { Path } from '../path.ts';
import { keysAt, messageIn } from '../schema/index.ts';
import { meantValue } from './meant-value.ts';

type Issue = z.core.$ZodIssue;

/** What a schema says of a file, in our words. */
export const schemaFaults = (issues: readonly Issue[]): Fault[] =>
  issues.flatMap(issue => faultsOf(issue, []));

function faultsOf(issue: Issue, before: Path): Fault[] {
  const path = [...before, ...pathOf(issue)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownKey(path, key));
  if (issue.code === 'invalid_union') return unionFaults(issue, path);
  if (issue.code === 'invalid_key') return [wrongKey(issue, path)];
  if (isBareSecret(issue, path)) return [bareSecret(path)];
  const part = isMissing(issue) ? ('key' as const) : ('value' as const);
  const what = inEvery(language => `${nameOf(path, language)} ${textOf(issue, language)}.`);
  return [{ path, part, what, do: todo(issue, path) }];
}

const en = {
  file: 'The file',
  secret: (key: string) => `${key} is a secret, which does not stand in this file.`,
  secretWhy: 'The file is copied, shown and compared; a secret should be in one place that root alone reads.',
  secretDo: (key: string) =>
    `Write it into a file of mode 600, and ${key}: { file: /etc/jalur/secret } here.`,
  emptyList: 'is an empty list',
  manyEntries: (most: string) => `has more than ${most} entries`,
  empty: 'is empty',
  long: (most: string) => `is longer than ${most} letters`,
  write: (key: string) => `Write ${key}: there.`,
  keys: (known: string) => `Its keys are ${known}.`,
  correct: (page: string) => `Correct it; docs/${page}.md shows all keys with examples.`,
  noKey: (name: string, key: string) => `${name} has no key ${key}.`,
  noName: 'cannot be a name',
  otherName: 'Choose another name.',
  form: (name: string, forms: string) => `${name} is ${forms}.`,
  writeOne: 'Write one of them.',
  forms: {
    dhcp: 'neither true nor false nor a group of keys',
    dns: 'neither true nor false nor a list of name servers',
    port: 'neither a port nor a range of ports',
    url: 'neither a URL nor { file: PATH } nor { env: NAME }',
    chat: 'neither the number of a chat nor @channel',
    target: 'neither a LAN nor a network nor a host',
    header: 'neither a text nor { file: PATH } nor { env: NAME }',
    other: 'neither an interface nor a group of keys, as { interface: ether1 }',
  },
};

const id: typeof en = {
  file: 'File ini',
  secret: key => `${key} adalah rahasia, yang tidak ditulis di file ini.`,
  secretWhy:
    'File ini disalin, ditampilkan, dan dibandingkan; rahasia sebaiknya ada di satu tempat yang hanya dibaca root.',
  secretDo: key => `Tulis dalam file dengan mode 600, dan ${key}: { file: /etc/jalur/secret } di sini.`,
  emptyList: 'adalah daftar kosong',
  manyEntries: most => `punya lebih dari ${most} entri`,
  empty: 'kosong',
  long: most => `lebih panjang dari ${most} huruf`,
  write: key => `Tulis ${key}: di sana.`,
  keys: known => `Kuncinya: ${known}.`,
  correct: page => `Perbaiki; docs/${page}.md memuat semua kunci dengan contoh.`,
  noKey: (name, key) => `${name} tidak punya kunci ${key}.`,
  noName: 'tidak bisa menjadi nama',
  otherName: 'Pilih nama lain.',
  form: (name, forms) => `${name} ${forms}.`,
  writeOne: 'Tulis salah satunya.',
  forms: {
    dhcp: 'bukan true, false, atau kelompok kunci',
    dns: 'bukan true, false, atau daftar name server',
    port: 'bukan port atau rentang port',
    url: 'bukan URL, { file: PATH }, atau { env: NAMA }',
    chat: 'bukan nomor chat atau @channel',
    target: 'bukan LAN, jaringan, atau host',
    header: 'bukan teks, { file: PATH }, atau { env: NAMA }',
    other: 'bukan interface atau kelompok kunci, seperti { interface: ether1 }',
  },
};

const words: InEveryLanguage<typeof en> = { en, id };

/** What should stand elsewhere stands here. */
const isBareSecret = (issue: Issue, path: Path): boolean =>
  path[0] === 'notify' &&
  /^(?:token|secret)$/.test(String(path.at(-1))) &&
  issue.code === 'invalid_type' &&
  /^(?:string|number)$/.test(typeof issue.input);

const bareSecret = (path: Path): Fault => ({
  path,
  part: 'key',
  what: inEvery(language => words[language].secret(nameOf(path, language))),
  why: inEvery(language => words[language].secretWhy),
  do: inEvery(language => words[language].secretDo(String(path.at(-1)))),
});

const pathOf = ({ path }: Issue): Path => path.map(part => (typeof part === 'number' ? part : String(part)));

const nameOf = (path: Path, language: Language): string => path.join('.') || words[language].file;

function textOf(issue: Issue, language: Language): string {
  const say = words[language];
  const isUsual = /^(Invalid|Too|Unrecognized)\b/.test(issue.message);
  if (isUsual && issue.code === 'too_small' && issue.origin === 'array') return say.emptyList;
  if (isUsual && issue.code === 'too_big' && issue.origin === 'array')
    return say.manyEntries(`${issue.maximum}`);
  if (isUsual && (issue.code === 'too_small' || issue.code === 'too_big') && issue.origin === 'string')
    return issue.code === 'too_small' ? say.empty : say.long(`${issue.maximum}`);
  if (issue.code !== 'invalid_value') return messageIn(issue.message, language) ?? issueText(issue, language);
  const values = issue.values.map(String);
  const given = typeof issue.input === 'string' ? didYouMean(issue.input, values, language) : '';
  return `${issueText(issue, language)}${given === '' ? '' : `.${given.replace(/\?$/, '')}`}`;
}

function todo(issue: Issue, path: Path): Said {
  const key = String(path.at(-1));
  if (isMissing(issue)) return inEvery(language => words[language].write(key));
  const meant = meantValue(issue, path);
  if (meant !== undefined) return meant;
  const keys = keysAt(path);
  const takesKeys = issue.code === 'invalid_type' && /^(?:object|record)$/.test(issue.expected);
  return takesKeys && keys.length > 0
    ? keysText(keys)
    : inEvery(language => words[language].correct(path[0] === 'notify' ? 'notifications' : 'guide/intent'));
}

const keysText = (known: readonly string[]): Said =>
  inEvery(language => words[language].keys(known.join(', ')));

function unknownKey(path: Path, key: string): Fault {
  const known = keysAt(path);
  return {
    path: [...path, key],
    part: 'key',
    what: inEvery(
      language =>
        `${words[language].noKey(nameOf(path, language), short(key))}${didYouMean(key, known, language)}`,
    ),
    do: keysText(known),
  };
}

function wrongKey(issue: Extract<Issue, { readonly code: 'invalid_key' }>, path: Path): Fault {
  const [first] = issue.issues;
  const name = short(String(path.at(-1)));
  return {
    path,
    part: 'key',
    what: inEvery(language => {
      const own = first && (messageIn(first.message, language) ?? issueText(first, language));
      return `${name} ${own ?? words[language].noName}.`;
    }),
    do: inEvery(language => words[language].otherName),
  };
}

/** Of several forms the one that was meant: the one whose kind of value stands there. */
function unionFaults(issue: Extract<Issue, { readonly code: 'invalid_union' }>, path: Path): Fault[] {
  const isOther = (one: Issue): boolean => one.path.length === 0 && one.code === 'invalid_type';
  const meant = issue.errors.find(issues => issues.length > 0 && !issues.some(isOther));
  if (meant) return meant.flatMap(one => faultsOf(one, path));
  const keys = keysAt(path);
  const form = formOf(path);
  return [
    {
      path,
      what: inEvery(language => words[language].form(nameOf(path, language), words[language].forms[form])),
      do:
        keys.length > 0 && typeof path.at(-1) === 'string'
          ? keysText(keys)
          : inEvery(language => words[language].writeOne),
    },
  ];
}

function formOf(path: Path): keyof typeof en.forms {
  const key = String(path.at(-1));
  if (key === 'to-port') return 'port';
  if (
    key === 'dhcp' ||
    key === 'dns' ||
    key === 'port' ||
    key === 'url' ||
    key === 'chat' ||
    key === 'target'
  )
    return key;
  return path.at(-2) === 'headers' ? 'header' : 'other';
}

/** What a user wrote, in a sentence. */
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
