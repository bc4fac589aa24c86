import { holding, nameOf } from './syntax.ts';

/** `in-bridge-port-list=LAN`. */
export const bridgePortList = holding('list', nameOf('list', 'LAN'));
