/** What differs between two Routers, in order, and which connections that moves. */

export { changeText } from './change-text.ts';
export * from './changes/index.ts';
export { kindText } from './kind-text.ts';
export * from './kinds.ts';
export * from './movers.ts';
export { movementText } from './say.ts';
