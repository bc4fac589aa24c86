import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, endProcess, type NamespaceIdentity, processOf } from '../sys/index.ts';
import { pppoeFolder } from './pppoe.ts';
import { leftServices } from './service-records.ts';

interface StaleService {
  readonly name: string;
  readonly pid: number;
}

/**
 * What a gateway that is gone left running: what it wrote down, and servers that it was killed
 * before it could write down. These are known by their command line, which names a pid file in `stateDir`.
 */
export function staleServices(stateDir: string, home: NamespaceIdentity): readonly StaleService[] {
  const recorded = leftServices(stateDir, home);
  const known = recorded.map(({ pid }) => pid);
  return [...recorded, ...strayServers(stateDir, known).map(pid => ({ name: 'DHCP or DNS server', pid }))];
}

/** Ends all of it, and waits until their ports are free; clients give their leases back. */
export async function endStaleServices(stateDir: string, home: NamespaceIdentity): Promise<void> {
  await endAll(staleServices(stateDir, home).map(({ pid }) => pid));
  for (const file of pidFilesIn(stateDir)) rmSync(file, { force: true });
  rmSync(pppoeFolder(stateDir), { recursive: true, force: true });
}

/** Ends servers that nobody wrote down. */
export async function endStrayServers(stateDir: string, home: NamespaceIdentity): Promise<void> {
  const known = leftServices(stateDir, home).map(({ pid }) => pid);
  await endAll(strayServers(stateDir, known));
}

async function endAll(pids: readonly number[]): Promise<void> {
  await Promise.all(pids.flatMap(pid => processOf(pid) ?? []).map(one => endProcess(one)));
}

const strayServers = (stateDir: string, known: readonly number[]): readonly number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => !known.includes(pid) && isServerOf(pid, stateDir));

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
  const [program = '', ...words] = commandLineOf(pid);
  return (
    program.endsWith('dnsmasq') && words.some(word => word.startsWith(`--pid-file=${join(stateDir, '/')}`))
  );
}
