import { type Command, InvalidArgumentError, Option } from 'commander';
import { type FixLevel, fixLevels, formatNames, groups, rules, severities } from '../../lint/index.ts';
import { explainRule } from '../lint/explain.ts';
import { type LintCall, runLint } from '../lint/run.ts';
import { withJson } from '../options/json.ts';
import { inAsked, withLanguage } from '../options/language.ts';
import { withLines } from '../world/options.ts';
import { withReading } from '../world/reading.ts';

interface Options extends LintCall {
  readonly explain?: string;
  /** `--fix` takes a level only behind `=`: any other word is a file. */
  readonly fix?: string | true;
}

const examples = `
Examples:
  jalur lint examples/paper                       what is wrong, worst first, with what mends it
  jalur lint --format sarif examples/paper        for code hosts and editors
  jalur lint --only pcc,routes examples/paper     two groups of rules alone
  jalur lint --explain pcc/remainder-missing      one rule: wrong, right, why, when not
  jalur lint --fix office.rsc                     mend what cannot get worse by it, in the file
  jalur lint --fix=all --dry-run office.rsc       what could be mended, as a diff
  jalur lint --baseline lint.json --update-baseline office.rsc    what is there now is known
  jalur lint --baseline lint.json office.rsc      what is new since then
A finding that is meant: a comment before its statement, # jalur-ignore rule-id: reason
(# jalur-ignore-file for the whole text).`;

/** `jalur lint`: what is wrong with a configuration, why, and what mends it. */
export function register(command: Command): void {
  withLanguage(withLines(withReading(withJson(command, 'the same as --format json'))))
    .description(
      'Finds mistakes in RouterOS configurations by what they do: rules ask which ports are WANs, which routes are active and where packets go, never names or letters of the file. The first line is the verdict; each finding has its place, what follows from it and what mends it. Each file is judged on its own. What a text leaves open is assumed, and said with the option that settles it; the leases of a topology.yaml beside it are not assumed.\nExit code 0: nothing as bad as --fail-on; 1: something is; 2: a file could not be read.',
    )
    .argument('[file...]', 'RouterOS text (- is standard input), or folders with some')
    .addOption(
      new Option('--format <format>', 'how findings are printed')
        .choices(['text', ...formatNames])
        .default('text'),
    )
    .option('--only <rules>', 'only these rules or groups, with commas: pcc,routes/duplicate', list)
    .addOption(new Option('--severity <least>', 'nothing below this').choices(severities).default('info'))
    .addOption(
      new Option(
        '--fail-on <least>',
        'exit with 1 from this on (default: error, or failOn of jalur.config)',
      ).choices([...severities, 'never']),
    )
    .option('--explain <rule>', 'print the page of one rule')
    .option(
      '--fix [which]',
      'mend the file in place: without a word what cannot get worse by it, --fix=all the rest too',
    )
    .option('--dry-run', 'with --fix: show what would change, and write nothing')
    .option('--baseline <file>', 'known findings: only new ones are shown and count')
    .option('--update-baseline', 'write what is found now into the baseline')
    .option(
      '--config <file>',
      'settings, instead of the nearest jalur.config.yaml or .json beside the file or above it',
    )
    .option('--no-config', 'no settings')
    .addHelpText('after', examples)
    .action(async (names: readonly string[], options: Options, own: Command) => {
      if (options.explain !== undefined) process.exitCode = explainRule(options.explain);
      else {
        const { files, level } = fixOf(names, options.fix);
        if (files.length === 0) own.error("error: missing required argument 'file'");
        else process.exitCode = await runLint(files, { ...options, level });
      }
    });
}

/** `--fix office.rsc` is `--fix` and a file, as `--fix=all` is not. */
function fixOf(
  names: readonly string[],
  fix: Options['fix'],
): { readonly files: readonly string[]; readonly level: FixLevel | undefined } {
  if (fix === undefined) return { files: names, level: undefined };
  const level = fixLevels.find(one => one === fix);
  if (fix === true || level) return { files: names, level: level ?? 'safe' };
  return { files: [fix, ...names], level: 'safe' };
}

function list(text: string): readonly string[] {
  const names = text.split(',').filter(name => name !== '');
  const known = (name: string): boolean =>
    name.startsWith('rsc') ||
    name.startsWith('lint') ||
    name.startsWith('own') ||
    groups.some(group => group === name) ||
    rules.some(({ id }) => id === name);
  const wrong = names.find(name => !known(name));
  if (wrong !== undefined || names.length === 0)
    throw new InvalidArgumentError(
      inAsked({
        en: `There is no rule ${wrong ?? text}; groups are ${groups.join(', ')}.`,
        id: `Tidak ada aturan ${wrong ?? text}; grupnya: ${groups.join(', ')}.`,
      }),
    );
  return names;
}
