import { holding, nameOf } from './syntax.ts';

/** `routing-table=main`, RouterOS 6. */
export const routingTable = holding('table', nameOf('table', 'main'));
