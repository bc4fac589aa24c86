import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type Bench,
  compare,
  experiments,
  type LabReport,
  readBench,
  renderComparison,
  renderReport,
  shortName,
} from '../../lab/index.ts';
import { packagePath } from '../../sys/index.ts';
import { exitCode } from '../exit-code.ts';
import { messages } from '../messages.ts';
import { coloursFor } from '../output/colour.ts';
import { printComparison } from './comparison.ts';
import { defaultLanes } from './lanes.ts';
import { loadBench } from './load-bench.ts';
import { runAll } from './run-all.ts';
import { printSummary } from './summary.ts';
import { prepareReport, printJson, writeReport } from './write-reports.ts';

/** The paper's gateway as it was printed, and repaired. */
const examples = ['examples/paper', 'examples/paper-fixed'] as const;

/** An example of the checkout we are in, else the one that came with the package. */
const exampleAt = (path: string): string => (existsSync(path) ? path : packagePath(path));

/** The examples' own flaws are the subject of the run, so only what prevents it is shown. */
function benchOf(path: string): Bench | undefined {
  return readBench(path).bench ?? loadBench(path);
}

/** Writes one report as JSON and HTML, and all of them side by side; gives the path of the page to open. */
function write(folder: string, reports: readonly LabReport[]): string {
  for (const report of reports) {
    writeReport(join(folder, `${shortName(report)}.json`), printJson(report));
    writeReport(join(folder, `${shortName(report)}.html`), renderReport(report));
  }
  const index = join(folder, 'index.html');
  const linked = reports.map(report => ({ report, href: `${shortName(report)}.html` }));
  writeReport(index, renderComparison(linked));
  return index;
}

/** Runs every experiment on both examples, writes the reports and prints them side by side; returns the exit code. */
export async function startAll(flags: { readonly report: string; readonly lanes?: number }): Promise<number> {
  const benches = examples.map(exampleAt).flatMap(path => benchOf(path) ?? []);
  if (benches.length < examples.length) return exitCode.refused;
  prepareReport(join(flags.report, 'index.html'));
  process.stderr.write(messages.start.begin);
  const reports = await runAll(benches, experiments, flags.lanes ?? defaultLanes());
  if (typeof reports === 'number') return reports;
  const colours = coloursFor(process.stdout);
  const columns = process.stdout.columns ?? 100;
  for (const report of reports) process.stdout.write(`\n${printSummary(report, colours, columns)}`);
  process.stdout.write(`\n${printComparison(compare(reports), colours, columns)}`);
  const index = write(flags.report, reports);
  process.stdout.write(messages.start.written(index, pathToFileURL(index).href));
  return reports.every(({ verdict }) => verdict === 'pass') ? exitCode.ok : exitCode.refused;
}
