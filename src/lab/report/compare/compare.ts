import type { Figure, Table } from '../../experiments/result.ts';
import { type LabReport, shortName } from '../report.ts';
import { failoverTable, speedTable, utilisationFigure } from './costs.ts';
import { idleIsps, idleTable, percent, shareFigure, sharesOf, shareTable } from './shares.ts';

/** Several reports side by side, as sentences, tables and figures: the faces only draw them. */
export interface Comparison {
  /** One sentence: what the difference is. */
  readonly headline: string;
  readonly verdicts: Table;
  readonly shares: Table;
  /** One for each report that measured the balance. */
  readonly shareFigures: readonly Figure[];
  /** For each report that leaves an ISP idle: which default routes are not active, and why. */
  readonly idle: readonly Table[];
  readonly failover: Table;
  readonly speed: Table;
  readonly utilisation?: Figure | undefined;
}

function clause(report: LabReport): string {
  const shares = sharesOf(report);
  const idle = idleIsps(report);
  if (shares.length === 0) return `${shortName(report)} was not measured for balance`;
  if (idle.length > 0) return `${shortName(report)} leaves ${idle.join(' and ')} idle`;
  const split = shares.map(share => percent(share.connectionShare)).join(' : ');
  return `${shortName(report)} spreads connections ${split}`;
}

function findingOf(report: LabReport, name: string): string {
  const found = report.experiments.find(experiment => experiment.name === name);
  return found ? `${found.verdict === 'pass' ? '✓' : '✗'} ${found.finding}` : '–';
}

function verdicts(reports: readonly LabReport[]): Table {
  const names = [...new Set(reports.flatMap(({ experiments }) => experiments.map(({ name }) => name)))];
  return {
    title: 'What was found',
    columns: ['experiment', ...reports.map(shortName)],
    rows: names.map(name => [name, ...reports.map(report => findingOf(report, name))]),
    note: '✓: as expected of that configuration, which for the paper is that it does not balance.',
  };
}

/** Puts reports beside each other; columns are in the order of the reports. */
export function compare(reports: readonly LabReport[]): Comparison {
  const clauses = reports.map(clause).join('; ');
  return {
    headline: `${clauses.charAt(0).toUpperCase()}${clauses.slice(1)}.`,
    verdicts: verdicts(reports),
    shares: shareTable(reports),
    shareFigures: reports.filter(report => sharesOf(report).length > 0).map(shareFigure),
    idle: reports.filter(report => idleIsps(report).length > 0).map(idleTable),
    failover: failoverTable(reports),
    speed: speedTable(reports),
    utilisation: utilisationFigure(reports),
  };
}
