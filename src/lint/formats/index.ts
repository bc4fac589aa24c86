import { asGithub } from './github.ts';
import { asHtml } from './html.ts';
import { asJson } from './json.ts';
import { asJunit } from './junit.ts';
import { asMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import { asSarif } from './sarif.ts';

export { findingJson } from './json.ts';
export type { LintedFile, Report } from './report.ts';

/** A report as text, or as data that is to be written as JSON. */
type Format = (report: Report) => string | object;

/** Formats for other programs, by the word of `--format`. */
export const formats = {
  json: asJson,
  sarif: asSarif,
  github: asGithub,
  md: asMarkdown,
  html: asHtml,
  junit: asJunit,
} satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
