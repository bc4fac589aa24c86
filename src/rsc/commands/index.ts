/** From syntax to commands: which menu, which command, which arguments; what variables stand for. */
export * from './collect.ts';
export * from './command.ts';
export * from './command-names.ts';
export { menuFor } from './infer.ts';
export { commandsIn } from './menu-commands.ts';
export * from './menu-names.ts';
export { isOrdered } from './ordered-menus.ts';
export { resolve } from './resolve.ts';
export { type MenuBlock, menuBlock } from './segments.ts';
export type { Variables } from './variables.ts';
