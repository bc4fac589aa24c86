import { limitKeys, type MatcherValues } from '../../model/index.ts';
import { parseDuration, printDuration } from '../../net/index.ts';
import { readNumber } from './number.ts';
import { readWindow, writeWindow } from './rate.ts';
import type { MatcherSyntax } from './syntax.ts';

/** `dst-limit=32,32,src-and-dst-addresses/10s`: 32 a second, 32 at once, for each pair, forgotten after 10 s. */
export const dstLimit: MatcherSyntax<MatcherValues['dst-limit']> = {
  name: '[!]count/time,burst,mode/expire',
  example: '32,32,src-and-dst-addresses/10s',
  choices: limitKeys,
  read: text => {
    const [rate = '', most = '', rest = '', ...more] = text.split(',');
    const [mode, time, ...behind] = rest.split('/');
    const [window, burst, key] = [
      readWindow(rate),
      readNumber(most),
      limitKeys.find(known => known === mode),
    ];
    const expire = time === undefined ? undefined : parseDuration(time);
    if (!window || burst === undefined || !key || more.length > 0 || behind.length > 0) return undefined;
    if (time === undefined) return { ...window, burst, key };
    return expire ? { ...window, burst, key, expire } : undefined;
  },
  write: ({ burst, key, expire, ...window }) =>
    `${writeWindow(window)},${burst},${key}${expire === undefined ? '' : `/${printDuration(expire)}`}`,
};
