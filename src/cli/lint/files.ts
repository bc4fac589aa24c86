import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { textFiles } from '../rsc-file.ts';

/** The `.rsc` files of a folder and of those in it, in the order of names; without any, other texts in it. */
export function lintedFiles(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.rsc') && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name),
  );
  return found.length === 0 ? textFiles(path) : found.sort().map(name => join(path, name));
}
