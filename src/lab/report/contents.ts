import type { ExperimentResult, Table } from '../experiments/result.ts';
import { benchTable } from './bench.ts';
import { environmentTables } from './environment-section.ts';
import { type NumberedFigure, type NumberedTable, Numbering } from './numbered.ts';
import type { LabReport } from './report.ts';
import { settingWords } from './say/setting.ts';

/** What one experiment shows, numbered. */
export interface Chapter {
  readonly result: ExperimentResult;
  readonly figures: readonly NumberedFigure[];
  readonly tables: readonly NumberedTable[];
}

/** Every figure and table of a report with its number, in the order of the page: the page and the exported files have the same. */
export interface Contents {
  readonly chapters: readonly Chapter[];
  readonly bench: readonly NumberedTable[];
  readonly environment: readonly NumberedTable[];
}

export function contentsOf(report: LabReport): Contents {
  const say = settingWords[report.language];
  const numbering = new Numbering();
  const numbered = (tables: readonly Table[]) => tables.map(table => numbering.table(table));
  return {
    chapters: report.experiments.map(result => ({
      result,
      figures: result.figures.map(figure => numbering.figure(figure)),
      tables: numbered(result.tables),
    })),
    bench: numbered([benchTable(report.topology, say)]),
    environment: numbered(environmentTables(report.environment, say)),
  };
}
