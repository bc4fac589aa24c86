import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sleep } from '../sys/index.ts';

/**
 * Ends servers that a killed gateway left behind: dnsmasq drops its privileges, and with them the order to die with
 * its parent (prctl(2), PR_SET_PDEATHSIG). Only processes that still name their pid file in `stateDir` are ended.
 */
export async function endStaleServers(stateDir: string): Promise<readonly number[]> {
  const files = filesIn(stateDir).map(name => join(stateDir, name));
  const stale = files.flatMap(file => {
    const pid = Number(readOr(file));
    return pid > 0 && isServerOf(pid, file) ? [pid] : [];
  });
  for (const pid of stale) process.kill(pid, 'SIGTERM');
  for (const pid of stale) await gone(pid);
  for (const file of files) rmSync(file, { force: true });
  return stale;
}

function filesIn(stateDir: string): string[] {
  try {
    return readdirSync(stateDir).filter(name => name.endsWith('.pid'));
  } catch {
    return [];
  }
}

const isServerOf = (pid: number, file: string): boolean =>
  readOr(`/proc/${pid}/cmdline`).split('\0').includes(`--pid-file=${file}`);

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Waits up to a second: the port must be free for the one that follows. */
async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100 && readOr(`/proc/${pid}/cmdline`) !== ''; tries++) await sleep(10);
}
