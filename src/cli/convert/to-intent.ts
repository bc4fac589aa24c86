import { intentJson, statementText } from '../../answers/index.ts';
import type { TextFile } from '../../config/index.ts';
import { type Check, checkConversion, differenceText } from '../../convert/index.ts';
import { packagePath } from '../../files/index.ts';
import { type IntentOfRouter, intentFromRouter, intentName, writeYaml } from '../../intent/index.ts';
import { type Origin, placeOf } from '../../model/index.ts';
import { type ReadResult, withoutSecrets } from '../../rsc/index.ts';
import { counted, hideSecrets, type InEveryLanguage, jsonDiagnostic, printPlace } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { askedLanguage, inAsked } from '../options/language.ts';
import { printJson } from '../output/json.ts';
import { sayFindings, writeText } from '../rsc-file.ts';

interface Options {
  readonly output?: string;
  readonly json?: boolean;
}

/** An intent stays one. */
export function sayIntent(file: string): number {
  process.stderr.write(
    inAsked({
      en: `jalur: ${file} is an intent already.\n       For its statements as RouterOS text: --to v7\n`,
      id: `jalur: ${file} sudah berupa intent.\n       Untuk perintahnya sebagai teks RouterOS: --to v7\n`,
    }),
  );
  return exitCode.noAnswer;
}

/** A configuration as an intent; what it has no words for is said, statement by statement. */
export function convertToIntent(text: TextFile, read: ReadResult, options: Options): number {
  const found = intentFromRouter(read.router, read.secrets, askedLanguage());
  if (found.refused.length > 0) return refuse(text, found, options);
  const check = checkConversion(read.router, found.made);
  const yaml = written(text, found);
  if (options.output !== undefined) {
    if (!writeText(options.output, yaml, { ...text, encoding: 'utf8', isOldMac: false }))
      return exitCode.noAnswer;
  } else if (!options.json) process.stdout.write(yaml);
  if (options.json) printJson(intentJson(text.file, yaml, found, check));
  else process.stderr.write(sentencesOf(text, read, found, check));
  return exitOf(found, check);
}

/** It would not be read: the router is not of the kind that an intent describes. */
function refuse(text: TextFile, { refused, yaml }: IntentOfRouter, { json }: Options): number {
  if (json) printJson({ file: text.file, refused: true, diagnostics: refused.map(jsonDiagnostic) });
  else {
    process.stderr.write(
      inAsked({
        en: `${text.file}: no intent was written. It would be this, which is refused as said below:\n\n${shown(yaml)}\n`,
        id: `${text.file}: intent tidak ditulis. Isinya akan seperti ini, yang ditolak seperti dijelaskan di bawah:\n\n${shown(yaml)}\n`,
      }),
    );
    sayFindings({ ...text, file: inAsked(intentName), text: yaml }, refused);
  }
  return exitCode.noAnswer;
}

const shown = (yaml: string): string => yaml.split('\n').map(hideSecrets).join('\n');

function written({ file }: TextFile, { stated, lost, kept }: IntentOfRouter): string {
  const unsaid = lost.length + kept.length;
  const head = [
    `Made from ${file}${unsaid === 0 ? '.' : `. It has no words for ${counted(unsaid, 'statement')} of it: jalur convert says which.`}`,
  ];
  return writeYaml(stated, { schema: packagePath('assets/gateway.schema.json'), head });
}

const isFitting = ({ lost, added, kept }: IntentOfRouter): boolean =>
  lost.length + added.length + kept.length === 0;

function exitOf(found: IntentOfRouter, check: Check): number {
  if (!isFitting(found) || check.differences.length > 0) return exitCode.bad;
  return check.complete ? exitCode.ok : exitCode.noAnswer;
}

interface Gaps {
  readonly missing: number;
  readonly of: number;
  readonly more: number;
}

const en = {
  all: (file: string, count: number) =>
    `The intent says all of ${file}: ${counted(count, 'statement')}. Comments and names of lists and marks are its own.`,
  notAll: (file: string, { missing, of, more }: Gaps) =>
    `The intent does not say all of ${file}: ${counted(missing, 'statement')} of ${of} are not in it, and ${counted(more, 'statement')} of it are not in the file.`,
  notSaid: (statement: string) => `not said: ${statement}`,
  onlyThere: (statement: string) => `only in the intent: ${statement}`,
  different: (what: string) => `different: ${what}`,
  walked: (packets: number, states: number, differences: number, complete: boolean) =>
    `${counted(packets, 'packet')} walked through both in ${counted(states, 'state')} of the lines: ${differences === 0 ? 'all end alike' : counted(differences, 'difference')}${complete ? '' : ' (not all were walked)'}.`,
};

const id: typeof en = {
  all: (file, count) =>
    `Intent memuat seluruh ${file}: ${count} perintah. Comment serta nama list dan mark dibuat sendiri.`,
  notAll: (file, { missing, of, more }) =>
    `Intent tidak memuat seluruh ${file}: ${missing} dari ${of} perintah tidak ada di dalamnya, dan ${more} perintahnya tidak ada di file.`,
  notSaid: statement => `tidak dimuat: ${statement}`,
  onlyThere: statement => `hanya di intent: ${statement}`,
  different: what => `berbeda: ${what}`,
  walked: (packets, states, differences, complete) =>
    `${packets} paket dijalankan lewat keduanya dalam ${states} keadaan saluran: ${differences === 0 ? 'semua berakhir sama' : `${differences} perbedaan`}${complete ? '' : ' (tidak semua dijalankan)'}.`,
};

const words: InEveryLanguage<typeof en> = { en, id };

function sentencesOf(
  { file }: TextFile,
  { counts }: ReadResult,
  found: IntentOfRouter,
  check: Check,
): string {
  const { lost, added, kept } = found;
  const say = words[askedLanguage()];
  const head = isFitting(found)
    ? say.all(file, counts.statements)
    : say.notAll(file, { missing: lost.length + kept.length, of: counts.statements, more: added.length });
  const { differences, walked, states } = check;
  return [
    head,
    ...lost.map(row => say.notSaid(`${place(row.origin)}${statementText(row)}`)),
    ...kept.map(({ origin, text }) => say.notSaid(`${place(origin)}${origin.menu} ${withoutSecrets(text)}`)),
    ...added.map(row => say.onlyThere(statementText(row))),
    ...differences.map(one => say.different(differenceText(one, askedLanguage()))),
    say.walked(walked, states, differences.length, check.complete),
    '',
  ].join('\n');
}

const place = (origin: Origin | undefined): string =>
  origin && placeOf(origin) !== '' ? `${printPlace(origin.span)} ` : '';
