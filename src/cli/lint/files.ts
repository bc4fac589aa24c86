import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { intentFile } from '../../config/index.ts';
import { textFiles } from '../rsc-file.ts';

/** The `.rsc` files and intents (`gateway.yaml`) of a folder and of those in it, in the order of names; without any, other texts in it. */
export function lintedFiles(path: string): string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  const found = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter(
    name => isConfiguration(name) && !/(?:^|[\\/])(?:node_modules|\.git)[\\/]/.test(name),
  );
  return found.length === 0 ? textFiles(path) : found.sort().map(name => join(path, name));
}

const isConfiguration = (name: string): boolean => name.endsWith('.rsc') || basename(name) === intentFile;
