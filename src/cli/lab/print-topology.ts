import { printTopology } from '../../lab/index.ts';
import { exitCode } from '../exit-code.ts';
import { loadBench } from './load-bench.ts';

/** `jalur lab topology`: the whole topology of a bench, stated, known and usual, as YAML to edit. */
export function printBench(path: string): number {
  const bench = loadBench(path);
  if (!bench) return exitCode.noAnswer;
  process.stdout.write(printTopology(bench.topology));
  return exitCode.ok;
}
