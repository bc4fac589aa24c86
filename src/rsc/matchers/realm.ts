import { holding, nameOf } from './syntax.ts';

/** `realm=1`: the routing realm. */
export const realm = holding('realm', nameOf('realm', '1'));
