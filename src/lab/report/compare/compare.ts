import type { Language } from '../../../text/index.ts';
import { type Bars, type Table, verdictSign } from '../../experiments/result.ts';
import { type LabReport, shortName } from '../report.ts';
import { type ComparisonWords, comparisonWords } from '../say/comparison.ts';
import { failoverTable, speedTable, utilisationFigure } from './costs.ts';
import { idleIsps, idleTable, percent, shareFigure, sharesOf, shareTable } from './shares.ts';

/** Several reports side by side, as sentences, tables and figures: the faces only draw them. */
export interface Comparison {
  /** One sentence: what the difference is. */
  readonly headline: string;
  readonly verdicts: Table;
  readonly shares: Table;
  /** One for each report that measured the balance. */
  readonly shareFigures: readonly Bars[];
  /** For each report that leaves an ISP idle: which default routes are inactive, and why. */
  readonly idle: readonly Table[];
  readonly failover: Table;
  readonly speed: Table;
  readonly utilisation?: Bars | undefined;
}

function clause(report: LabReport, say: ComparisonWords): string {
  const shares = sharesOf(report);
  const idle = idleIsps(report);
  if (shares.length === 0) return say.notMeasured(shortName(report));
  if (idle.length > 0) return say.leavesIdle(shortName(report), idle);
  return say.spreads(shortName(report), shares.map(share => percent(share.connectionShare)).join(' : '));
}

function findingOf(report: LabReport, name: string): string {
  const found = report.experiments.find(experiment => experiment.name === name);
  return found ? `${verdictSign[found.verdict]} ${found.finding}` : '–';
}

function verdicts(reports: readonly LabReport[], say: ComparisonWords): Table {
  const names = [...new Set(reports.flatMap(({ experiments }) => experiments.map(({ name }) => name)))];
  return {
    title: say.findings,
    columns: [say.experiment, ...reports.map(shortName)],
    rows: names.map(name => [name, ...reports.map(report => findingOf(report, name))]),
    note: say.findingsNote,
  };
}

/** Puts reports beside each other; columns are in the order of the reports. */
export function compare(reports: readonly LabReport[], language: Language): Comparison {
  const say = comparisonWords[language];
  // What differs is how packets are spread; the pace changes nothing of that.
  const spread = reports.filter(({ pace }) => pace === 'routeros');
  const clauses = spread.map(report => clause(report, say)).join('; ');
  const idle = reports.filter(report => idleIsps(report).length > 0);
  return {
    headline: `${clauses.charAt(0).toUpperCase()}${clauses.slice(1)}.`,
    verdicts: verdicts(reports, say),
    shares: shareTable(reports, say),
    shareFigures: reports
      .filter(report => sharesOf(report).length > 0)
      .map(report => shareFigure(report, say)),
    idle: idle.map(report => idleTable(report, say)),
    failover: failoverTable(reports, say),
    speed: speedTable(reports, say),
    utilisation: utilisationFigure(reports, say),
  };
}
