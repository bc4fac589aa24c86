import type { ComponentType } from 'react';
import type { IconName } from '../icons/shapes.ts';

type Loaded = Promise<{ readonly default: ComponentType }>;

/** A page: where it is, by which keys, and what is loaded when it is opened for the first time. */
export interface Place {
  readonly id: PlaceId;
  readonly path: string;
  /** Pages below it: `/incidents/:id`. */
  readonly below?: string;
  /** After `g`. */
  readonly key: string;
  readonly icon: IconName;
  readonly group: Group;
  readonly load: () => Loaded;
}

export const groups = ['now', 'traffic', 'ask', 'change'] as const;
export type Group = (typeof groups)[number];

export type PlaceId =
  | 'overview'
  | 'health'
  | 'incidents'
  | 'interfaces'
  | 'routes'
  | 'mangle'
  | 'nat'
  | 'filter'
  | 'queues'
  | 'connections'
  | 'leases'
  | 'explain'
  | 'findings'
  | 'spread'
  | 'config'
  | 'lab'
  | 'settings';

const place = (
  id: PlaceId,
  group: Group,
  key: string,
  path: string,
  load: () => Loaded,
  below?: string,
): Place => ({ id, group, key, path, icon: id, load, ...(below && { below }) });

/** Begins to load the page of an address: before it is known who is signed in, so that both take no longer than one. */
export function loadSoon(address: string): void {
  const found = places.find(({ path }) => path === address);
  // Where it fails it is said when the page is opened.
  found?.load().catch(() => {});
}

export const places: readonly Place[] = [
  place('overview', 'now', 'o', '/', () => import('../pages/overview/overview-page.tsx')),
  place('health', 'now', 'h', '/health', () => import('../pages/health/health-page.tsx')),
  place(
    'incidents',
    'now',
    'i',
    '/incidents',
    () => import('../pages/incidents/incidents-page.tsx'),
    '/incidents/:id',
  ),
  place('interfaces', 'traffic', 'n', '/interfaces', () => import('../pages/interfaces/interfaces-page.tsx')),
  place('routes', 'traffic', 'r', '/routes', () => import('../pages/routes/routes-page.tsx')),
  place('mangle', 'traffic', 'm', '/firewall/mangle', () => import('../pages/firewall/mangle-page.tsx')),
  place('nat', 'traffic', 't', '/firewall/nat', () => import('../pages/firewall/nat-page.tsx')),
  place('filter', 'traffic', 'f', '/firewall/filter', () => import('../pages/firewall/filter-page.tsx')),
  place('queues', 'traffic', 'q', '/queues', () => import('../pages/queues/queues-page.tsx')),
  place(
    'connections',
    'traffic',
    'c',
    '/connections',
    () => import('../pages/connections/connections-page.tsx'),
  ),
  place('leases', 'traffic', 'l', '/leases', () => import('../pages/leases/leases-page.tsx')),
  place('explain', 'ask', 'e', '/explain', () => import('../pages/explain/explain-page.tsx')),
  place('findings', 'ask', 'p', '/findings', () => import('../pages/findings/findings-page.tsx')),
  place('spread', 'ask', 'd', '/spread', () => import('../pages/spread/spread-page.tsx')),
  place('config', 'change', 'k', '/config', () => import('../pages/config/config-page.tsx')),
  place('lab', 'change', 'b', '/lab', () => import('../pages/lab/lab-page.tsx')),
  place('settings', 'change', 's', '/settings', () => import('../pages/settings/settings-page.tsx')),
];
