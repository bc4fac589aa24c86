/** What a run found, as JSON, as a page, and beside other runs. */
export { type Comparison, compare } from './compare/compare.ts';
export { renderComparison } from './compare/page.ts';
export { type Exported, exportComparison, exportReport } from './export/files.ts';
export { showMs } from './format.ts';
export { type PlainResult, plainResult } from './plain.ts';
export { renderReport } from './render.ts';
export { type LabReport, shortName } from './report.ts';
export { reportJsonSchema, reportSchema } from './schema.ts';
