/** The Router: one multi-WAN gateway as frozen plain data, every item with the place it came from. */
export * from './action.ts';
export * from './address.ts';
export * from './address-list.ts';
export * from './dhcp.ts';
export * from './dns.ts';
export * from './interface.ts';
export * from './item.ts';
export * from './kept.ts';
export * from './match.ts';
export * from './netwatch.ts';
export * from './queue.ts';
export * from './route.ts';
export * from './router.ts';
export * from './rule.ts';
export * from './settings.ts';
export * from './version.ts';
