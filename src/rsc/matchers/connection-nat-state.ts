import { connectionNatStates } from '../../model/index.ts';
import { listOf, oneOf } from '../types/index.ts';
import { holding, several } from './syntax.ts';

/** `connection-nat-state=!dstnat`. */
export const connectionNatState = holding(
  'states',
  several(connectionNatStates.join(' | '), { ...listOf(oneOf(...connectionNatStates)), example: '!dstnat' }),
);
