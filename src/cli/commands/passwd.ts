import { type Command, Option } from 'commander';
import { exitCode } from '../exit-code.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { printJson } from '../output/json.ts';
import { letIn, type WebFolderOptions, webFolderOf, webOwner, withWebFolder } from '../web/folder.ts';

interface Options extends WebFolderOptions, JsonOption {
  readonly scope: 'read' | 'operate' | 'admin';
  readonly remove?: boolean;
}

const examples = `
Examples:
  sudo jalur passwd                       the password of admin: typed twice, or a line of standard input
  sudo jalur passwd budi --scope operate  somebody who may take lines down, and not change the configuration
  sudo jalur passwd budi --remove`;

/** `jalur passwd`: who may log in at the pages. */
export function register(command: Command): void {
  withWebFolder(withJson(command))
    .description(
      'Sets the password of a user of the web pages (jalur web), which is kept as a hash (scrypt) in a file that only the process of the pages can read. Who was logged in as that user is logged out.',
    )
    .argument('[user]', 'whose password it is', 'admin')
    .addOption(
      new Option('--scope <scope>', 'what he may: read; operate: also lines and the lab; admin: all')
        .choices(['read', 'operate', 'admin'])
        .default('admin'),
    )
    .option('--remove', 'he may not log in any more')
    .addHelpText('after', examples)
    .action(async (user: string, options: Options) => {
      process.exitCode = options.remove ? await remove(user, options) : await set(user, options);
    });
}

async function set(user: string, options: Options): Promise<number> {
  if (!/^[A-Za-z0-9][\w.@-]{0,62}$/.test(user))
    return refuse('a name is letters, digits, dots and dashes.', 'Name the user: jalur passwd budi.');
  const { askPassword } = await import('../web/ask-password.ts');
  const password = await askPassword(user);
  if (password === undefined)
    return refuse('no password was given, or both were not the same.', 'Nothing is changed; try again.');
  const { hashPassword, shortestPassword, usersIn } = await import('../../server/index.ts');
  if (password.length < shortestPassword)
    return refuse(
      `the password has fewer than ${shortestPassword} characters.`,
      'Take a longer one: some words that nobody puts together.',
    );
  const folder = webFolderOf(options);
  const users = usersIn(folder);
  const others = users.read().users.filter(({ name }) => name !== user);
  const kept = {
    name: user,
    scope: options.scope,
    password: await hashPassword(password),
    changedAt: new Date().toISOString(),
  };
  users.write({ v: 1, users: [...others, kept] }, webOwner(options));
  letIn(folder);
  return say(
    options,
    { user, scope: options.scope, file: users.path },
    `The password of ${user} (${options.scope}) is set in ${users.path}.`,
  );
}

async function remove(user: string, options: Options): Promise<number> {
  const { usersIn } = await import('../../server/index.ts');
  const users = usersIn(webFolderOf(options));
  const { users: all } = users.read();
  const others = all.filter(({ name }) => name !== user);
  if (others.length === all.length)
    return refuse(`there is no user ${user}.`, `Users: ${all.map(({ name }) => name).join(', ') || 'none'}.`);
  users.write({ v: 1, users: others }, webOwner(options));
  return say(options, { user, removed: true, file: users.path }, `${user} may not log in any more.`);
}

function say({ json }: Options, data: object, text: string): number {
  if (json) printJson(data);
  else process.stdout.write(`${text}\n`);
  return exitCode.ok;
}

function refuse(what: string, next: string): number {
  process.stderr.write(`jalur: ${what}\n       ${next}\n`);
  return exitCode.noAnswer;
}
