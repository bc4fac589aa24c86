import { type ExperimentResult, type LabReport, showMs, verdictSign } from '../../lab/index.ts';
import type { Colours } from '../output/colour.ts';
import { printTable } from '../output/table.ts';
import { wrap } from '../output/wrap.ts';
import { paintOf } from './paint.ts';
import { type LabWords, labWords } from './say.ts';

interface Look {
  readonly colours: Colours;
  readonly width: number;
  readonly say: LabWords;
}

function row(
  { name, verdict, durationMs, finding }: ExperimentResult,
  { colours, width, say }: Look,
): string[][] {
  const sign = paintOf(verdict, colours)(`${verdictSign[verdict]} ${say.verdict[verdict]}`);
  const [first = '', ...rest] = wrap(finding, width);
  return [[sign, name, showMs(durationMs), first], ...rest.map(line => ['', '', '', line])];
}

function failures({ name, checks }: ExperimentResult, say: LabWords): readonly string[] {
  return checks
    .filter(({ holds }) => !holds)
    .map(({ what, expected, measured }) => `  ${name}: ${say.check(what, measured, expected)}`);
}

function listed(title: string, all: readonly { readonly text: string }[], width: number): readonly string[] {
  const lines = all.flatMap(({ text }) => wrap(text, Math.max(30, width - 4)).map(line => `  ${line}`));
  return lines.length > 0 ? [title, ...lines] : [];
}

/** The end of a run for a terminal: what happened, verdict by verdict, and the checks that failed. */
export function printSummary(report: LabReport, colours: Colours, columns: number): string {
  const paint = paintOf(report.verdict, colours);
  const say = labWords[report.language];
  const look = { colours, width: Math.max(30, columns - 32), say };
  const table = printTable(
    say.columns.map((title, index) => (index === 2 ? { title, align: 'right' } : { title })),
    report.experiments.flatMap(result => row(result, look)),
  );
  const failed = report.experiments.flatMap(result => failures(result, say));
  const why = failed.length > 0 ? `\n${say.failedChecks}\n${failed.join('\n')}\n` : '';
  const remarks = [
    ...listed(say.standIns, report.standIns, columns),
    ...listed(say.notRun, report.notRun, columns),
  ];
  const below = remarks.length > 0 ? `\n${remarks.join('\n')}\n` : '';
  return `${paint(colours.bold(report.headline))}\n\n${table}${why}${below}`;
}
