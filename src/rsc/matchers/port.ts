import { ports } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `dst-port=80,443`, `port=53`. */
export const port = holding('ports', { ...ports, example: '80,443' });
