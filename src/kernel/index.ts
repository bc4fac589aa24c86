/** One Linux kernel's network: read it, pour a Program into it, hear of changes, take back exactly what is ours. */
export * from './command-port.ts';
export * from './netlink/index.ts';
export * from './netlink-port.ts';
export * from './open-port.ts';
export * from './port.ts';
export * from './types.ts';
