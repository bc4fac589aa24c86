import { type Command, InvalidArgumentError } from 'commander';
import { convertedJson, parseTarget, type Target } from '../../answers/index.ts';
import { nothingInIt, routerText, type TextFile } from '../../config/index.ts';
import {
  type Check,
  type Converted,
  checkConversion,
  convertRouterOs,
  differenceText,
  isBlind,
  saysNothing,
  type Unwalked,
  type Verdict,
  verdictOf,
} from '../../convert/index.ts';
import { type Dialect, otherDialect } from '../../model/index.ts';
import { type ReadResult, readRouterOs } from '../../rsc/index.ts';
import {
  counted,
  hasErrors,
  type InEveryLanguage,
  jsonDiagnostic,
  type Language,
  type Said,
} from '../../text/index.ts';
import { convertToIntent, sayIntent } from '../convert/to-intent.ts';
import { exitCode } from '../exit-code.ts';
import { type DialectOption, withDialect } from '../options/dialect.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { inAsked, type LanguageOption, withLanguage } from '../options/language.ts';
import { stillWorking } from '../output/still-working.ts';
import { readText, sayFindings, writeText } from '../rsc-file.ts';

interface Options extends DialectOption, JsonOption, LanguageOption {
  readonly to: Target;
  readonly output?: string;
}

const examples = `
Exit codes:
  0  the same: every class of IPv4 packets ends alike in both texts, with all well and with each uplink broken, and
     what is stated of IPv6 stands as written
  1  the result does something else: what, and by which lines, is said on standard error
  2  nothing was converted (the text cannot be read or has errors), or not all could be compared

Examples:
  jalur convert office-v6.rsc --to v7 -o office-v7.rsc
  jalur convert office.rsc --to v7:16
  jalur convert --json office.rsc --to v6
  jalur convert gateway.yaml --to v7             what an intent stands for, as RouterOS text
  jalur convert office.rsc --to yaml             as an intent, and which statements it has no words for`;

/** `jalur convert`: the same configuration in the terms of another RouterOS. */
export function register(command: Command): void {
  const json = 'as JSON: the text, findings, and packets that end in another way';
  withLanguage(withJson(withDialect(command), json))
    .description(
      'Rewrites a configuration for another RouterOS, or as an intent (YAML) and back: tables and marks, ECMP, scopes, gateway checks, rules, VRF, DHCP, NTP, in scripts too. Order, comments and layout stay; what the target has no words for goes into a comment and is said. Then both texts are walked side by side.',
    )
    .argument('<file>', 'RouterOS text or gateway.yaml (- is standard input)')
    .requiredOption('--to <version>', 'target: v6, v7, v7:18 for 7.18, or yaml (an intent)', targetArgument)
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .addHelpText('after', examples)
    .action((name: string, options: Options) => {
      process.exitCode = convert(name, options);
    });
}

function targetArgument(value: string): Target {
  const target = parseTarget(value);
  if (target === undefined)
    throw new InvalidArgumentError(
      inAsked({ en: 'v6, v7, v7:18 or yaml is the form.', id: 'Bentuknya v6, v7, v7:18, atau yaml.' }),
    );
  return target;
}

function convert(name: string, options: Options): number {
  const named = readText(name);
  if (!named) return exitCode.noAnswer;
  const { text: own, intent, listing, diagnostics } = routerText(named, options.lang);
  if (diagnostics.length > 0) return refuse(named, { diagnostics }, options);
  // The statements of an intent or a listing are a text of their own, and places in it are no places of the file.
  const isMade = intent !== undefined || listing !== undefined;
  const text = isMade
    ? { ...named, file: `${named.file} ${asRouterOs[options.lang]}`, text: own.text }
    : named;
  const read = readRouterOs(text.text, { ...text, dialect: options.dialect, language: options.lang });
  if (hasErrors(read.diagnostics)) return refuse(text, read, options);
  const { statements, notUnderstood } = read.counts;
  if (statements > 0 && statements === notUnderstood)
    return refuse(text, { diagnostics: [nothingInIt(text.file, options.lang)] }, options);
  const { to: target } = options;
  if (target === 'yaml') return intent ? sayIntent(named.file) : convertToIntent(text, read, options);
  const working = stillWorking(process.stderr, options.lang);
  const converted = convertRouterOs(text.text, read, { file: text.file, target, language: options.lang });
  const check = checkConversion(converted.before, converted.after, { onWalked: working.at('compare') });
  working.end();
  if (!deliver(text, converted, options)) return exitCode.noAnswer;
  const unsaid = intent?.unsaid ?? [];
  if (options.json) printObject(convertedJson(text.file, converted, check, unsaid));
  else {
    sayFindings(named, unsaid);
    sayFindings(text, [...read.diagnostics, ...converted.diagnostics]);
    process.stderr.write(sayCheck(converted, check, options.lang));
  }
  return exitCodes[verdictOf(converted, check)];
}

const asRouterOs: Said = { en: 'as RouterOS', id: 'sebagai RouterOS' };

/** A text with errors means nothing certain in any version. */
function refuse(
  text: TextFile,
  { diagnostics }: Pick<ReadResult, 'diagnostics'>,
  { json }: JsonOption,
): number {
  if (!json) sayFindings(text, diagnostics);
  else printObject({ file: text.file, refused: true, diagnostics: diagnostics.map(jsonDiagnostic) });
  return exitCode.noAnswer;
}

function deliver(like: TextFile, { text }: Pick<Converted, 'text'>, { output, json }: Options): boolean {
  if (output !== undefined) return writeText(output, text, like);
  if (!json) process.stdout.write(text);
  return true;
}

