import type { Family } from '../../net/index.ts';

/** What nft calls the header of a family. */
export const ipHeader: Readonly<Record<Family, 'ip' | 'ip6'>> = { ipv4: 'ip', ipv6: 'ip6' };
