import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../src', import.meta.url));

/** What reads a text and answers with sentences about it, and what prints them. */
const folders = [
  'answers',
  'cli',
  'compile',
  'config',
  'convert',
  'files',
  'intent',
  'reading',
  'rsc',
  'settings',
  'walk/unsupported',
  'yaml',
];

/** English by decision, each with its reason: only help, what is written into files, and what README names. */
const english: readonly (readonly [path: RegExp, why: string])[] = [
  [/^cli\/(?:commands\.ts|options\/|world\/options\.ts|completion\/|manual\/)/, 'help'],
  [/^cli\/commands\/(?:lab|convert)\.ts$/, 'help'],
  [/^cli\/(?:subject|main)\.ts$/, 'help'],
  [/^cli\/commands\/(?:init|passwd|token|web)\.ts$/, 'named in README'],
  [/^cli\/(?:web|install)\//, 'named in README'],
  [/^cli\/gateway\/supervisor\.ts$/, 'named in README'],
  [/^intent\/(?:expand|guess|print)/, 'comments in what is written'],
  [/^convert\/(?:header|protocols\/to-v[67]\/bgp)\.ts$/, 'comments in what is written'],
  [/^(?:answers|cli)\/convert/, 'comments in what is written'],
  [/^rsc\/listing\//, 'comments in what is written'],
  [/^compile\/host\/host-files\.ts$/, 'comments in what is written'],
];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.ts$/.test(name) && !/\.test\.ts$|\.d\.ts$/.test(name) ? [path] : [];
  });

/** Words without which English has no sentence; none is Indonesian or a word of RouterOS, nft or ip. */
const ofEnglish =
  /(?<![\w.'"/=<-])(?:the|is|are|of|with|not|for|which|that|this|and|by|it|as|has|have|there|what|where|would|be|was|its|only|at|but|than|into|without|same|an|here|nothing|cannot|does|write|one|another|none)(?![\w='"/-])/gi;

const isSentence = (text: string): boolean =>
  / /.test(text) && new Set(text.toLowerCase().match(ofEnglish) ?? []).size >= 2;

/** Calls whose texts are help, or are never shown. */
const unspoken =
  /^(?:description|option|requiredOption|argument|addHelpText|summary|meta|Option|Argument|withLanguage|withJson|nameOption|comment|includes|Error|TypeError|RangeError)$/;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const nameOf = (value: unknown): string =>
  isNode(value) ? String(value['name'] ?? nameOf(value['property']) ?? '') : '';

/** Both languages stand side by side below these. */
const isInEveryLanguage = (node: Node): boolean =>
  (node.type === 'Property' && /^(?:en|id)$/.test(nameOf(node['key']))) ||
  (node.type === 'VariableDeclarator' && /^(?:en|id|examples)$/.test(nameOf(node['id'])));

const isLiteral = (node: Node): boolean =>
  /^(?:Literal|TemplateLiteral|BinaryExpression|ObjectExpression)$/.test(node.type);

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return undefined;
  const parts = node['quasis'] as readonly { readonly value: { readonly cooked: string } }[];
  return parts.map(({ value }) => value.cooked).join('…');
}

/** The sentences below a node that are there in English alone. */
function englishBelow(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(englishBelow);
  if (!isNode(value) || isInEveryLanguage(value) || value.type === 'ImportDeclaration') return [];
  const text = textOf(value);
  const own = text !== undefined && isSentence(text) ? [value] : [];
  const isCall = value.type === 'CallExpression' || value.type === 'NewExpression';
  const isUnspoken = isCall && unspoken.test(nameOf(value['callee']));
  const below = Object.entries(value).flatMap(([key, part]) =>
    isUnspoken && key === 'arguments'
      ? (part as readonly Node[]).filter(one => !isLiteral(one)).flatMap(englishBelow)
      : englishBelow(part),
  );
  return [...own, ...below];
}

function englishIn(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8');
  const name = relative(source, path);
  return englishBelow(parseAst(text, { lang: 'ts' }).body).map(
    node => `src/${name}:${text.slice(0, node.start).split('\n').length} ${textOf(node)}`,
  );
}

const found = new Map(
  folders
    .flatMap(folder => filesBelow(join(source, folder)))
    .map(path => [relative(source, path), englishIn(path)] as const),
);

it('a sentence that is said to users → stands beside its Indonesian one', () => {
  const meant = (path: string): boolean => english.some(([pattern]) => pattern.test(path));
  expect([...found].flatMap(([path, sentences]) => (meant(path) ? [] : sentences))).toEqual([]);
});

it.each(english)('%s is English by decision (%s) → some sentence is there', pattern => {
  expect([...found].some(([path, sentences]) => pattern.test(path) && sentences.length > 0)).toBe(true);
});

it('a sentence in English alone → is found, beside one in both languages', () => {
  const text =
    "const a = { en: 'there is no such file', id: 'file itu tidak ada' }; say('there is no such interface');";
  expect(englishBelow(parseAst(text, { lang: 'ts' }).body).map(textOf)).toEqual([
    'there is no such interface',
  ]);
});
