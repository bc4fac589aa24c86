import { type ExperimentResult, type LabReport, showMs } from '../../lab/index.ts';
import type { Colours } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { wrap } from '../output/wrap.ts';

function row(
  { name, verdict, durationMs, finding }: ExperimentResult,
  colours: Colours,
  width: number,
): string[][] {
  const sign = verdict === 'pass' ? colours.green('✓ pass') : colours.red('✗ fail');
  const [first = '', ...rest] = wrap(finding, width);
  return [[sign, name, showMs(durationMs), first], ...rest.map(line => ['', '', '', line])];
}

function failures({ name, checks }: ExperimentResult): readonly string[] {
  return checks
    .filter(({ holds }) => !holds)
    .map(({ what, expected, measured }) => `  ${name}: ${what}: expected ${expected}, measured ${measured}`);
}

/** The end of a run for a terminal: what happened, verdict by verdict, and what does not hold. */
export function printSummary(report: LabReport, colours: Colours, columns: number): string {
  const paint = report.verdict === 'pass' ? colours.green : colours.red;
  const width = Math.max(30, columns - 32);
  const table = printTable(
    [
      { title: 'verdict' },
      { title: 'experiment' },
      { title: 'measured', align: 'right' },
      { title: 'what was found' },
    ],
    report.experiments.flatMap(result => row(result, colours, width)),
  );
  const failed = report.experiments.flatMap(failures);
  const why = failed.length > 0 ? `\nWhat does not hold:\n${failed.join('\n')}\n` : '';
  return `${paint(colours.bold(report.headline))}\n\n${table}${why}`;
}
