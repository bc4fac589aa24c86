import { holding, nameOf } from './syntax.ts';

/** `packet-mark=no-mark`. */
export const packetMark = holding('mark', nameOf('mark', 'no-mark'));
