import type { MatcherValues } from '../../model/index.ts';
import { parseDuration, printDuration } from '../../net/index.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `psd=21,3s,3,1`: weight that makes a scan, delay, weight of a low and of a high port. */
export const psd: MatcherSyntax<MatcherValues['psd']> = {
  name: '[!]weight,delay,low port weight,high port weight',
  example: '21,3s,3,1',
  read: text => {
    const match = /^(\d+),(\w+),(\d+),(\d+)$/.exec(text);
    const delay = parseDuration(match?.[2] ?? '');
    if (!match || delay === undefined) return undefined;
    const [threshold, lowPortWeight, highPortWeight] = [Number(match[1]), Number(match[3]), Number(match[4])];
    return { threshold, delay, lowPortWeight, highPortWeight };
  },
  write: ({ threshold, delay, lowPortWeight, highPortWeight }) =>
    `${threshold},${printDuration(delay)},${lowPortWeight},${highPortWeight}`,
};
