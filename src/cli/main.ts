/** The command line: the only floor that prints and knows a terminal. */
import { Command, CommanderError } from 'commander';
import { packageVersion } from '../files/index.ts';
import { type CommandEntry, commands } from './commands.ts';
import { exitCode } from './exit-code.ts';
import { reportFailure } from './failure.ts';
import { askedLanguage, inAsked, listenFor } from './options/language.ts';
import { helpStyle } from './output/help-style.ts';
import { keepSafe } from './output/keep-safe.ts';
import { watchOutput } from './output/lost-output.ts';
import { optionErrorInIndonesian } from './output/option-errors.ts';
import { terminalWidth } from './output/terminal-width.ts';
import { wrapLines } from './output/wrap-lines.ts';
import { whyNotHere } from './platform.ts';

const examples = `
Examples:
  jalur start                         the paper's gateway and its repair, every experiment, one report
  jalur lab run examples/paper-fixed  the experiments for one configuration
  jalur plan examples/paper           what would be done to Linux, as text; nothing is changed
  jalur routes examples/paper         every route, which are active, and why the others are not`;

function emptyProgram(): Command {
  return new Command('jalur')
    .description(
      "Reads a multi-WAN gateway's configuration, checks it, tests it in a lab, and runs it on Linux.",
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--no-color', 'no colours, also on a terminal (as does NO_COLOR=1)')
    .configureOutput({
      getOutHelpWidth: () => terminalWidth(process.stdout, 80),
      getErrHelpWidth: () => terminalWidth(process.stderr, 80),
      outputError: (text, write) => write(askedLanguage() === 'id' ? optionErrorInIndonesian(text) : text),
    })
    .configureHelp(helpStyle)
    .addHelpText('after', examples)
    .showHelpAfterError(
      inAsked({ en: '(jalur --help shows the commands)', id: '(jalur --help menampilkan perintahnya)' }),
    )
    .exitOverride();
}

/** The commands meant are loaded; of the others only name and summary are needed, for help and did-you-mean. */
async function addCommands(program: Command, meant: readonly CommandEntry[]): Promise<void> {
  for (const entry of commands) {
    const command = program.command(entry.name).summary(entry.summary);
    command.showHelpAfterError(
      inAsked({
        en: `(jalur ${entry.name} --help shows its options, with examples)`,
        id: `(jalur ${entry.name} --help menampilkan opsinya, dengan contoh)`,
      }),
    );
    if (meant.includes(entry)) (await entry.load()).register(command);
    else command.description(entry.summary).allowUnknownOption();
  }
}

/** Which commands the words ask for: `jalur prove`, `jalur help prove`; what writes about all commands needs all. */
function commandsMeant(words: readonly string[]): readonly CommandEntry[] {
  const [first, second] = words.filter(word => !word.startsWith('-'));
  if (commands.some(({ name, needsAll }) => name === first && needsAll)) return commands;
  const name = first === 'help' ? second : first;
  return commands.filter(entry => entry.name === name);
}

/** Texts that are written for machines go out as they are, except to a terminal. */
function keepTerminalsSafe(entry: CommandEntry | undefined, argv: readonly string[]): void {
  const isText = entry?.name === 'convert' || entry?.name === 'fmt' || entry?.isProtocol === true;
  const verbatim = isText || argv.includes('--print') || argv.includes('--json');
  if (!verbatim || process.stdout.isTTY) keepSafe(process.stdout);
  keepSafe(process.stderr);
}

/** Sentences fit the terminal, or what COLUMNS says; help does by itself. */
function keepToWidth(entry: CommandEntry | undefined, words: readonly string[]): void {
  const isHelp = words.some(word => word === 'help' || word === '--help' || word === '-h');
  const isText = words.includes('--json') || entry?.printsText?.(words) === true;
  for (const sink of isText ? [process.stderr] : [process.stdout, process.stderr]) {
    const width = terminalWidth(sink, 0);
    if (width > 0 && !isHelp) wrapLines(sink, width);
  }
}

/** `jalur help lab run` is `jalur lab run --help`: of itself commander's help knows the first word only. */
const helpAsOption = ([node = '', script = '', first, ...words]: readonly string[]): readonly string[] =>
  first === 'help' && words.length > 1
    ? [node, script, ...words, '--help']
    : [node, script, ...(first === undefined ? [] : [first]), ...words];

/** Runs `jalur` with the arguments of a process (`[node, script, …]`) and gives its exit code. */
export async function main(
  given: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Promise<number> {
  const argv = helpAsOption(given);
  listenFor(argv.slice(2));
  const meant = commandsMeant(argv.slice(2));
  const notHere = whyNotHere(meant[0], argv.slice(2), platform);
  if (notHere !== undefined) {
    process.stderr.write(notHere);
    return exitCode.noAnswer;
  }
  const program = emptyProgram();
  keepTerminalsSafe(meant[0], argv);
  keepToWidth(meant[0], argv.slice(2));
  watchOutput(meant[0]?.outlivesOutput ?? false);
  try {
    await addCommands(program, meant);
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? exitCode.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.noAnswer;
    return reportFailure(error);
  }
}
