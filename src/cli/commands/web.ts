import { isIP } from 'node:net';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Held, WebOptions } from '../../server/index.ts';
import { exitCode } from '../exit-code.ts';
import { inAsked } from '../options/language.ts';
import { usualWebPort } from '../web/beside.ts';
import { type WebFolderOptions, webFolderOf, withWebFolder } from '../web/folder.ts';
import { anyPort } from '../web/port.ts';
import type { AsUser } from '../web/web-user.ts';
import { stateText } from '../world/options.ts';

interface Options extends WebFolderOptions {
  readonly socket?: string;
  readonly state?: string;
  readonly lab?: string;
  readonly port: number;
  readonly lan?: boolean;
  readonly allow: readonly Held[];
  readonly hostName: readonly string[];
  readonly tls?: boolean;
  readonly tlsKey?: string;
  readonly tlsCert?: string;
}

const examples = `
Examples:
  sudo jalur web                        pages of the gateway that runs here, on this machine alone: http://127.0.0.1:8443/
  sudo jalur web --lan                  on the addresses of its LANs, too, by TLS
  sudo jalur web --lab office           of a lab that is kept up
  ssh -L 8443:localhost:8443 gateway    from elsewhere: then http://localhost:8443/

jalur run --web starts it beside the gateway, as a user of its own.`;

/** `jalur web`: pages and API of a gateway that runs. */
export function register(command: Command): void {
  withWebFolder(command)
    .description(
      'Serves the web pages and the HTTP API of a gateway that runs (docs/web.md), for this machine alone or for its LANs, never for a WAN. It has no rights of its own: it asks the gateway by its control socket. Who may log in: jalur passwd; programs: jalur token. A lab or a gateway without users is opened by a password of this run.',
    )
    .option(
      '--socket <path>',
      'the control socket to ask (default: of the gateway in this network namespace)',
    )
    .option('--state <dir>', stateText)
    .option('--lab <name>', 'a lab that is kept up (jalur lab up), whose cables can then be pulled')
    .option('--port <port>', 'the TCP port', anyPort, usualWebPort)
    .option('--lan', 'listen on the addresses of the LANs, too, as the gateway knows them')
    .option(
      '--allow <network>',
      'also let in who comes from there: 10.8.0.0/24 (repeatable)',
      collectNetwork,
      [],
    )
    .option(
      '--host-name <name>',
      'a further name of this machine that browsers may use (repeatable)',
      collect,
      [],
    )
    .option('--tls', 'by TLS with a certificate that this machine makes itself (the default with --lan)')
    .option('--no-tls', 'without TLS: passwords are sent as they are')
    .option('--tls-key <file>', 'key of a certificate of yours, PEM')
    .option('--tls-cert <file>', 'a certificate of yours with its chain, PEM')
    .addHelpText('after', examples)
    .action(async (options: Options) => {
      process.exitCode = await serve(options);
    });
}

const collect = (value: string, list: readonly string[]): string[] => [...list, value];

function collectNetwork(text: string, list: readonly Held[]): Held[] {
  const [, address = '', length = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  if (length === '' || Number(length) > most)
    throw new InvalidArgumentError(
      inAsked({ en: 'It is a network such as 10.8.0.0/24.', id: 'Jaringan seperti 10.8.0.0/24.' }),
    );
  return [...list, { address, length: Number(length) }];
}

function tlsOf({ tls, tlsKey: key, tlsCert: cert, lan = false }: Options): WebOptions['tls'] {
  if (key !== undefined && cert !== undefined) return { key, cert };
  return (tls ?? lan) ? 'made' : 'none';
}

async function serve(options: Options): Promise<number> {
  if (isChild()) (await import('../../sys/index.ts')).takeOrdinaryOomScore();
  const { tlsKey, tlsCert, port, lan = false, allow, hostName } = options;
  if ((tlsKey === undefined) !== (tlsCert === undefined))
    return refuse('a certificate has two parts.', 'Name both: --tls-key and --tls-cert.');
  const [{ startWeb, SocketDaemon }, { packagePath }, { webText }, { meantSocket }, { nobodyAnswers }] =
    await Promise.all([
      import('../../server/index.ts'),
      import('../../files/index.ts'),
      import('../web/say.ts'),
      import('../web/meant.ts'),
      import('../web/nobody-answers.ts'),
    ]);
  const meant = await meantSocket(options);
  if ('refused' in meant) return refuse(...meant.refused);
  // Whoever started us has asked already.
  const nobody = isChild() ? undefined : await nobodyAnswers(meant.socket);
  if (nobody) say(...nobody);
  if (process.geteuid?.() === 0) {
    const { whoServes } = await import('../web/web-user.ts');
    const who = whoServes(meant.socket, { ...options, answers: nobody === undefined });
    if (!('root' in who)) return serveAs(who, options);
    say(`it serves as root: ${who.root[0]}`, who.root[1]);
  }
  const web = await startWeb({
    daemon: new SocketDaemon(meant.socket),
    ...{ lab: meant.lab, folder: webFolderOf(options), port, onLan: lan, alsoFrom: allow, names: hostName },
    tls: tlsOf(options),
    pages: packagePath(join('dist', 'web')),
    say: saying => void process.stderr.write(`jalur: ${webText(saying)}\n`),
  });
  await untilEnd();
  await web.close();
  return exitCode.ok;
}

/** As the user for pages, without any right: this process only waits for it, and ends it. */
async function serveAs({ rights, socket }: AsUser, options: Options): Promise<number> {
  if (options.port < 1024)
    return refuse(
      `port ${options.port} is for root alone, and pages are served as ${options.webUser}.`,
      'Take one from 1024 on: --port 8443.',
    );
  const [{ end, spawnIn }, { packagePath }, { giveFolder, makeFolder }] = await Promise.all([
    import('../../sys/index.ts'),
    import('../../files/index.ts'),
    import('../web/own-folder.ts'),
  ]);
  const folder = webFolderOf(options);
  giveFolder(folder, rights);
  makeFolder(folder, rights);
  const argv = [process.execPath, packagePath('bin/jalur'), ...process.argv.slice(2)];
  // A gateway that starts it may get nothing itself, and so may not it; here that is said.
  const child = spawnIn(
    undefined,
    ['setpriv', '--no-new-privs', '--', ...argv, '--socket', socket, '--folder', folder],
    {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { JALUR_WEB_CHILD: '1' },
      rights,
    },
  );
  const ended = new Promise<number>((resolve, reject) => {
    child.once('exit', code => resolve(code ?? exitCode.noAnswer)).once('error', reject);
  });
  void untilEnd().then(() => end(child, 2000));
  return ended;
}

/** Started by a gateway, or by `jalur web` as root. */
const isChild = (): boolean => process.env['JALUR_WEB_CHILD'] === '1';

/** By a signal, or because whoever started us has gone: the other end of our standard input, where that is a pipe of ours. */
function untilEnd(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    if (isChild()) process.stdin.once('end', () => resolve()).resume();
  });
}

const say = (what: string, next: string): void =>
  void process.stderr.write(`jalur: ${what}\n       ${next}\n`);

function refuse(what: string, next: string): number {
  say(what, next);
  return exitCode.noAnswer;
}
