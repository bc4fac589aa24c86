import type { Complain } from '../../answers/index.ts';
import { inAsked } from '../options/language.ts';

/** On standard error, what could have been meant below it. */
export const complain: Complain = (what, ...more) => {
  process.stderr.write([`jalur: ${inAsked(what)}`, ...more.map(inAsked)].join('\n       ').concat('\n'));
};
