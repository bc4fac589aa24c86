import type { Wan } from '../normal/index.ts';

/** Lists of interfaces, as RouterOS calls them in its own default configuration. */
export const lists = { wan: 'WAN', lan: 'LAN' } as const;

/** Lists of addresses. */
export const addressLists = { local: 'local', management: 'management', inside: 'inside' } as const;

export const markOf = ({ name }: Pick<Wan, 'name'>): string => `${name}_conn`;
export const tableOf = ({ name }: Pick<Wan, 'name'>): string => `to_${name}`;

/** Comment of the routes that follow the lease of a line. */
export const followerOf = ({ name }: Pick<Wan, 'name'>): string => `by the lease of ${name}`;
