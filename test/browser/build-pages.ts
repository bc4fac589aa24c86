import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The pages that the browser opens are those of this source. */
export default function setup(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  // As they are delivered: Vitest says that this is a test, and React would be the one for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    ...{ cwd: root, env },
    stdio: 'inherit',
    // That of a test would bring React's checks, which no user loads.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
