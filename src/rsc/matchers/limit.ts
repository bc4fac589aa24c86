import type { MatcherValues } from '../../model/index.ts';
import { readNumber } from './number.ts';
import { readWindow, writeWindow } from './rate.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `5,5:packet` (5 a second), `50/5s,5`, `10M,64k:bit`. */
export const limit: MatcherSyntax<MatcherValues['limit']> = {
  name: '[!]count/time,burst:mode',
  example: '5/1s,5:packet',
  read: text => {
    const [, rate = '', burst = '5', mode = 'packet'] =
      /^([^,:]+)(?:,(\d+[kMG]?))?(?::(packet|bit))?$/.exec(text) ?? [];
    const window = readWindow(rate);
    const most = readNumber(burst);
    if (!window || most === undefined) return undefined;
    return { ...window, burst: most, mode: mode === 'bit' ? 'bit' : 'packet' };
  },
  write: value => `${writeWindow(value)},${value.burst}:${value.mode}`,
};
