import type { Diagnostic } from '../../text/index.ts';
import type { LintedFile, Report } from './report.ts';

/** JUnit's XML, which most build servers show: a suite for each file, a failed case for each error and warning. */
export function asJunit({ files }: Report): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="jalur lint">\n${files.map(suite).join('')}</testsuites>\n`;
}

function suite({ file, verdict, diagnostics }: LintedFile): string {
  const failures = diagnostics.filter(({ severity }) => severity !== 'info');
  const cases = failures.length === 0 ? [passed(verdict)] : failures.map(failed);
  return `  <testsuite name="${escaped(file)}" tests="${cases.length}" failures="${failures.length}">\n${cases.join('')}  </testsuite>\n`;
}

const passed = (verdict: string): string => `    <testcase name="${escaped(verdict)}" classname="jalur"/>\n`;

function failed({ id, severity, what, why, do: todo, span }: Diagnostic): string {
  const text = [`${span.file}:${span.start.line}:${span.start.column}`, what, why, todo]
    .filter(part => part !== undefined)
    .join('\n');
  return `    <testcase name="${escaped(`${id} line ${span.start.line}`)}" classname="${escaped(id)}">\n      <failure type="${severity}" message="${escaped(what)}">${escaped(text)}</failure>\n    </testcase>\n`;
}

/** XML 1.0 has no control characters, not even escaped. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
