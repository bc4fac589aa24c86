import type { CommandWords, OptionWords } from './words.ts';

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const firstSentence = (text: string): string => text.split(/\.\s|\n/)[0] ?? '';

function optionLine(condition: string, { flags, description, takesValue, values }: OptionWords): string {
  const names = flags.map(flag => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = values.length > 0 ? ` -xa ${quoted(values.join(' '))}` : takesValue ? ' -r' : '';
  return `complete -c jalur -n ${quoted(condition)} ${names.join(' ')}${value} -d ${quoted(firstSentence(description))}`;
}

/** Is this the command that was typed? No name: none yet. */
function typed(path: readonly string[], below: readonly string[]): string {
  if (path.length === 0) return '__fish_use_subcommand';
  const seen = path.map(word => `__fish_seen_subcommand_from ${word}`).join('; and ');
  return below.length === 0 ? seen : `${seen}; and not __fish_seen_subcommand_from ${below.join(' ')}`;
}

function linesOf(command: CommandWords, all: readonly CommandWords[]): readonly string[] {
  const condition = typed(command.path, command.commands);
  const below = all
    .filter(({ path }) => path.length === command.path.length + 1)
    .filter(({ path }) => command.path.every((word, i) => word === path[i]));
  return [
    ...below.map(
      ({ path, summary }) =>
        `complete -c jalur -n ${quoted(condition)} -f -a ${path.at(-1)} -d ${quoted(firstSentence(summary))}`,
    ),
    ...(command.values.length > 0
      ? [`complete -c jalur -n ${quoted(condition)} -f -a ${quoted(command.values.join(' '))}`]
      : []),
    ...command.options.map(option => optionLine(condition, option)),
  ];
}

/** A completion script for fish; complete(1) of fish. File names are offered where it has no word. */
export function fishCompletion(all: readonly CommandWords[]): string {
  const lines = all.flatMap(command => linesOf(command, all));
  return ['# jalur: completion for fish. Load it with: jalur completion fish | source', ...lines, ''].join(
    '\n',
  );
}
