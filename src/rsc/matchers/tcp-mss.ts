import { range } from './number.ts';

/** `tcp-mss=0-1400`. */
export const tcpMss = range('0-1400');
