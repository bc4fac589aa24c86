// Processes of the router's namespace and what they hold.
import { readdirSync, readFileSync } from 'node:fs';
import { run } from '../../dist/sys/index.js';

const read = path => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const pidsIn = ns =>
  run(['ip', 'netns', 'pids', ns.name], { allowFailure: true })
    .stdout.split('\n')
    .filter(Boolean)
    .map(Number);

const nameOf = pid => read(`/proc/${pid}/comm`).trim();
const argvOf = pid => read(`/proc/${pid}/cmdline`).split('\0').filter(Boolean);

/** Their names, in order; threads of their own names are none. */
export const processNames = ns => pidsIn(ns).map(nameOf).filter(Boolean).sort();

/** The DHCP client of an interface. */
export const leaseClient = (ns, name) =>
  pidsIn(ns).find(pid => nameOf(pid) === 'udhcpc' && argvOf(pid).includes(name));

/** Resident memory of all of them, MB. */
export const memoryOf = ns =>
  pidsIn(ns)
    .map(pid => Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024)
    .reduce((sum, one) => sum + one, 0);

/** Open file descriptors of a process. */
export function filesOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}
