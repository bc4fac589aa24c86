import { holding, nameOf } from './syntax.ts';

/** `connection-mark=no-mark`. */
export const connectionMark = holding('mark', nameOf('mark', 'no-mark'));
