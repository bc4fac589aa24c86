import { type Command, InvalidArgumentError } from 'commander';
import { type Language, languages } from '../../text/index.ts';

export interface LanguageOption {
  readonly lang: Language;
}

/** Adds `--lang`: the language of everything that a command says of a configuration. */
export const withLanguage = (command: Command, what = 'language of the answer: en or id'): Command =>
  command.option('--lang <en|id>', what, parseLanguage, 'en');

function parseLanguage(text: string): Language {
  const language = languages.find(one => one === text);
  if (language) return language;
  throw new InvalidArgumentError(`It is one of ${languages.join(', ')}.`);
}
