import type { Language } from '../../../text/index.ts';
import { compare } from '../compare/compare.ts';
import { comparisonContents } from '../compare/sections.ts';
import { contentsOf } from '../contents.ts';
import { isUsual, type NumberedFigure, type NumberedTable } from '../numbered.ts';
import type { LabReport } from '../report.ts';
import { comparisonWords } from '../say/comparison.ts';
import { pageWords } from '../say/page.ts';
import { settingWords } from '../say/setting.ts';
import { figureCsv, tableCsv } from './csv.ts';
import { type Drawing, figureSvg } from './svg.ts';

/** A file to write. */
export interface ExportedText {
  /** `table-08-effect-of-each-fault-times.csv`. */
  readonly name: string;
  readonly text: string;
}

export interface ExportedDrawing extends Drawing {
  /** Without its ending: `figure-04-throughput-isp1-unplug`. */
  readonly name: string;
  /** False for the runs that the page folds away. */
  readonly usual: boolean;
}

/** What a page shows, as files; their numbers are those of the page. */
export interface Exported {
  readonly tables: readonly ExportedText[];
  readonly drawings: readonly ExportedDrawing[];
}

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');

/** `figure-4-run-2` → `figure-04-title-run-2`: so that a list of files is in the order of the page. */
const fileName = (id: string, title: string): string =>
  id.replace(/^([a-z]+)-(\d+)(.*)$/, (_, kind: string, number: string, run: string) =>
    [kind, number.padStart(2, '0'), slug(title)].join('-').concat(run),
  );

interface Items {
  readonly figures: readonly NumberedFigure[];
  readonly tables: readonly NumberedTable[];
}

function exported({ figures, tables }: Items, language: Language): Exported {
  const say = pageWords[language];
  const drawn = figures.map(one => ({ one, name: fileName(one.id, one.figure.title) }));
  return {
    tables: [
      ...tables.map(({ id, table }) => ({
        name: `${fileName(id, table.title)}.csv`,
        text: tableCsv(table, say),
      })),
      ...drawn.map(({ one, name }) => ({ name: `${name}.csv`, text: figureCsv(one.figure, say) })),
    ],
    drawings: drawn.map(({ one, name }) => ({ name, usual: isUsual(one), ...figureSvg(one, say) })),
  };
}

/** The tables and figures of one report. */
export function exportReport(report: LabReport): Exported {
  const { chapters, bench, environment } = contentsOf(report);
  const figures = chapters.flatMap(chapter => chapter.figures);
  const tables = [...chapters.flatMap(chapter => chapter.tables), ...bench, ...environment];
  return exported({ figures, tables }, report.language);
}

/** Those of the comparison of several. */
export function exportComparison(reports: readonly LabReport[], language: Language): Exported {
  const [say, setting] = [comparisonWords[language], settingWords[language]];
  const { sections, environment } = comparisonContents(compare(reports, language), reports[0], say, setting);
  return exported(
    {
      figures: sections.flatMap(({ figures }) => figures),
      tables: [...sections.flatMap(({ tables }) => tables), ...environment],
    },
    language,
  );
}
