/** The HTTP API of a gateway and its pages: a client of its control socket that has no rights of its own. */

export type { Owner } from './access/index.ts';
export { hashPassword, shortestPassword, TokenBook, usersIn } from './access/index.ts';
export { SocketDaemon } from './daemon/index.ts';
export { keptLab } from './lab-port.ts';
export type { Held } from './listen/index.ts';
export { startWeb, type WebOptions, type WebSaying } from './web.ts';
