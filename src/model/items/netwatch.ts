import type { Duration, Ipv4 } from '../../net/index.ts';
import { type Item, itemDefaults } from './item.ts';

/** `/tool netwatch`. Scripts are opaque. */
export interface Netwatch extends Item {
  readonly host: string;
  readonly type: string;
  readonly interval: Duration;
  readonly timeout: Duration;
  readonly srcAddress?: Ipv4 | undefined;
  readonly upScript: string;
  readonly downScript: string;
  readonly properties: Readonly<Record<string, string>>;
}

export function makeNetwatch(parts: Partial<Netwatch> & Pick<Netwatch, 'host'>): Netwatch {
  return {
    type: 'simple',
    interval: 10_000,
    timeout: 3000,
    upScript: '',
    downScript: '',
    properties: {},
    ...itemDefaults,
    ...parts,
  };
}
