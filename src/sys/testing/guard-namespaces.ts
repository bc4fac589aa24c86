import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const folder = '/run/netns';

/**
 * A shell that waits for the end of this process, by a pipe that only this process holds. Then it kills what runs in namespaces that carry
 * the number of this process in their names, as all of the tests do, and forgets them. Those that were there before are somebody else's.
 */
const script = `
pid=$1
shift
read -r _
for path in ${folder}/*; do
  name=\${path##*/}
  for other do [ "$name" = "$other" ] && continue 2; done
  printf '%s\\n' "$name" | grep -Eq "(^|[^0-9])$pid([^0-9]|$)" || continue
  ip netns pids "$name" 2>/dev/null | xargs -r kill -9 2>/dev/null
  ip netns delete "$name" 2>/dev/null
done
`;

/** Whatever ends this process, no namespace of it is left. */
export function guardNamespaces(): void {
  const before = existsSync(folder) ? readdirSync(folder) : [];
  const shell = spawn('sh', ['-c', script, 'sh', `${process.pid}`, ...before], {
    // In a group of its own: who ends that of the tests does not end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.once('error', () => {}); // where there is no shell there is no `ip` either
  shell.unref();
}
