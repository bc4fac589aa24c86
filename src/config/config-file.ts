import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/**
 * `-` is standard input. A folder stands for its `.rsc` named like the folder, else for all that are in it, in the order
 * of their names. Throws an Error where there is none, or what the file system says of a path that is not there.
 */
export function configFiles(path: string): string[] {
  if (path === '-' || !statSync(path).isDirectory()) return [path];
  const texts = readdirSync(path)
    .filter(name => name.endsWith('.rsc'))
    .sort();
  const named = texts.find(name => name === `${basename(resolve(path))}.rsc`);
  if (texts.length === 0) throw new Error('it holds no .rsc file: name one');
  return (named === undefined ? texts : [named]).map(name => join(path, name));
}
