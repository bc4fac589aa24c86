import { addressMatch } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `src-address=10.0.0.0/8`, `dst-address=10.0.0.1-10.0.0.9`. */
export const address = holding('address', addressMatch);
