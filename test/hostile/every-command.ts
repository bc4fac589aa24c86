import { Command } from 'commander';
import { commands } from '../../src/cli/commands.ts';

/** How a command is called in tests that hold for every one, and what it is excused from, with the reason. */
export interface Called {
  /** Its words for a configuration; the first are its name. */
  readonly words: (path: string) => readonly string[];
  /** Why it reads no standard input. */
  readonly noInput?: string;
  /** Why it gives no JSON on standard output. */
  readonly noJson?: string;
  /** Why its lines may be wider than the terminal. */
  readonly wide?: string;
}

const packet = [
  '--src',
  '192.168.0.10',
  '--in',
  'ether4',
  '--dst',
  '8.8.8.8',
  '--dport',
  '443',
  '--proto',
  'tcp',
];
const text = 'prints a text of another language';
const none = 'reads no configuration';
const bench = 'a bench is a folder or a file';
const kept = 'asks a lab that is kept up';
const running = 'asks a gateway that runs';
const past = 'reads what a gateway has kept';

/** Commands that need no root and no lab. Kernel tests run the others: here they are called so that they refuse. */
const calls: Readonly<Record<string, Called>> = {
  init: { words: () => ['init', '-o', 'package.json'], noInput: none, noJson: 'it looks at this machine' },
  plan: { words: path => ['plan', path], wide: text },
  routes: { words: path => ['routes', path] },
  parse: { words: path => ['parse', path] },
  convert: { words: path => ['convert', path, '--to', 'v6'], wide: text },
  sanitize: { words: path => ['sanitize', path], wide: text },
  fmt: { words: path => ['fmt', '--check', path] },
  explain: { words: path => ['explain', path, ...packet] },
  lint: { words: path => ['lint', path] },
  lsp: { words: () => ['lsp'], noInput: 'reads a protocol', noJson: 'speaks a protocol', wide: text },
  prove: { words: path => ['prove', path] },
  spread: { words: path => ['spread', path, '--flows', '20'] },
  diff: { words: path => ['diff', path, 'examples/paper/listing.txt', '--flows', '20'] },
  completion: { words: () => ['completion', 'bash'], noInput: none, noJson: text, wide: text },
  man: { words: () => ['man'], noInput: none, noJson: text, wide: text },
  'lab topology': { words: path => ['lab', 'topology', path], noInput: bench, noJson: text, wide: text },
  run: { words: () => ['run', 'none.rsc'], noInput: bench, noJson: 'its JSON is events, while it runs' },
  undo: { words: () => ['undo', '--no-such-option'], noInput: none, noJson: 'it would change this machine' },
  install: { words: path => ['install', path, '--dry-run', '--root', '/nowhere'] },
  status: { words: () => ['status'], noInput: none, noJson: running },
  events: { words: () => ['events'], noInput: none, noJson: running },
  incident: { words: () => ['incident'], noInput: none, noJson: past },
  report: { words: () => ['report'], noInput: none, noJson: past },
  wan: { words: () => ['wan'], noInput: none, noJson: running },
  notify: { words: () => ['notify'], noInput: none, noJson: running },
  reload: { words: () => ['reload'], noInput: none, noJson: running },
  apply: { words: path => ['apply', path], noInput: 'the gateway reads it', noJson: running },
  confirm: { words: () => ['confirm'], noInput: none, noJson: running },
  web: { words: () => ['web', '--lab', 'none'], noInput: none, noJson: 'it serves, until it is ended' },
  passwd: { words: () => ['passwd', '.'], noInput: 'reads a password', noJson: 'it would write a password' },
  'token add': { words: () => ['token', 'add'], noInput: none, noJson: 'it would make a token' },
  'token list': { words: () => ['token', 'list', '--folder', '/nowhere'], noInput: none },
  'token remove': {
    words: () => ['token', 'remove', 'none', '--folder', '/nowhere'],
    noInput: none,
    noJson: 'there is none',
  },
  start: { words: () => ['start', '--parallel', '0'], noInput: none, noJson: 'its JSON is files' },
  'lab run': { words: () => ['lab', 'run', 'none'], noInput: bench, noJson: 'its JSON is a file' },
  'lab up': { words: () => ['lab', 'up', 'none'], noInput: bench, noJson: kept },
  'lab fault': { words: () => ['lab', 'fault', 'unplug', '--lab', 'none'], noInput: kept, noJson: kept },
  'lab repair': { words: () => ['lab', 'repair', '--lab', 'none'], noInput: kept, noJson: kept },
};

export interface Registered {
  /** `lab run` */
  readonly name: string;
  readonly command: Command;
}

/** All commands as they register themselves, in the place of those that only hold others. */
export async function registered(): Promise<readonly Registered[]> {
  const program = new Command('jalur');
  for (const { name, load } of commands) (await load()).register(program.command(name));
  return leavesOf(program, '');
}

function leavesOf(command: Command, name: string): Registered[] {
  if (command.commands.length === 0) return [{ name, command }];
  return command.commands.flatMap(one => leavesOf(one, `${name} ${one.name()}`.trim()));
}

export const callOf = (name: string): Called => {
  const call = calls[name];
  if (!call) throw new Error(`say in test/hostile/every-command.ts how 'jalur ${name}' is called`);
  return call;
};

export const called: readonly string[] = Object.keys(calls);
