import type { Diagnostic } from '../../text/index.ts';
import type { LintedFile, Report } from './report.ts';

/** For a comment or a ticket. */
export const asMarkdown = ({ files }: Report): string => files.map(fileText).join('\n');

function fileText({ file, verdict, diagnostics }: LintedFile): string {
  const head = `## ${escaped(file)}\n\n**${escaped(verdict)}**\n`;
  return `${head}\n${diagnostics.map(findingText).join('')}`;
}

function findingText({ id, severity, what, why, do: todo, span, counterExample, fix }: Diagnostic): string {
  const lines = [
    `- **${severity}** line ${span.start.line} \`${id}\`: ${escaped(what)}`,
    ...(why === undefined ? [] : [escaped(why)]),
    ...(counterExample === undefined ? [] : [escaped(counterExample)]),
    ...(todo === undefined ? [] : [escaped(todo)]),
  ];
  const commands = fix?.commands ?? [];
  const code =
    commands.length === 0 ? '' : `\n  \`\`\`\n${commands.map(line => `  ${line}\n`).join('')}  \`\`\`\n`;
  return `${lines.join('  \n  ')}\n${code}`;
}

/** What a text says is no markup. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|]/g, '\\$&');
