import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the package: the nearest one upwards with a package.json, from src/, dist/ and dist/bundle/ alike. */
function findRoot(folder: string): string {
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, 'package.json')) ? folder : findRoot(parent);
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/**
 * Path of the built JavaScript that a new process or worker shall start with, by the place of its source below src:
 * `entryPoint('lab/cable/worker.ts')`. Node cannot start TypeScript by itself. What tools/bundle.mjs joins starts
 * faster, so that comes first.
 */
export function entryPoint(source: string): string {
  const name = source.replace(/\.ts$/, '');
  const joined = join(root, 'dist', 'bundle', `${name}.cjs`);
  return existsSync(joined) ? joined : join(root, 'dist', `${name}.js`);
}

/** Of package.json: `0.1.0`. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(packagePath('package.json'), 'utf8')) as { version: string };
  return version;
}

/** Path of a file shipped with the package, e.g. `packagePath('assets/udhcpc.sh')`. */
export function packagePath(inside: string): string {
  return join(root, inside);
}
