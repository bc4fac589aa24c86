import { ipv4Options as names } from '../../model/index.ts';
import { oneOf } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `ipv4-options=any`. */
export const ipv4Options = holding('option', oneOf(...names));
