import { type Command, InvalidArgumentError } from 'commander';
import { inAsked } from '../options/language.ts';

/** Adds `--name`. */
export const nameOption = (command: Command, text: string): Command =>
  command.option('--name <name>', text, parseName);

function parseName(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(text)) return text;
  throw new InvalidArgumentError(
    inAsked({
      en: 'Letters, digits, dots and dashes make a name.',
      id: 'Nama terdiri dari huruf, angka, titik, dan tanda hubung.',
    }),
  );
}
