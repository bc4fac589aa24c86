import { integer } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `random=50`: of 100 packets. */
export const random = holding('percent', { ...integer(1, 99), example: '50' });
