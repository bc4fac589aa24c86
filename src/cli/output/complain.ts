import type { Complain } from '../../answers/index.ts';

/** On standard error, what could have been meant below it. */
export const complain: Complain = (what, ...more) => {
  process.stderr.write([`jalur: ${what}`, ...more].join('\n       ').concat('\n'));
};
