/** The command line: the only floor that prints and knows a terminal. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { packagePath } from '../sys/index.ts';
import { type CommandEntry, commands } from './commands.ts';
import { exitCode } from './exit-code.ts';
import { reportFailure } from './failure.ts';
import { messages } from './messages.ts';

function version(): string {
  const text = readFileSync(packagePath('package.json'), 'utf8');
  const { version: found } = JSON.parse(text) as { readonly version: string };
  return found;
}

function emptyProgram(): Command {
  return new Command('jalur')
    .description(messages.program.description)
    .version(version(), '-V, --version', messages.program.version)
    .helpOption('-h, --help', messages.program.help)
    .helpCommand(false)
    .option('--no-color', messages.program.noColor)
    .addHelpText('after', messages.program.examples)
    .showHelpAfterError(messages.program.hint)
    .exitOverride();
}

/** The command meant is loaded; of the others only name and summary are needed, for help and did-you-mean. */
async function addCommands(program: Command, called: CommandEntry | undefined): Promise<void> {
  for (const entry of commands) {
    if (entry === called) (await entry.load()).register(program);
    else program.command(entry.name).summary(entry.summary).description(entry.summary).allowUnknownOption();
  }
}

/** Runs `jalur` with the arguments of a process (`[node, script, …]`) and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const called = commands.find(({ name }) => argv.slice(2).find(word => !word.startsWith('-')) === name);
  const program = emptyProgram();
  try {
    await addCommands(program, called);
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? exitCode.ok);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.noAnswer;
    return reportFailure(error);
  }
}
