/** Routing protocols in the words of the other version, where the manual says how. */
export { protocolsForV6 } from './to-v6/index.ts';
export { protocolsForV7 } from './to-v7/index.ts';