const exitCodes: Readonly<Record<Verdict, number>> = {
  same: exitCode.ok,
  different: exitCode.bad,
  open: exitCode.noAnswer,
};

const en = {
  assumedVersion: (dialect: Dialect) =>
    `Read as RouterOS ${dialect.slice(1)}, as nothing in the text says for which it is: --dialect ${otherDialect(dialect)} reads it for the other.`,
  counts: (version: string, { kept, changed, commented }: Converted['counts']) =>
    `${counted(kept + changed + commented, 'statement')} of RouterOS ${version}: ${kept} as written, ${changed} changed, ${commented} in a comment.`,
  different: (what: string) => `different: ${what}`,
  nothing:
    'No packet was walked: no address, route or rule in this text decides about any. What its scripts do was not compared.',
  blind:
    'No packet could be walked, as the text states no networks: whether both do the same was not compared.',
  walked: (packets: number, states: number, assumed: string, differences: number) =>
    `${counted(packets, 'packet')} walked through both texts in ${counted(states, 'state')} of the uplinks${assumed}: ${differences === 0 ? 'all end alike' : counted(differences, 'difference')}.`,
  assumed: (all: string) => `, assumed that ${all}`,
  has: (name: string, address: string) => `${name} has ${address}`,
  isFor: (name: string, host: string) => `table ${name} is for ${host}`,
  moreClasses: (count: number) => `There are ${count} more classes of packets, which were not walked.`,
  moreWays: 'Some packets have more ways than were walked: of those not all was compared.',
  unwalked: {
    ipv6: 'IPv6: not checked (only packets of IPv4 are walked)',
    'routing-protocols': 'Routing protocols: not checked (the routes that they bring are not known)',
  },
  statements: (count: number, alike: boolean) =>
    `${counted(count, 'statement')}, ${alike ? 'unchanged' : 'changed, or with another meaning in the other version'}`,
};

const id: typeof en = {
  assumedVersion: dialect =>
    `Dibaca sebagai RouterOS ${dialect.slice(1)}, karena teks tidak menyebut untuk versi mana: --dialect ${otherDialect(dialect)} membacanya untuk yang lain.`,
  counts: (version, { kept, changed, commented }) =>
    `${kept + changed + commented} perintah RouterOS ${version}: ${kept} seperti tertulis, ${changed} diubah, ${commented} menjadi komentar.`,
  different: what => `berbeda: ${what}`,
  nothing:
    'Tidak ada paket yang dijalankan: tidak ada alamat, rute, atau aturan dalam teks ini yang menentukannya. Yang dilakukan script-nya tidak dibandingkan.',
  blind:
    'Tidak ada paket yang dapat dijalankan, karena teks tidak menyebut jaringan: apakah keduanya sama tidak dibandingkan.',
  walked: (packets, states, assumed, differences) =>
    `${packets} paket dijalankan lewat kedua teks dalam ${states} keadaan uplink${assumed}: ${differences === 0 ? 'semua berakhir sama' : `${differences} perbedaan`}.`,
  assumed: all => `, diasumsikan ${all}`,
  has: (name, address) => `${name} punya ${address}`,
  isFor: (name, host) => `tabel ${name} untuk ${host}`,
  moreClasses: count => `Masih ada ${count} kelas paket yang tidak dijalankan.`,
  moreWays: 'Sebagian paket punya lebih banyak jalan daripada yang dijalankan: tidak semuanya dibandingkan.',
  unwalked: {
    ipv6: 'IPv6: tidak diperiksa (hanya paket IPv4 yang dijalankan)',
    'routing-protocols': 'Protokol routing: tidak diperiksa (rute yang dibawanya tidak diketahui)',
  },
  statements: (count, alike) =>
    `${count} perintah, ${alike ? 'tidak berubah' : 'diubah, atau berarti lain di versi yang lain'}`,
};

const words: InEveryLanguage<typeof en> = { en, id };

function sayCheck(converted: Converted, check: Check, language: Language): string {
  const say = words[language];
  const { from } = converted;
  const lines = [
    ...(from.evidence.length === 0 ? [say.assumedVersion(from.dialect)] : []),
    say.counts(from.text || from.dialect, converted.counts),
    ...check.differences.map(one => say.different(differenceText(one, language))),
    sayWalks(converted, check, language),
    ...(check.complete ? [] : [check.leftOut > 0 ? say.moreClasses(check.leftOut) : say.moreWays]),
    ...converted.unwalked.map(one => sayUnwalked(one, language)),
  ];
  return `${lines.join('\n')}\n`;
}

function sayWalks(converted: Converted, check: Check, language: Language): string {
  const say = words[language];
  const { differences, walked, states } = check;
  if (saysNothing(converted)) return say.nothing;
  if (isBlind(converted, check)) return say.blind;
  return say.walked(walked, states, sayAssumed(check, language), differences.length);
}

/** What the text leaves to the rest of a configuration. */
function sayAssumed({ assumed: { ports, tables } }: Check, language: Language): string {
  const say = words[language];
  const all = [
    ...ports.map(({ name, address }) => say.has(name, `${address.address}/${address.length}`)),
    ...tables.map(({ name, host }) => say.isFor(name, host)),
  ];
  return all.length === 0 ? '' : say.assumed(all.join(', '));
}

const sayUnwalked = ({ what, statements, alike }: Unwalked, language: Language): string =>
  `${words[language].unwalked[what]}; ${words[language].statements(statements, alike)}.`;

function printObject(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
