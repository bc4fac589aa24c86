import { integer } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `ingress-priority=5`. */
export const ingressPriority = holding('priority', integer(0, 63));
