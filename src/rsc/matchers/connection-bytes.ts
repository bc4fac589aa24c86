import { range } from './number.ts';

/** `connection-bytes=500000-0`: 500 kB and more. */
export const connectionBytes = range('500000-0', String, true);
