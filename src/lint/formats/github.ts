import type { Diagnostic, Severity } from '../../text/index.ts';
import type { Report } from './report.ts';

/** Workflow commands by which GitHub Actions shows findings beside the changed lines. */
export const asGithub = ({ files }: Report): string =>
  files
    .flatMap(({ diagnostics }) => diagnostics)
    .map(commandOf)
    .join('');

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function commandOf({ id, severity, what, why, do: todo, span }: Diagnostic): string {
  const { start, end } = span;
  const columns = start.line === end.line ? `,col=${start.column},endColumn=${end.column}` : '';
  const place = `file=${property(span.file)},line=${start.line},endLine=${end.line}${columns}`;
  const text = [what, why, todo].filter(part => part !== undefined).join('\n');
  return `::${commands[severity]} ${place},title=${property(id)}::${data(text)}\n`;
}

/** Signs that end a command or a property are written as in URLs. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
