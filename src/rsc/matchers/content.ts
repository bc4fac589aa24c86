import { text } from '../types/index.ts';
import { holding } from './syntax.ts';

/** `content="virus"`: the packet holds the text. */
export const content = holding('text', text);
