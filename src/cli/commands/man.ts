import type { Command } from 'commander';
import { manualPage } from '../manual/index.ts';

const examples = `
Examples:
  jalur man | man -l -
  jalur man > /usr/local/share/man/man1/jalur.1`;

/** `jalur man`: asks the program itself, whose commands have all been loaded. */
export function register(command: Command): void {
  command
    .description('Prints the manual page, as man reads it.')
    .addHelpText('after', examples)
    .action(() => {
      const program = command.parent;
      if (program) process.stdout.write(manualPage(program, program.version() ?? ''));
    });
}
