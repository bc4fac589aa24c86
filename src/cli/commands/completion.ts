import { Argument, type Command } from 'commander';
import { bashCompletion, commandWords, fishCompletion } from '../completion/index.ts';

const shells = { bash: bashCompletion, zsh: bashCompletion, fish: fishCompletion } as const;
type Shell = keyof typeof shells;

const examples = `
Examples:
  source <(jalur completion bash)       in ~/.bashrc; the same with zsh in ~/.zshrc
  jalur completion fish | source        in ~/.config/fish/config.fish`;

/** `jalur completion`: asks the program itself, whose commands have all been loaded. */
export function register(command: Command): void {
  command
    .description(
      'Prints what a shell loads so that the Tab key completes commands, options and their values.',
    )
    .addArgument(new Argument('<shell>', 'which shell').choices(Object.keys(shells)))
    .addHelpText('after', examples)
    .action((shell: Shell) => {
      const program = command.parent;
      if (program) process.stdout.write(shells[shell](commandWords(program)));
    });
}
