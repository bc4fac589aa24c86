import { type Command, InvalidArgumentError } from 'commander';
import type { Engine } from '../../model/index.ts';

/** Adds `--engine`. */
export const withEngine = (command: Command): Command =>
  command.option('--engine <routeros|linux>', 'whose behaviour: routeros or linux', parseEngine, 'routeros');

function parseEngine(text: string): Engine {
  if (text !== 'routeros' && text !== 'linux') throw new InvalidArgumentError('routeros or linux.');
  return text;
}
