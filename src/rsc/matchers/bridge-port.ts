import { holding, nameOf } from './syntax.ts';

/** `in-bridge-port=ether3`. */
export const bridgePort = holding('interface', nameOf('interface', 'ether3'));
