import { conflictOf, type Pace } from '../../gateway/index.ts';
import {
  type Bench,
  experiments,
  exportReport,
  type FaultKind,
  faultKinds,
  renderReport,
  usualPace,
} from '../../lab/index.ts';
import { exitCode } from '../exit-code.ts';
import type { SharingOption } from '../options/balance.ts';
import type { SkipOption } from '../options/skip-unsupported.ts';
import { coloursFor } from '../output/colour.ts';
import { jsonText } from '../output/json.ts';
import { terminalWidth } from '../output/terminal-width.ts';
import { experimentsMeant } from './experiments-meant.ts';
import { prepareExports, writeExports } from './export-files.ts';
import { keepLab } from './keep-lab.ts';
import { loadBench } from './load-bench.ts';
import { type RunOptions, runAll } from './run-all.ts';
import type { ExportFlags } from './run-options.ts';
import { labWords } from './say.ts';
import { printSummary } from './summary.ts';
import { prepareReport, writeReport } from './write-reports.ts';

/** What `jalur lab run` was given. */
export interface RunFlags extends RunOptions, ExportFlags, SkipOption, SharingOption {
  readonly experiment?: readonly string[];
  readonly faults?: readonly string[];
  readonly json?: string;
  readonly html?: string;
  readonly keep?: boolean;
  readonly pace?: Pace;
}

/** The wanted faults, none where none are named; a name that is none is said on stderr. */
function faultsMeant({ faults = [], lang }: RunFlags): readonly FaultKind[] | undefined {
  const known = faultKinds.filter(kind => faults.includes(kind));
  const unknown = faults.filter(name => !known.some(kind => kind === name));
  if (unknown.length === 0) return known;
  process.stderr.write(`jalur: ${labWords[lang].noFault(unknown.join(', '), faultKinds.join(', '))}\n`);
  return undefined;
}

const withFaults = (bench: Bench, faults: readonly FaultKind[]): Bench =>
  faults.length === 0 ? bench : { ...bench, topology: { ...bench.topology, faults } };

/** What is asked for goes before what a gateway.yaml says. */
function dividedBy(
  { balance, spill }: Bench,
  flags: RunFlags,
): Pick<Bench, 'balance' | 'spill'> & { readonly pace: Pace } {
  const asked = { balance: flags.balance ?? balance, spill: flags.spill ?? spill };
  return { ...asked, pace: flags.pace ?? usualPace(asked) };
}

/** Options that cannot be had together, or an experiment that these cannot show. */
function refusal(bench: Bench, { experiment = [], lang }: RunFlags): string | undefined {
  const conflict = conflictOf(bench);
  if (conflict) return `${conflict.what} ${conflict.do}`;
  const { balance = 'pcc' } = bench;
  const named = experiments.filter(({ name }) => experiment.includes(name));
  const vain = named.find(({ needs = balance }) => needs !== balance);
  return vain?.needs && labWords[lang].needsBalance(vain.name, vain.needs);
}

/** Runs the experiments on the bench at `path`, prints and writes what was found; returns the exit code. */
export async function runLab(path: string, flags: RunFlags): Promise<number> {
  const language = flags.lang;
  const wanted = experimentsMeant(flags.experiment, experiments);
  const faults = faultsMeant(flags);
  const read = wanted && faults && loadBench(path, flags);
  if (!read) return exitCode.noAnswer;
  const bench = { ...withFaults(read, faults), ...dividedBy(read, flags) };
  const refused = refusal(bench, flags);
  if (refused !== undefined) {
    process.stderr.write(`jalur: ${refused}\n`);
    return exitCode.noAnswer;
  }
  const files = [flags.json, flags.html].filter(file => file !== undefined);
  files.forEach(prepareReport);
  prepareExports(flags);
  const reports = await runAll([bench], wanted, flags);
  if (typeof reports === 'number') return reports;
  const [report] = reports;
  if (!report) return exitCode.noAnswer;
  if (flags.json !== undefined) writeReport(flags.json, jsonText(report));
  if (flags.html !== undefined) writeReport(flags.html, renderReport(report));
  process.stdout.write(
    `\n${printSummary(report, coloursFor(process.stdout), terminalWidth(process.stdout, 100))}`,
  );
  if (flags.png !== undefined) process.stderr.write(labWords[language].drawing);
  const written = [...files, ...writeExports(exportReport(report), flags)];
  if (written.length > 0) process.stdout.write(labWords[language].written(written));
  if (flags.keep) await keepLab(bench, { language });
  return report.verdict === 'fail' ? exitCode.bad : exitCode.ok;
}
