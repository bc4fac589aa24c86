import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../sys/index.ts';

/**
 * Servers that a killed gateway left behind: dnsmasq drops its privileges, and with them the order to die with its parent
 * (prctl(2), PR_SET_PDEATHSIG). They are known by their command line, which names a pid file in `stateDir`: a process id
 * alone may be anybody's by now.
 */
export const staleServers = (stateDir: string): readonly number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => isServerOf(pid, stateDir));

/** Ends them, and waits until their ports are free. */
export async function endStaleServers(stateDir: string): Promise<readonly number[]> {
  const stale = staleServers(stateDir);
  for (const pid of stale) process.kill(pid, 'SIGTERM');
  for (const pid of stale) await gone(pid);
  for (const file of pidFilesIn(stateDir)) rmSync(file, { force: true });
  return stale;
}

function pidFilesIn(stateDir: string): string[] {
  try {
    return readdirSync(stateDir)
      .filter(name => name.endsWith('.pid'))
      .map(name => join(stateDir, name));
  } catch {
    return [];
  }
}

function isServerOf(pid: number, stateDir: string): boolean {
  const [program = '', ...words] = commandLine(pid).split('\0');
  return (
    program.endsWith('dnsmasq') && words.some(word => word.startsWith(`--pid-file=${join(stateDir, '/')}`))
  );
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}

/** Waits up to a second: the port must be free for the one that follows. */
async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100 && commandLine(pid) !== ''; tries++) await sleep(10);
}
