import type { Figure, Table } from '../../experiments/result.ts';
import { environmentTables } from '../environment-section.ts';
import { type NumberedFigure, type NumberedTable, Numbering } from '../numbered.ts';
import type { LabReport } from '../report.ts';
import type { ComparisonWords } from '../say/comparison.ts';
import type { SettingWords } from '../say/setting.ts';
import type { Comparison } from './compare.ts';
import { utilisationTable } from './costs.ts';

/** A section of the comparison's page. */
export interface ComparisonSection {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly NumberedFigure[];
  readonly tables: readonly NumberedTable[];
}

type Content = readonly [id: string, title: string, figures: readonly Figure[], tables: readonly Table[]];

function contents(found: Comparison, say: ComparisonWords): readonly Content[] {
  const { utilisation } = found;
  return [
    ['verdicts', say.overview, [], [found.verdicts]],
    ['shares', say.traffic, found.shareFigures, [found.shares]],
    ...found.idle.map((table, index): Content => [`idle-${index + 1}`, table.title, [], [table]]),
    ['failover', say.whenFails, [], [found.failover]],
    [
      'speed',
      say.speed,
      utilisation ? [utilisation] : [],
      [...(utilisation ? [utilisationTable(utilisation)] : []), found.speed],
    ],
  ];
}

/** Sections with numbered figures and tables, in the order of the page. */
export interface ComparisonContents {
  readonly sections: readonly ComparisonSection[];
  readonly environment: readonly NumberedTable[];
}

export function comparisonContents(
  found: Comparison,
  first: LabReport | undefined,
  say: ComparisonWords,
  setting: SettingWords,
): ComparisonContents {
  const numbering = new Numbering();
  return {
    sections: contents(found, say).map(([id, title, figures, tables]) => ({
      id,
      title,
      figures: figures.map(figure => numbering.figure(figure)),
      tables: tables.map(table => numbering.table(table)),
    })),
    environment: first
      ? environmentTables(first.environment, setting).map(table => numbering.table(table))
      : [],
  };
}
