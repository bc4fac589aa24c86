import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { intentFile } from '../../config/index.ts';
import type { Diagnostic } from '../../text/index.ts';

/** The files that a path names. */
export interface BenchFiles {
  readonly folder: string;
  /** Named by the user, or the only one; undefined where the topology says which. */
  readonly config?: string | undefined;
  /** Undefined where there is none beside the configuration. */
  readonly topology?: string | undefined;
}

/** A finding about a whole file. */
export function aboutFile(file: string, finding: Omit<Diagnostic, 'severity' | 'span'>): Diagnostic {
  const start = { offset: 0, line: 1, column: 1 };
  return { severity: 'error', ...finding, span: { file, start, end: start } };
}

/** The finding about a file that is not there. */
export const missingFile = (file: string, next: string): Diagnostic =>
  aboutFile(file, { id: 'lab/no-file', what: `There is no ${file}.`, do: next });

/** An empty file states nothing: a shell makes it for `jalur lab topology FILE > topology.yaml` before that reads. */
const isStated = (file: string): boolean => existsSync(file) && statSync(file).size > 0;

function inFolder(folder: string): BenchFiles | Diagnostic {
  const topology = join(folder, 'topology.yaml');
  if (isStated(topology)) return { folder, topology };
  const configs = readdirSync(folder).filter(name => extname(name) === '.rsc' || name === intentFile);
  const [first] = configs;
  if (!first) return missingFile(join(folder, 'topology.yaml'), 'Name a folder with a configuration in it.');
  if (configs.length === 1) return { folder, config: join(folder, first) };
  return aboutFile(folder, {
    id: 'lab/many-files',
    what: `${folder} holds ${configs.length} configurations and no topology.yaml that chooses one.`,
    do: `Name one: jalur lab run ${join(folder, first)}`,
  });
}

/** By a key that only an intent has: a topology is YAML as well. */
const isIntentFile = (path: string): boolean => /^wans:/m.test(readFileSync(path, 'utf8'));

/** Which files `DIR`, `FILE.rsc` or a topology file stand for; what is wrong where they stand for none. */
export function findBench(path: string): BenchFiles | Diagnostic {
  if (!existsSync(path))
    return missingFile(path, 'Name a folder with a configuration in it, or a .rsc file.');
  if (statSync(path).isDirectory()) return inFolder(path);
  const folder = dirname(path);
  if (extname(path) === '.yaml' && !isIntentFile(path)) return { folder, topology: path };
  const beside = join(folder, 'topology.yaml');
  return isStated(beside) ? { folder, config: path, topology: beside } : { folder, config: path };
}
