import { printRate } from '../../net/index.ts';
import { range } from './number.ts';

/** `connection-rate=0-100k`, in bit/s. */
export const connectionRate = range('0-100k', printRate);
