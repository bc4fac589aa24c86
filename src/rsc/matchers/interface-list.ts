import { holding, nameOf } from './syntax.ts';

/** `in-interface-list=LAN`. */
export const interfaceList = holding('list', nameOf('list', 'LAN'));
