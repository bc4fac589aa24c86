import { connectionStates } from '../../model/index.ts';
import { listOf, oneOf } from '../types/index.ts';
import { holding, several } from './syntax.ts';

/** `connection-state=established,related`. */
export const connectionState = holding(
  'states',
  several('states', { ...listOf(oneOf(...connectionStates)), example: 'established,related' }),
);
