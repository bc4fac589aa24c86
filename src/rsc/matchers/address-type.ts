import { addressTypes } from '../../model/index.ts';
import { listOf, oneOf } from '../types/index.ts';
import { holding, several } from './syntax.ts';

/** `dst-address-type=!local`. */
export const addressType = holding(
  'types',
  several('address types', { ...listOf(oneOf(...addressTypes)), example: '!local' }),
);
