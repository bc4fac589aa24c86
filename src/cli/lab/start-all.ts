import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packagePath } from '../../files/index.ts';
import {
  type Bench,
  compare,
  exportComparison,
  exportReport,
  type LabReport,
  paperExperiments,
  readBench,
  renderComparison,
  renderReport,
  shortName,
} from '../../lab/index.ts';
import type { Language } from '../../text/index.ts';
import { exitCode } from '../exit-code.ts';
import { coloursFor } from '../output/colour.ts';
import { jsonText } from '../output/json.ts';
import { terminalWidth } from '../output/terminal-width.ts';
import { printComparison } from './comparison.ts';
import { experimentsMeant } from './experiments-meant.ts';
import { prepareExports, writeExports } from './export-files.ts';
import { keepLab } from './keep-lab.ts';
import { loadBench } from './load-bench.ts';
import { type RunOptions, runAll } from './run-all.ts';
import type { ExportFlags } from './run-options.ts';
import { labWords } from './say.ts';
import { isFree, servePages } from './serve-pages.ts';
import { printSummary } from './summary.ts';
import { prepareReport, writeReport } from './write-reports.ts';

/** The paper's gateway as it was printed, and repaired. */
const examples = ['examples/paper', 'examples/paper-fixed'] as const;

/** An example of the checkout we are in, else the one that came with the package. */
const exampleAt = (path: string): string => (existsSync(path) ? path : packagePath(path));

/** The examples' own flaws are the subject of the run, so only what prevents it is shown. */
function benchOf(path: string): Bench | undefined {
  return readBench(path).bench ?? loadBench(path);
}

/** Writes one report as JSON and HTML, and all of them side by side; gives the path of the page to open. */
function write(folder: string, reports: readonly LabReport[], language: Language): string {
  for (const report of reports) {
    writeReport(join(folder, `${shortName(report)}.json`), jsonText(report));
    writeReport(join(folder, `${shortName(report)}.html`), renderReport(report));
  }
  const index = join(folder, 'index.html');
  const linked = reports.map(report => ({ report, href: `${shortName(report)}.html` }));
  writeReport(index, renderComparison(linked, language));
  return index;
}

/** Each report below a folder of its name, the comparison beside them; gives the folders that were wanted. */
function exportAll(reports: readonly LabReport[], flags: StartFlags): readonly string[] {
  for (const report of reports) writeExports(exportReport(report), flags, shortName(report));
  writeExports(exportComparison(reports, flags.lang), flags, 'comparison');
  return [flags.csv, flags.svg, flags.png].filter(folder => folder !== undefined);
}

/** The same gateway at jalur's pace, in the experiments in which that shows. */
const atOwnPace = (bench: Bench): Bench => ({ ...bench, pace: 'jalur', only: ['ping', 'failover'] });

/** What `jalur start` was given. */
export interface StartFlags extends RunOptions, ExportFlags {
  readonly report: string;
  readonly experiment?: readonly string[];
  readonly open?: boolean;
  readonly port?: number;
}

/** As this run was started, through npm or not. */
const openCommand = (): string =>
  process.env['npm_lifecycle_event'] === 'start' ? 'npm start -- --open' : 'jalur start --open';

/** Keeps a bench with its pages until Ctrl-C; its clients use the Internet meanwhile. */
const keepOpen = (bench: Bench, { lang, port }: StartFlags): Promise<number> =>
  keepLab(bench, { language: lang, traffic: true, beside: lab => servePages(lab, { port, lang }) });

/** Runs every experiment on both examples, writes the reports and prints them side by side; returns the exit code. */
export async function startAll(flags: StartFlags): Promise<number> {
  const { report: folder, lang, port } = flags;
  const say = labWords[lang];
  const wanted = experimentsMeant(flags.experiment, paperExperiments);
  if (!wanted) return exitCode.noAnswer;
  if (flags.open && port !== undefined && !(await isFree(port))) {
    process.stderr.write(`jalur: ${say.portTaken(port)}\n`);
    return exitCode.noAnswer;
  }
  const read = examples.map(exampleAt).flatMap(path => benchOf(path) ?? []);
  if (read.length < examples.length) return exitCode.noAnswer;
  const benches = [...read, ...read.slice(-1).map(atOwnPace)];
  prepareReport(join(folder, 'index.html'));
  prepareExports(flags);
  process.stderr.write(say.begin);
  const reports = await runAll(benches, wanted, flags);
  if (typeof reports === 'number') return reports;
  const colours = coloursFor(process.stdout);
  const columns = terminalWidth(process.stdout, 100);
  for (const report of reports) process.stdout.write(`\n${printSummary(report, colours, columns)}`);
  process.stdout.write(`\n${printComparison(compare(reports, lang), colours, columns)}`);
  const index = write(folder, reports, lang);
  if (flags.png !== undefined) process.stderr.write(say.drawing);
  const written = exportAll(reports, flags);
  if (written.length > 0) process.stdout.write(say.written(written));
  process.stdout.write(say.report(index, pathToFileURL(index).href));
  const shown = benches.at(-1);
  if (flags.open && shown) await keepOpen(shown, flags);
  else if (process.stdout.isTTY) process.stdout.write(say.offer(openCommand()));
  return reports.some(({ verdict }) => verdict === 'fail') ? exitCode.bad : exitCode.ok;
}
