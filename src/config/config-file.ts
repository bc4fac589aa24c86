import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/**
 * `-` is standard input. A folder stands for the one configuration in it: its `.rsc` named like the folder, or its only one. Throws an Error
 * that says how many there are, or what the file system says of a path that is not there.
 */
export function configFile(path: string): string {
  if (path === '-' || !statSync(path).isDirectory()) return path;
  const texts = readdirSync(path).filter(name => name.endsWith('.rsc'));
  const named = texts.find(name => name === `${basename(resolve(path))}.rsc`);
  const [only, ...others] = texts;
  const found = named ?? (others.length === 0 ? only : undefined);
  if (found === undefined) throw new Error(`it holds ${texts.length} .rsc files: name one of them`);
  return join(path, found);
}
