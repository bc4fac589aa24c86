import { createHash, randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { TextFile } from '../../config/index.ts';
import { type Sanitized, sanitize } from '../../sanitize/index.ts';
import { counted, type InEveryLanguage, type Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';
import { printJson } from '../output/json.ts';
import { readRouterOsText, writeText } from '../rsc-file.ts';

interface Options extends JsonOption, LanguageOption {
  readonly output?: string;
  readonly key?: string;
  readonly kept?: boolean;
}

const examples = `
Examples:
  jalur sanitize office.rsc -o shared.rsc
  jalur sanitize - < office.rsc > shared.rsc
  jalur sanitize --key "our own sentence" office.rsc    the same pseudonyms every time
  jalur sanitize --kept office.rsc > shared.rsc         with all that stands as it was`;

/** `jalur sanitize`: a text that may be shown to others. */
export function register(command: Command): void {
  withLanguage(withJson(command, 'as JSON: the text, and what was replaced and kept'))
    .description(
      'Replaces what tells of somebody by pseudonyms: addresses, MACs, names (of interfaces, lists, marks, users, hosts, networks of radio), remarks, secrets, serial numbers, in scripts and strings too. The same stands for the same; networks stay networks with as many common bits, private stays private and public public, and order stays, so that lint finds the same before and after. Words of RouterOS and of the trade (WAN, backup, office), host numbers within networks, ports and addresses that mean the same to everybody are kept: what was kept is said. Read the result before you show it.\nThe key is new for each call, unless --key gives one: who has it can try names out. Exit code 0; 2: the file could not be read or written.',
    )
    .argument('<file>', 'RouterOS text (- is standard input)')
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .option('--key <text>', 'the same pseudonyms for the same text and key; keep it secret')
    .option('--kept', 'list what was kept, word by word')
    .addHelpText('after', examples)
    .action((name: string, options: Options) => {
      process.exitCode = run(name, options);
    });
}

function run(name: string, options: Options): number {
  const text = readRouterOsText(name);
  if (!text) return exitCode.noAnswer;
  const done = sanitize(text.text, text.file, keyOf(options.key));
  if (options.output !== undefined && !writeText(options.output, done.text, text)) return exitCode.noAnswer;
  if (options.json) printJson({ file: text.file, ...done });
  else say(text, done, options);
  return exitCode.ok;
}

/** 16 bytes: of the key that is given, or by chance. */
const keyOf = (key: string | undefined): Uint8Array =>
  key === undefined ? randomBytes(16) : createHash('sha256').update(key).digest().subarray(0, 16);

const en = {
  replaced: ({ addresses, words, secrets, macs, numbers }: Sanitized['replaced']) =>
    `Replaced: ${counted(addresses, 'address', 'addresses')}, ${counted(words, 'word')}, ${counted(secrets, 'secret')}, ${counted(macs, 'MAC')}, ${counted(numbers, 'number')} of devices and people.`,
  kept: (addresses: number, words: number) =>
    `Kept: ${counted(addresses, 'address', 'addresses')} that mean the same to everybody, ${counted(words, 'word')} of RouterOS and of the trade, ports, times and rates.`,
  list: '--kept lists them.',
};

const id: typeof en = {
  replaced: ({ addresses, words, secrets, macs, numbers }) =>
    `Diganti: ${addresses} alamat, ${words} kata, ${secrets} rahasia, ${macs} MAC, ${numbers} nomor perangkat dan orang.`,
  kept: (addresses, words) =>
    `Dibiarkan: ${addresses} alamat yang artinya sama bagi semua orang, ${words} kata RouterOS dan istilah umum, port, waktu dan kecepatan.`,
  list: '--kept menampilkannya.',
};

const words: InEveryLanguage<typeof en> = { en, id };

/** The text on standard output; what was done with it beside. */
function say(
  { file }: TextFile,
  { text, replaced, kept }: Sanitized,
  { output, kept: isWanted, lang }: Options,
): void {
  if (output === undefined) process.stdout.write(text);
  const lines = [words[lang].replaced(replaced), keptLine(kept, isWanted === true, lang)];
  process.stderr.write(`${file}: ${lines.join('\n')}\n`);
}

function keptLine(
  { addresses, words: own }: Sanitized['kept'],
  isWanted: boolean,
  language: Language,
): string {
  const head = words[language].kept(addresses.length, own.length);
  const lists = [addresses.join(' '), own.join(' ')].filter(list => list !== '');
  return isWanted ? [head, ...lists].join('\n') : `${head} ${words[language].list}`;
}
