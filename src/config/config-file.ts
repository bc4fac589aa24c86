import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { FileFault } from '../files/index.ts';

/** An intent of this name in a folder is its configuration. */
export const intentFile = 'gateway.yaml';

/**
 * `-` is standard input. A folder stands for its `gateway.yaml`, or its `.rsc` named like the folder, else for all that are in
 * it, in the order of their names. Throws an Error where there is none, or what the file system says of a path that is not there.
 */
export function configFiles(path: string): string[] {
  if (path === '-' || !statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).sort();
  const texts = names.filter(name => name.endsWith('.rsc'));
  if (names.includes(intentFile)) {
    if (texts.length > 0)
      throw new FileFault({
        en: `it holds ${intentFile} and ${texts[0]}: name one, or both`,
        id: `isinya ${intentFile} dan ${texts[0]}: sebutkan satu, atau keduanya`,
      });
    return [join(path, intentFile)];
  }
  const named = texts.find(name => name === `${basename(resolve(path))}.rsc`);
  if (texts.length === 0)
    throw new FileFault({
      en: `it holds no .rsc file and no ${intentFile}: name one`,
      id: `tidak ada file .rsc maupun ${intentFile} di situ: sebutkan satu`,
    });
  return (named === undefined ? texts : [named]).map(name => join(path, name));
}

/** Who is told of what happens, in a folder with a configuration. */
export const notifyFile = 'notify.yaml';

/** That file, where a configuration is one folder that has it. */
export function notifyFileIn(path: string | readonly string[]): string | undefined {
  const [folder, ...more] = typeof path === 'string' ? [path] : path;
  if (folder === undefined || folder === '-' || more.length > 0 || !isFolder(folder)) return undefined;
  const file = join(folder, notifyFile);
  return existsSync(file) ? file : undefined;
}

/** Not one that we may not look at: a service is given texts by name that lie where it cannot go. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
