import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// This file is src/sys/entry-point.ts or dist/sys/entry-point.js; the package root is two folders up either way.
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Path of the built JavaScript of a module that a new process or worker shall start with:
 * `entryPoint(import.meta.url, './relay-worker.ts')`. From src/x.ts and from dist/x.js alike it is dist/….js,
 * because Node cannot start TypeScript by itself.
 */
export function entryPoint(from: string, specifier: string): string {
  const source = fileURLToPath(new URL(specifier, from));
  const inside = relative(root, source).replace(/^src\//, 'dist/');
  return join(root, inside.replace(/\.ts$/, '.js'));
}

/** Path of a file shipped with the package, e.g. `packagePath('assets/udhcpc.sh')`. */
export function packagePath(inside: string): string {
  return join(root, inside);
}
