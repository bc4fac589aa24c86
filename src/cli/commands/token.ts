import { type Command, Option } from 'commander';
import { exitCode } from '../exit-code.ts';
import { whoAsks } from '../gateway/who-asks.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { parseNumber } from '../options/number.ts';
import { printJson } from '../output/json.ts';
import { printTable } from '../output/table.ts';
import { letIn, type WebFolderOptions, webFolderOf, webOwner, withWebFolder } from '../web/folder.ts';

type Options = WebFolderOptions & JsonOption;

interface AddOptions extends Options {
  readonly scope: 'read' | 'operate' | 'admin';
  readonly days?: number;
}

/** `jalur token`: keys of programs that ask the API. */
export function register(command: Command): void {
  command.description(
    'Makes, lists and removes tokens, by which programs ask the HTTP API (Authorization: Bearer …).',
  );
  registerAdd(command.command('add'));
  registerList(command.command('list'));
  registerRemove(command.command('remove'));
}

function registerAdd(command: Command): void {
  withWebFolder(withJson(command))
    .description('Makes a token and prints it this once: only its hash is kept.')
    .argument('<label>', 'what it is for, for you to know it by')
    .addOption(
      new Option('--scope <scope>', 'what it may: read; operate: also lines and the lab; admin: all')
        .choices(['read', 'operate', 'admin'])
        .default('read'),
    )
    .option('--days <number>', 'after so many days it ends (default: never)', parseNumber)
    .addHelpText(
      'after',
      '\nExamples:\n  sudo jalur token add grafana\n  sudo jalur token add ansible --scope admin --days 30',
    )
    .action(async (label: string, options: AddOptions) => {
      process.exitCode = await add(label, options);
    });
}

async function bookOf(options: Options) {
  const { TokenBook } = await import('../../server/index.ts');
  return new TokenBook(webFolderOf(options), Date.now);
}

async function add(name: string, options: AddOptions): Promise<number> {
  const { scope, days, json } = options;
  const book = await bookOf(options);
  const made = book.make(
    { name: name.slice(0, 64), scope, by: whoAsks(), ...(days !== undefined && { expiresInDays: days }) },
    webOwner(options),
  );
  if (!made)
    return refuse('there are too many tokens.', 'Remove one that nobody uses: jalur token remove ID.');
  letIn(webFolderOf(options));
  if (json) printJson({ ...made.facts, token: made.token });
  else process.stdout.write(`${made.token}\n`);
  process.stderr.write('It is not shown again.\n');
  return exitCode.ok;
}

function registerList(command: Command): void {
  withWebFolder(withJson(command))
    .description('Lists tokens, without what opens them.')
    .addHelpText('after', '\nExamples:\n  sudo jalur token list\n  sudo jalur token list --json')
    .action(async (options: Options) => {
      const all = (await bookOf(options)).all();
      const rows = all.map(({ id, name, scope, createdAt, createdBy, expiresAt = 'never' }) => [
        id,
        name,
        scope,
        createdAt,
        createdBy,
        expiresAt,
      ]);
      const titles = ['ID', 'LABEL', 'SCOPE', 'MADE', 'BY', 'ENDS'].map(title => ({ title }));
      if (options.json) printJson({ tokens: all });
      else process.stdout.write(rows.length === 0 ? 'There is no token.\n' : printTable(titles, rows));
    });
}

function registerRemove(command: Command): void {
  withWebFolder(withJson(command))
    .description('Takes a token away: nobody can use it any more.')
    .argument('<id>', 'as jalur token list has it')
    .addHelpText('after', '\nExamples:\n  sudo jalur token remove 3f9a1c22b0de')
    .action(async (id: string, options: Options) => {
      const isGone = (await bookOf(options)).remove(id, webOwner(options));
      if (isGone && options.json) printJson({ id, removed: true });
      else if (isGone) process.stdout.write(`Token ${id} is removed.\n`);
      process.exitCode = isGone
        ? exitCode.ok
        : refuse(`there is no token ${id}.`, 'jalur token list has them.');
    });
}

function refuse(what: string, next: string): number {
  process.stderr.write(`jalur: ${what}\n       ${next}\n`);
  return exitCode.noAnswer;
}
