/** The HTTP API of a gateway and its pages: a client of its control socket that has no rights of its own. */
export { apiBase, apiDocument } from './document.ts';
