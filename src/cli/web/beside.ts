import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { packagePath } from '../../files/index.ts';
import { webSocket } from '../../gateway/index.ts';
import { end, environmentTrouble, spawnIn } from '../../sys/index.ts';
import { inAsked } from '../options/language.ts';
import { makeFolder } from './own-folder.ts';
import { rightsOf } from './web-user.ts';

export const usualWebPort = 8443;

/** `--web`, `--web 443`. */
export function webPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1024 && port <= 65_535) return port;
  throw new InvalidArgumentError(
    inAsked({
      en: 'It is a port from 1024 to 65535: the process of the pages has no right to others.',
      id: 'Port dari 1024 sampai 65535: proses halaman tidak berhak atas yang lain.',
    }),
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

/** A gateway goes on without pages. */
function sayNoPages(error: unknown): void {
  const { what, do: next } = environmentTrouble(error) ?? { what: String(error), do: '' };
  process.stderr.write(`jalur: there are no pages: ${what}\n       ${next}\n`);
}
