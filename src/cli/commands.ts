import type { Command } from 'commander';

/** What every file in commands/ exports. */
interface CommandModule {
  /** Gives the command its description, arguments, options, examples and action. */
  register(command: Command): void;
}

/** One command of `jalur`; its file is loaded when it is called, so that `jalur plan` does not load the lab. */
export interface CommandEntry {
  readonly name: string;
  /** One line of `jalur --help`. */
  readonly summary: string;
  /** Does it write about all commands, so that all must be loaded? */
  readonly needsAll?: boolean;
  /** Does it go on where what it prints cannot be written any more? */
  readonly outlivesOutput?: boolean;
  /** With these words its output is a text of some language (a configuration, a program), whose lines are not wrapped. */
  printsText?(words: readonly string[]): boolean;
  /** Its output is a protocol: every byte goes out as it is. */
  readonly isProtocol?: boolean;
  /** It works with the network of Linux, and nowhere else; with these words. */
  needsLinux?(words: readonly string[]): boolean;
  load(): Promise<CommandModule>;
}

const always = (): boolean => true;

/** All commands in the order of `jalur --help`. A new one is a file in commands/ and an entry here. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'init',
    needsLinux: always,
    summary: 'write a first gateway.yaml for this machine',
    printsText: () => true,
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'plan',
    summary: 'show what would be done to Linux',
    printsText: () => true,
    load: () => import('./commands/plan.ts'),
  },
  {
    name: 'routes',
    summary: 'show every route, which are active and why',
    load: () => import('./commands/routes.ts'),
  },
  {
    name: 'run',
    needsLinux: always,
    summary: 'turn this machine into the gateway that a configuration describes',
    outlivesOutput: true,
    load: () => import('./commands/run.ts'),
  },
  {
    name: 'status',
    needsLinux: always,
    summary: 'show how the running gateway is',
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'events',
    needsLinux: always,
    summary: 'show what the running gateway has decided and seen',
    load: () => import('./commands/events.ts'),
  },
  {
    name: 'incident',
    needsLinux: always,
    summary: 'tell what happened when a line was down',
    load: () => import('./commands/incident.ts'),
  },
  {
    name: 'report',
    needsLinux: always,
    summary: 'show how the lines were over a time',
    printsText: words => words.some(word => word.includes('html')),
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'wan',
    needsLinux: always,
    summary: 'take a line of the running gateway down or up by hand',
    load: () => import('./commands/wan.ts'),
  },
  {
    name: 'notify',
    needsLinux: always,
    summary: 'show who is told of outages, and send a test message',
    load: () => import('./commands/notify.ts'),
  },
  {
    name: 'reload',
    needsLinux: always,
    summary: 'have the running gateway read its configuration again',
    load: () => import('./commands/reload.ts'),
  },
  {
    name: 'apply',
    needsLinux: always,
    summary: 'have the running gateway take a configuration, for good or until it is confirmed',
    load: () => import('./commands/apply.ts'),
  },
  {
    name: 'confirm',
    needsLinux: always,
    summary: 'let a configuration stay that was applied for a time',
    load: () => import('./commands/confirm.ts'),
  },
  {
    name: 'web',
    needsLinux: always,
    summary: 'serve the pages and the HTTP API of the running gateway',
    outlivesOutput: true,
    load: () => import('./commands/web.ts'),
  },
  {
    name: 'passwd',
    needsLinux: always,
    summary: 'set who may log in at the pages',
    load: () => import('./commands/passwd.ts'),
  },
  {
    name: 'token',
    needsLinux: always,
    summary: 'make and remove keys of programs that ask the HTTP API',
    load: () => import('./commands/token.ts'),
  },
  {
    name: 'parse',
    summary: 'read RouterOS text and say what was understood',
    printsText: words => words.includes('--print'),
    load: () => import('./commands/parse.ts'),
  },
  {
    name: 'convert',
    summary: 'rewrite a configuration for RouterOS 6 or 7, or as YAML',
    printsText: () => true,
    load: () => import('./commands/convert.ts'),
  },
  {
    name: 'sanitize',
    summary: 'replace what tells of somebody, so that a text can be shown to others',
    printsText: () => true,
    load: () => import('./commands/sanitize.ts'),
  },
  {
    name: 'fmt',
    summary: 'reformat RouterOS files in place',
    printsText: () => true,
    load: () => import('./commands/fmt.ts'),
  },
  {
    name: 'undo',
    needsLinux: always,
    summary: 'remove what jalur made here, and restore what it changed',
    outlivesOutput: true,
    load: () => import('./commands/undo.ts'),
  },
  {
    name: 'install',
    needsLinux: always,
    summary: 'make a configuration a service of this machine',
    outlivesOutput: true,
    load: () => import('./commands/install.ts'),
  },
  {
    name: 'start',
    needsLinux: always,
    summary: 'run the examples of the paper and compare them',
    outlivesOutput: true,
    load: () => import('./commands/start.ts'),
  },
  {
    name: 'lab',
    needsLinux: words => !words.includes('topology'),
    summary: 'run a configuration on a bench of network namespaces',
    outlivesOutput: true,
    printsText: words => words.includes('topology'),
    load: () => import('./commands/lab.ts'),
  },
  {
    name: 'explain',
    summary: 'show what happens to a packet, and why',
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'lint',
    summary: 'find mistakes, with their place, what follows and what mends them',
    printsText: words => words.some(word => /^--(?:format|fix)(?:=|$)/.test(word)),
    load: () => import('./commands/lint.ts'),
  },
  {
    name: 'lsp',
    summary: 'answer an editor while a configuration is written',
    printsText: () => true,
    isProtocol: true,
    load: () => import('./commands/lsp.ts'),
  },
  {
    name: 'prove',
    summary: 'check safety rules for every kind of packet',
    load: () => import('./commands/prove.ts'),
  },
  {
    name: 'spread',
    summary: 'show how traffic divides among the WANs',
    load: () => import('./commands/spread.ts'),
  },
  {
    name: 'diff',
    summary: 'show what changes between two configurations, and which connections move',
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'completion',
    summary: 'print what your shell loads to complete commands and options',
    needsAll: true,
    printsText: () => true,
    load: () => import('./commands/completion.ts'),
  },
  {
    name: 'man',
    summary: 'print the manual page',
    needsAll: true,
    printsText: () => true,
    load: () => import('./commands/man.ts'),
  },
];
