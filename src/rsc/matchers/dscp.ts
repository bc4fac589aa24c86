import { integer } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `dscp=46`. */
export const dscp = holding('dscp', { ...integer(0, 63), example: '46' });
