import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { packagePath } from '../../files/index.ts';
import { webSocket } from '../../gateway/index.ts';
import {
  asGroup,
  EnvironmentError,
  end,
  environmentTrouble,
  isOpenTo,
  type Rights,
  spawnIn,
} from '../../sys/index.ts';
import { letIn, webOwner } from './folder.ts';

export const usualWebPort = 8443;

/** `--web`, `--web 443`. */
export function webPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1024 && port <= 65_535) return port;
  throw new InvalidArgumentError(
    'It is a port from 1024 to 65535: the process of the pages has no right to others.',
  );
}

/** The process of the pages beside a gateway. */
export interface Pages {
  start(): void;
  end(): Promise<void>;
}

interface PagesOptions {
  readonly port: number | true;
  readonly webUser: string;
  readonly stateDir: string;
  /** What outlives a reboot. */
  readonly durableDir: string;
}

/** It is started again where it ends by itself: at once, and later each time that it lived shorter than this. */
const steadyMs = 60_000;
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Throws EnvironmentError where there is no such user, or he cannot read the program. */
export function pagesOf({ port, webUser, stateDir, durableDir }: PagesOptions): Pages {
  const rights = rightsOf(webUser);
  const folder = join(durableDir, 'web');
  const argv = [
    ...[process.execPath, packagePath('bin/jalur'), 'web', '--socket', join(stateDir, webSocket)],
    ...['--lan', '--port', `${port === true ? usualWebPort : port}`, '--folder', folder],
  ];
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = firstPauseMs;
  let isEnding = false;
  const start = (): void => {
    const begunAtMs = Date.now();
    child = spawnIn(undefined, argv, {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { JALUR_WEB_CHILD: '1' },
      rights,
    });
    child.once('error', () => {}); // `exit` follows, or it never began
    child.once('exit', code => {
      if (isEnding) return;
      pauseMs = Date.now() - begunAtMs > steadyMs ? firstPauseMs : Math.min(longestPauseMs, 2 * pauseMs);
      process.stderr.write(
        `jalur: the process of the pages ended (${code ?? 'killed'}); the gateway goes on, and it is started again in ${pauseMs / 1000} s.\n`,
      );
      timer = setTimeout(start, pauseMs);
      timer.unref();
    });
  };
  return {
    start() {
      try {
        makeFolder(folder, rights);
        start();
      } catch (error) {
        sayNoPages(error);
      }
    },
    async end() {
      isEnding = true;
      clearTimeout(timer);
      if (child) await end(child, 2000);
    },
  };
}

function rightsOf(webUser: string): Rights {
  const owner = webOwner({ webUser });
  if (!owner)
    throw new EnvironmentError(
      'COMMAND_FAILED',
      `There is no user ${webUser}, which the process of the pages would be.`,
      `Make it: sudo useradd --system --shell /usr/sbin/nologin ${webUser}; or name another with --web-user.`,
    );
  const rights: Rights = { ...owner, capabilities: [] };
  const program = packagePath('bin/jalur');
  if (isOpenTo(program, rights, 0o4) && isOpenTo(process.execPath, rights, 0o5)) return rights;
  throw new EnvironmentError(
    'COMMAND_FAILED',
    `The user ${webUser} may not read ${program} or ${process.execPath}, so it cannot serve the pages.`,
    'Install jalur where everybody can read it (the Debian package does).',
  );
}

/**
 * Ours, and of that user's group, which may write there: a confined gateway may give nothing away (chown(2)), and only make things for
 * a group. Throws where it is there and is not open to him.
 */
function makeFolder(folder: string, rights: Rights): void {
  if (!existsSync(folder)) {
    asGroup(rights.gid, () => mkdirSync(folder));
    chmodSync(folder, 0o770);
  }
  letIn(folder);
  if (isOpenTo(folder, rights, 0o7)) return;
  throw new EnvironmentError(
    'COMMAND_FAILED',
    `The process of the pages may not write into ${folder}.`,
    'Give it to that user: sudo chown -R jalur-web: FOLDER.',
  );
}

/** A gateway goes on without pages. */
function sayNoPages(error: unknown): void {
  const { what, do: next } = environmentTrouble(error) ?? { what: String(error), do: '' };
  process.stderr.write(`jalur: there are no pages: ${what}\n       ${next}\n`);
}
