import type { Verdict } from '../../lab/index.ts';
import type { Colours } from '../output/colour.ts';

/** How a verdict is coloured: what is only measured has no colour of success. */
export const paintOf = (verdict: Verdict, colours: Colours): ((text: string) => string) =>
  ({ pass: colours.green, measured: colours.cyan, reproduced: colours.yellow, fail: colours.red })[verdict];
