import { holding, nameOf } from './syntax.ts';

/** `routing-mark=no-mark`. */
export const routingMark = holding('mark', nameOf('mark', 'no-mark'));
