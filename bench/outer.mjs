// A program that makes namespaces and starts services runs below a network, mount and process namespace of its own: however it
// ends, the kernel takes along what it made.
import { mountTmpfs, reapOrphans, spawnIn } from '../dist/sys/index.js';

const mark = 'JALUR_BENCH_OUTER';
const own = ['--net', '--mount', '--pid', '--fork', '--mount-proc', '--kill-child'];
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Starts this program once more inside, and ends with its exit code; returns there. As root. */
export async function belowOuter() {
  if (process.env[mark] !== undefined && process.pid === 1) return begin();
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const argv = ['setsid', 'unshare', ...own, '--', ...again];
  const child = spawnIn(undefined, argv, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { [mark]: 'inside' },
  });
  for (const signal of signals) process.once(signal, () => child.kill('SIGKILL'));
  process.exit(await new Promise(resolve => child.once('exit', code => resolve(code ?? 130))));
}

/** The first process of a process namespace has no parent there. */
function begin() {
  mountTmpfs('/run');
  reapOrphans();
}
