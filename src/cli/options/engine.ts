import { type Command, InvalidArgumentError } from 'commander';
import type { Engine } from '../../model/index.ts';
import { inAsked } from './language.ts';

/** Adds `--engine`. */
export const withEngine = (command: Command): Command =>
  command.option('--engine <routeros|linux>', 'whose behaviour: routeros or linux', parseEngine, 'routeros');

function parseEngine(text: string): Engine {
  if (text !== 'routeros' && text !== 'linux')
    throw new InvalidArgumentError(inAsked({ en: 'routeros or linux.', id: 'routeros atau linux.' }));
  return text;
}
