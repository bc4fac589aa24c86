import { range } from './number.ts';

/** `packet-size=0-123`. */
export const packetSize = range('0-1400');
