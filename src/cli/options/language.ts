import { type Command, InvalidArgumentError } from 'commander';
import { type Language, languages, type Said } from '../../text/index.ts';

export interface LanguageOption {
  readonly lang: Language;
}

/** Adds `--lang`: the language of everything that a command says of a configuration. */
export const withLanguage = (command: Command, what = 'language of the answer: en or id'): Command =>
  command.option('--lang <en|id>', what, parseLanguage, 'en');

function parseLanguage(text: string): Language {
  const language = languages.find(one => one === text);
  if (language) return language;
  throw new InvalidArgumentError(`${languages.join(', ')}.`);
}

let asked: Language = 'en';

/** The language that the words of a command ask for: known before they are understood, as some of them may be wrong. */
export function listenFor(words: readonly string[]): void {
  const at = words.indexOf('--lang');
  const word = at < 0 ? words.find(one => one.startsWith('--lang='))?.slice('--lang='.length) : words[at + 1];
  asked = languages.find(one => one === word) ?? 'en';
}

/** The language in which this command was asked. */
export const askedLanguage = (): Language => asked;

/** A sentence in that language. */
export const inAsked = (said: Said): string => said[asked];
