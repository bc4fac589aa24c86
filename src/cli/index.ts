/** The command line: the only floor that prints and knows a terminal. */
export type { CommandEntry, CommandModule } from './commands.ts';
export { exitCode } from './exit-code.ts';
export { main } from './main.ts';
