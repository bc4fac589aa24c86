import { InvalidArgumentError } from 'commander';
import { type Language, languages } from '../../text/index.ts';

/** `--lang`: of the report and of the lines of progress. */
export function parseLanguage(text: string): Language {
  const language = languages.find(one => one === text);
  if (language) return language;
  throw new InvalidArgumentError(`It is one of ${languages.join(', ')}.`);
}
