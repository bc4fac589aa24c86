import { holding, nameOf } from './syntax.ts';

/** `layer7-protocol=youtube`, from `/ip firewall layer7-protocol`. */
export const layer7Protocol = holding('name', nameOf('name', 'youtube'));
