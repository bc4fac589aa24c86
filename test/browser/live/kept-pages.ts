import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { packagePath } from '../../../src/sys/index.ts';

/** A lab that is kept up, with its pages. */
export interface Kept {
  readonly url: string;
  readonly password: string;
  end(): Promise<void>;
}

/** Starts both commands as users do, below a folder of their own. */
export async function keptPages(bench: string, folder: string): Promise<Kept> {
  const env = { ...process.env, XDG_RUNTIME_DIR: join(folder, 'run'), LANG: 'C' };
  mkdirSync(env.XDG_RUNTIME_DIR);
  const begun: ChildProcess[] = [];
  const jalur = (args: readonly string[], until: RegExp): Promise<RegExpExecArray> => {
    const child = spawn(process.execPath, [packagePath('bin/jalur'), ...args], { env });
    begun.push(child);
    return heard(child, until);
  };
  const end = async (): Promise<void> => {
    for (const child of begun.toReversed()) await stopped(child);
  };
  try {
    await jalur(['lab', 'up', bench, '--pace', 'jalur', '--traffic'], /stays until/);
    const port = await freePort();
    const serve = ['web', '--lab', bench, '--port', `${port}`, '--folder', join(folder, 'web')];
    const [, password = ''] = await jalur(serve, /password (\S+)[\s\S]*pages are at/);
    return { url: `http://127.0.0.1:${port}/`, password, end };
  } catch (error) {
    await end();
    throw error;
  }
}

function heard(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', part => {
        said += String(part);
        const found = wanted.exec(said);
        if (found) resolve(found);
      });
    child.once('exit', code => reject(new Error(`it ended with ${code}: ${said}`)));
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGINT');
  await gone;
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
