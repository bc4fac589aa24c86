import { type Command, Help, type HelpConfiguration, type Option } from 'commander';

/** Longer names do not push the sentences of all others to the right: theirs begins on the next line. */
const widestTerm = 28;
const indent = '  ';

/** An option's sentence with its default; "may be repeated and is not given" is no default to tell. */
function optionDescription(option: Option): string {
  return Help.prototype.optionDescription(option).replace(/ \(default: (\[\]|\{\})\)$/, '');
}

const padWidth = (command: Command, help: Help): number =>
  Math.min(widestTerm, Help.prototype.padWidth.call(help, command, help));

function formatItem(term: string, termWidth: number, description: string, help: Help): string {
  if (!description) return indent + term;
  const margin = ' '.repeat(termWidth + 2 * indent.length);
  const width = Math.max(help.minWidthToWrap, (help.helpWidth ?? 80) - margin.length);
  const sentence = help.boxWrap(description, width).replaceAll('\n', `\n${margin}`);
  const name = indent + term;
  const fits = help.displayWidth(term) <= termWidth;
  return (fits ? name.padEnd(margin.length) : `${name}\n${margin}`) + sentence;
}

/** How every command's help is laid out: wrapped to the width there is, names in a narrow column. */
export const helpStyle: HelpConfiguration = { optionDescription, padWidth, formatItem, minWidthToWrap: 20 };
