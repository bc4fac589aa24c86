import type { Command } from 'commander';
import { messages } from './messages.ts';
import { rscMessages } from './messages-rsc.ts';
import { walkMessages } from './messages-walk.ts';

/** What every file in commands/ exports. */
export interface CommandModule {
  /** Adds the command, its options, its help and its action to the program. */
  register(program: Command): void;
}

/** One command of `jalur`; its file is loaded when it is called, so that `jalur plan` does not pay for the lab. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandModule>;
}

/**
 * All commands in the order of `jalur --help`. A new one is a file in commands/ and a line here:
 * `{ name: 'plan', summary: 'show what would be done to Linux', load: () => import('./commands/plan.ts') },`
 */
export const commands: readonly CommandEntry[] = [
  { name: 'plan', summary: messages.plan.summary, load: () => import('./commands/plan.ts') },
  { name: 'routes', summary: messages.routes.summary, load: () => import('./commands/routes.ts') },
  { name: 'run', summary: messages.run.summary, load: () => import('./commands/run.ts') },
  {
    name: 'parse',
    summary: rscMessages.parse.summary,
    load: () => import('./commands/parse.ts'),
  },
  {
    name: 'convert',
    summary: rscMessages.convert.summary,
    load: () => import('./commands/convert.ts'),
  },
  { name: 'fmt', summary: rscMessages.fmt.summary, load: () => import('./commands/fmt.ts') },
  { name: 'undo', summary: messages.undo.summary, load: () => import('./commands/undo.ts') },
  { name: 'start', summary: messages.start.summary, load: () => import('./commands/start.ts') },
  { name: 'lab', summary: messages.lab.summary, load: () => import('./commands/lab.ts') },
  { name: 'explain', summary: walkMessages.explain.summary, load: () => import('./commands/explain.ts') },
  { name: 'prove', summary: walkMessages.prove.summary, load: () => import('./commands/prove.ts') },
  { name: 'spread', summary: walkMessages.spread.summary, load: () => import('./commands/spread.ts') },
  { name: 'diff', summary: walkMessages.diff.summary, load: () => import('./commands/diff.ts') },
];
