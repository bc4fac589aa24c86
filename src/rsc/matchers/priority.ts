import { integer } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `priority=5`. */
export const priority = holding('priority', integer(0, 63));
