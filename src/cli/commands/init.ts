import { existsSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { fileTrouble, packagePath } from '../../files/index.ts';
import { type Guess, type GuessedIntent, guessIntent } from '../../intent/index.ts';
import { openPort } from '../../kernel/index.ts';
import { exitCode } from '../exit-code.ts';
import { machineFacts } from '../init/machine-facts.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { printJson } from '../output/json.ts';

interface Options extends JsonOption {
  readonly output?: string;
}

const examples = `
Examples:
  jalur init                       prints it
  jalur init -o gateway.yaml       writes it, unless there is such a file

Exit codes: 0 written; 2 not: this machine has too few ports, or the file is there already.`;

/** `jalur init`: a first gateway.yaml. */
export function register(command: Command): void {
  withJson(command, 'as JSON: the text, and what each port is taken for and why')
    .description(
      'Writes a gateway.yaml for this machine from its ports, addresses and default routes: which lead to the internet and which inside is a guess, with what speaks for it in comments. Reads only; needs no root.',
    )
    .option(
      '-o, --output <file>',
      'write to this file, which must not be there yet, instead of standard output',
    )
    .addHelpText('after', examples)
    .action((options: Options) => {
      process.exitCode = init(options);
    });
}

function init({ output, json = false }: Options): number {
  if (output !== undefined && existsSync(output)) return refuse(exists(output), json);
  const guessed = guessIntent(readFacts(), packagePath('assets/gateway.schema.json'));
  const { yaml, refusal } = guessed;
  if (yaml === undefined) return refuse(refusal ?? ['', ''], json, guessed);
  const trouble = output === undefined ? undefined : written(output, yaml);
  if (trouble) return refuse(trouble, json);
  if (json) printJson({ ...(output !== undefined && { file: output }), text: yaml, ports: portsOf(guessed) });
  else process.stdout.write(output === undefined ? yaml : said(output, guessed));
  return exitCode.ok;
}

function readFacts() {
  const port = openPort();
  try {
    return machineFacts(port);
  } finally {
    port.close();
  }
}

/** `wx`: a file that has come meanwhile stays as well. */
function written(file: string, text: string): readonly [string, string] | undefined {
  try {
    writeFileSync(file, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    return isThere
      ? exists(file)
      : [`${file} cannot be written: ${fileTrouble(error)}`, 'Name another file.'];
  }
}

const exists = (file: string): readonly [string, string] => [
  `${file} is there already, and stays as it is.`,
  'Name another file, or move that one away.',
];

function refuse([what, todo]: readonly [string, string], json: boolean, guessed?: GuessedIntent): number {
  if (json) printJson({ refused: true, what, do: todo, ports: guessed ? portsOf(guessed) : [] });
  else process.stderr.write(`jalur: ${what}\n       ${todo}\n`);
  return exitCode.noAnswer;
}

const portsOf = ({ guesses }: GuessedIntent) =>
  guesses.map(({ port, role, evidence }) => ({ interface: port.name, role, evidence }));

const words: Readonly<Record<Guess['role'], string>> = {
  wan: 'to the internet',
  lan: 'inside',
  unused: 'not used',
};

const said = (file: string, { guesses }: GuessedIntent): string =>
  [
    `Wrote ${file}.`,
    ...guesses.map(({ port, role, evidence }) => `  ${port.name}: ${words[role]} (${evidence[0]})`),
    `Look at each line, then: jalur prove ${file}`,
    '',
  ].join('\n');
