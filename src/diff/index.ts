/** What differs between two Routers, in order, and which connections that moves. */
export * from './changes.ts';
export * from './movers.ts';
export { movementText } from './say.ts';
