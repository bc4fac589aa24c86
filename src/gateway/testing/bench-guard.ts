import { spawn } from 'node:child_process';

/** Ends what a bench has started, also where the tests are killed. */
export interface BenchGuard {
  /** The bench has gone in order: nothing is left to do. */
  dismiss(): void;
}

/**
 * A shell that waits for the end of this process, by a pipe that only this process holds, and then kills whatever runs in the
 * namespaces, forgets them and deletes the folder. What `ip netns` does not know any more it leaves alone.
 */
const script = `
folder=$1
shift
read -r _
for name do
  ip netns pids "$name" 2>/dev/null | xargs -r kill -9 2>/dev/null
  ip netns delete "$name" 2>/dev/null
done
rm -rf -- "$folder"
`;

export function guardBench(namespaces: readonly string[], folder: string): BenchGuard {
  const shell = spawn('sh', ['-c', script, 'sh', folder, ...namespaces], {
    // In a group of its own: who ends that of the tests does not end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  return { dismiss: () => void shell.kill('SIGKILL') };
}
