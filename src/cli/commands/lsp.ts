import { type Command, Option } from 'commander';
import { configOptions, type SaidOfText, statedAddresses } from '../../answers/index.ts';
import { packageVersion } from '../../files/index.ts';
import { type LspOptions, serve } from '../../lsp/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { Language } from '../../text/index.ts';
import { lintingWith, readingWith, SettingsReader } from '../lint/settings.ts';
import { type LanguageOption, withLanguage } from '../options/language.ts';
import { withReading } from '../world/reading.ts';

interface Options extends Omit<SaidOfText, 'lang'>, LanguageOption {}

const examples = `
Examples:
  jalur lsp                          speaks LSP on standard input and output, until the editor says exit
  jalur lsp --lang id                what it says of a text is in Indonesian
  jalur lsp --dialect v6             texts that do not say their version are for RouterOS 6
Editors start it by themselves: docs/guide/editing.md says how to set up VS Code, Neovim,
Helix and Emacs.`;

/** `jalur lsp`: the language server. */
export function register(command: Command): void {
  withLanguage(withReading(command))
    .description(
      'Answers an editor about RouterOS texts while they are written (Language Server Protocol 3.17): what jalur lint finds and how to mend it, what a rule does and where a mark leads, completion with the versions that have a property, definitions, references and renaming of lists, marks, tables and interfaces. It changes nothing and asks no router.',
    )
    .option('--stdio', 'speak on standard input and output, as it always does: editors give this')
    .addOption(new Option('--clientProcessId <id>', 'end when this process does').hideHelp())
    .addHelpText('after', examples)
    .action((options: Options) =>
      serve(process.stdin, process.stdout, {
        version: packageVersion(),
        options: lspOptions(options, 'none'),
        optionsFor: async file => lspOptions(options, await settingsOf(file, options.lang)),
      }),
    );
}

/** The settings beside a file; wrong ones are said on standard error, which editors show, and are not used. */
async function settingsOf(file: string | undefined, lang: Language): Promise<Settings | 'none'> {
  const found = file === undefined ? 'none' : await new SettingsReader({ lang }).for(file);
  return found === 'wrong' ? 'none' : found;
}

function lspOptions(options: Options, settings: Settings | 'none'): LspOptions {
  const reading = readingWith(options, settings);
  return {
    language: options.lang,
    reading: configOptions(reading),
    addresses: statedAddresses(reading),
    lint: lintingWith(settings),
  };
}
