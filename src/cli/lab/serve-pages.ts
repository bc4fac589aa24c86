import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packagePath } from '../../files/index.ts';
import { keptLab, SocketDaemon, startWeb, type WebSaying } from '../../server/index.ts';
import type { Language } from '../../text/index.ts';
import { webText } from '../web/say.ts';
import type { KeptHere } from './keep-lab.ts';
import { labWords } from './say.ts';

/** How pages over a kept lab are served. */
export interface PagesFlags {
  /** Undefined: the usual one, or another that is free. */
  readonly port?: number | undefined;
  readonly lang: Language;
}

const usualPort = 8443;

/** Whether this machine's loopback has it free. */
export function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Serves the pages of a kept lab on loopback, with a login that holds as long as they do: nothing is kept in anybody's home. Resolves
 * with what ends it.
 */
export async function servePages(
  { socket, control }: KeptHere,
  { port: wanted, lang }: PagesFlags,
): Promise<() => Promise<void>> {
  const port = wanted ?? ((await isFree(usualPort)) ? usualPort : await freePort());
  const folder = mkdtempSync(join(tmpdir(), 'jalur-pages-'));
  const web = await startWeb({
    daemon: new SocketDaemon(control ?? ''),
    lab: keptLab(socket),
    ...{ folder, port, onLan: false, alsoFrom: [], names: [], tls: 'none' },
    pages: packagePath(join('dist', 'web')),
    say: tellOf(lang),
  });
  return async () => {
    await web.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The address with the login in it: behind `#`, so that a browser sends it to nobody. */
function tellOf(lang: Language): (saying: WebSaying) => void {
  let password = '';
  return saying => {
    if (saying.kind === 'password') password = saying.password;
    else if (saying.kind === 'listens')
      process.stdout.write(labWords[lang].pages(`${saying.urls[0]}#login=${password}`, password));
    else process.stderr.write(`jalur: ${webText(saying)}\n`);
  };
}
