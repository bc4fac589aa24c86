import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  type Accounts,
  hasSystemd,
  install,
  machineAccounts,
  makeUserCommand,
  places,
  reloadUnits,
  removeInstalled,
  removeWebUsers,
  startService,
  stopService,
  unfitProgram,
} from '../../install/index.ts';
import { EnvironmentError, environmentTrouble, packagePath, run } from '../../sys/index.ts';
import { exitCode } from '../exit-code.ts';
import { configToInstall, notifyToInstall, type RunWords, runWords } from '../install/config.ts';
import { type InstallReply, installText, removeText } from '../install/text.ts';
import { type JsonOption, withJson } from '../options/json.ts';
import { jsonText } from '../output/json.ts';
import { usualWebUser } from '../web/folder.ts';

interface Options extends JsonOption {
  readonly options?: RunWords;
  readonly notify?: string;
  readonly now?: boolean;
  readonly remove?: boolean;
  readonly dryRun?: boolean;
  readonly root?: string;
}

const examples = `
Examples:
  sudo jalur install office.rsc --dry-run       what would be written
  sudo jalur install office.rsc                 then: sudo systemctl enable --now jalur
  sudo jalur install office.rsc --options --health=auto --now
  sudo jalur install --remove                   all of it away again, and the network as it was`;

/** `jalur install`: the gateway as a service. */
export function register(command: Command): void {
  withJson(command)
    .description(
      'Makes a configuration a service of this machine: a unit of systemd that starts it at boot, watches over it and confines it, and /etc/jalur with the configuration. What somebody else has written or changed there is never replaced: it is named, and the exit code is 1. --remove takes away what was written, and restores the network. Stopping the service (systemctl stop jalur) leaves the network as it is, so that an upgrade loses no packet; jalur undo restores it.',
    )
    .argument('[config]', 'the configuration, which is copied to /etc/jalur; default: what is there')
    .option(
      '--options <words>',
      'options of jalur run for the service, as one word: "--port ether1=enp1s0 --health auto"',
      runWords,
    )
    .option(
      '--notify <file>',
      'who is told of outages and trouble (docs/notifications.md), copied to /etc/jalur',
    )
    .option('--now', 'start it at once as well, and at each boot')
    .option('--remove', 'stop the service, restore the network, and remove what was installed')
    .option('--dry-run', 'only say what would be done')
    .option('--root <dir>', 'write below this folder, for images and packages; nothing is started or stopped')
    .addHelpText('after', examples)
    .action((config: string | undefined, options: Options) => {
      process.exitCode = trying(() => (options.remove ? takeAway : makeService)(config, options));
    });
}

/** What the file system refuses is no defect of ours. */
function trying(work: () => number): number {
  try {
    return work();
  } catch (error) {
    const trouble = error instanceof EnvironmentError ? undefined : environmentTrouble(error);
    if (!trouble) throw error;
    process.stderr.write(`jalur: ${trouble.what}\n       ${trouble.do}\n`);
    return exitCode.noAnswer;
  }
}

function makeService(path: string | undefined, options: Options): number {
  const root = options.root === undefined ? '/' : resolve(options.root);
  const dry = options.dryRun ?? false;
  const unfit = root === '/' && !dry ? unfitProgram() : undefined;
  if (unfit !== undefined) {
    throw new EnvironmentError('MISSING_FEATURE', unfit, {
      en: 'Install it for good: npm install --global jalur.',
      id: 'Pasang secara permanen: npm install --global jalur.',
    });
  }
  const given = path === undefined ? undefined : configToInstall(path, root, options.options);
  const notify = options.notify === undefined ? undefined : notifyToInstall(options.notify);
  if (given === 'refused' || notify === 'refused') return exitCode.noAnswer;
  mustBeRoot(root, dry);
  const accounts = accountsOf(root);
  const webUser = options.options?.webUser;
  if (webUser !== undefined && webUser !== usualWebUser && accounts?.has(webUser) === false)
    throw new EnvironmentError(
      'COMMAND_FAILED',
      {
        en: `There is no user ${webUser}, which the process of the pages would be.`,
        id: `Tidak ada pengguna ${webUser}, yang akan menjalankan proses halaman.`,
      },
      {
        en: `Make it: ${makeUserCommand(webUser)}; without --web-user one is made by this.`,
        id: `Buat: ${makeUserCommand(webUser)}; tanpa --web-user akan dibuatkan.`,
      },
    );
  const runOptions = options.options?.words;
  const installed = install({ root, dry, ...given, notify, runOptions, webUser, accounts });
  const isWhole = installed.files.every(({ outcome }) => outcome !== 'kept');
  const isHere = root === '/' && !dry && hasSystemd();
  if (isHere) reloadUnits();
  const isStarted = isHere && isWhole && options.now === true;
  if (isStarted) startService();
  const hasConfig = given !== undefined || hasSome(root);
  const reply: InstallReply = { ...installed, root, dry, isStarted, hasConfig, hasSystemd: hasSystemd() };
  process.stdout.write(options.json ? jsonText(reply) : installText(reply));
  return isWhole ? exitCode.ok : exitCode.bad;
}

/** Of an image that is made nobody's users are touched: it is only said which it needs. */
const accountsOf = (root: string): Accounts | undefined => (root === '/' ? machineAccounts : undefined);

const hasSome = (root: string): boolean =>
  ['jalur.rsc', 'gateway.yaml'].some(name => existsSync(resolve(root, `.${places.config}`, name)));

function takeAway(path: string | undefined, options: Options): number {
  const root = options.root === undefined ? '/' : resolve(options.root);
  const dry = options.dryRun ?? false;
  if (path !== undefined) {
    process.stderr.write(`jalur: --remove takes no configuration (${path}).\n`);
    return exitCode.noAnswer;
  }
  mustBeRoot(root, dry);
  const isHere = root === '/' && !dry;
  const isWatched = isHere && hasSystemd();
  const planned = removeInstalled({ root, dry: true });
  // The unit may be the package's, or changed by somebody: what it runs goes all the same.
  if (isWatched && planned.length > 0) stopService();
  const undone = isHere && planned.length > 0 ? undo() : [];
  const users = removeWebUsers({ root, dry, accounts: accountsOf(root) });
  const files = removeInstalled({ root, dry });
  if (isWatched) reloadUnits();
  const reply = { files, users, undone, root, dry, keptState: existsSync(resolve(root, `.${places.state}`)) };
  process.stdout.write(options.json ? jsonText(reply) : removeText(reply));
  const isWhole =
    files.every(({ outcome }) => outcome !== 'kept') && users.every(({ outcome }) => outcome !== 'in-use');
  return isWhole ? exitCode.ok : exitCode.bad;
}

/** The network as it was: what a stopped service has left. Throws EnvironmentError, also where a gateway runs by itself. */
function undo(): readonly string[] {
  const { stdout } = run([packagePath('bin/jalur'), 'undo', '--json'], { timeoutMs: 120_000 });
  return (JSON.parse(stdout) as { readonly changes: readonly string[] }).changes;
}

function mustBeRoot(root: string, dry: boolean): void {
  if (dry || root !== '/' || process.geteuid?.() === 0) return;
  throw new EnvironmentError(
    'MISSING_ROOT',
    { en: 'A service of this machine is made by root.', id: 'Layanan mesin ini dibuat oleh root.' },
    {
      en: 'Run it with sudo; --dry-run shows what it would do.',
      id: 'Jalankan dengan sudo; --dry-run menunjukkan apa yang akan dilakukan.',
    },
  );
}
