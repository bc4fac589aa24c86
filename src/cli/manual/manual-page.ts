import type { Command } from 'commander';

/** Text as man(7) takes it: a backslash, a dash, and a dot or quote that begins a line are not what they seem. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');

const paragraph = (text: string): string => escaped(text).replaceAll('\n', '\n.br\n');

/** What `addHelpText('after', …)` gave a command; commander only writes it out. */
function examplesOf(command: Command): string {
  let text = '';
  const { writeOut } = command.configureOutput();
  command.configureOutput({ writeOut: part => (text += part) });
  command.outputHelp();
  command.configureOutput(writeOut ? { writeOut } : {});
  return /\nExamples:\n([\s\S]*)$/.exec(text)?.[1]?.replace(/^ {2}/gm, '').trimEnd() ?? '';
}

const literal = (text: string): readonly string[] =>
  text === '' ? [] : ['.PP', 'Examples:', '.PP', '.nf', '.RS', escaped(text), '.RE', '.fi'];

function optionLines(command: Command): readonly string[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long !== '--help')
    .flatMap(option => [
      '.TP',
      `.B ${escaped(option.flags)}`,
      escaped(command.createHelp().optionDescription(option)),
    ]);
}

function nameWithin(command: Command): string {
  const above = command.parent;
  return above?.parent ? `${nameWithin(above)} ${command.name()}` : command.name();
}

function section(command: Command): readonly string[] {
  const below = command.commands.filter(child => child.name() !== 'help');
  const usage = command.createHelp().commandUsage(command);
  const own = [
    `.SS ${escaped(nameWithin(command))}`,
    `.B ${escaped(usage)}`,
    '.PP',
    paragraph(command.description()),
  ];
  return [...own, ...optionLines(command), ...literal(examplesOf(command)), ...below.flatMap(section)];
}

const end = `.SH EXIT STATUS
.TP
.B 0
Fine.
.TP
.B 1
The answer is that something is wrong: a safety rule is violated, a lab run does not show what it should, the target version
cannot express something, a file is not formatted.
.TP
.B 2
No answer: the text is missing or not readable, an option is wrong, this machine lacks something, or the answer depends on
what is open.
.TP
.B 70
A bug in jalur.
.TP
.B 130
Interrupted.
.TP
.B 141
Nobody reads the output any more.
.SH ENVIRONMENT
.TP
.B NO_COLOR
No colours, also on a terminal.
.TP
.B COLUMNS
The width of sentences, tables and help.
`;

/** The manual page of a program, all commands on it, as man(7) source. */
export function manualPage(program: Command, version: string): string {
  const lines = [
    `.TH JALUR 1 "" "jalur ${escaped(version)}"`,
    '.SH NAME',
    `jalur \\- ${escaped(program.description())}`,
    '.SH SYNOPSIS',
    '.B jalur',
    '.I command',
    '[options] [arguments]',
    '.SH OPTIONS',
    ...optionLines(program),
    '.SH COMMANDS',
    ...program.commands.filter(child => child.name() !== 'help').flatMap(section),
  ];
  return `${lines.join('\n')}\n${end}`;
}
