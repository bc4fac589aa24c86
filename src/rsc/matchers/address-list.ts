import { holding, nameOf } from './syntax.ts';

/** `src-address-list=LAN`. */
export const addressList = holding('list', nameOf('list', 'LAN'));
