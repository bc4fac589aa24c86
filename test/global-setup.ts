import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Tests that start processes run the built program, so it is built first (incrementally, under a second).
 * Type errors are shown here and fail the type check of their own; they do not hide what the tests say.
 */
export default function setup(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const steps = [['node_modules/typescript/bin/tsc', '-b', 'src/tsconfig.node.json'], ['tools/bundle.mjs']];
  for (const step of steps) spawnSync(process.execPath, step, { cwd: root, stdio: 'inherit' });
}
