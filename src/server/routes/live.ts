import { z } from '@hono/zod-openapi';
import {
  Connections,
  ConnectionsQuery,
  FirewallRules,
  FirewallTable,
  Health,
  Interfaces,
  inLanguage,
  Leases,
  paging,
  Queues,
  Routes,
  Status,
  WanChange,
  WanOrder,
  WanParams,
  Wans,
} from '../schema/index.ts';
import { operation } from './operation.ts';

const pages = z.object(paging);
const language = z.object(inLanguage);
const tag = 'live';

/** What the gateway and its kernel do now. */
export const live = {
  getStatus: operation({
    ...{ id: 'getStatus', method: 'get', path: '/status', tag, needs: 'read' },
    summary: 'What the gateway is, and what it is worried about',
    query: language,
    reply: Status,
  }),
  getWans: operation({
    ...{ id: 'getWans', method: 'get', path: '/wans', tag, needs: 'read' },
    summary: 'Every uplink: state with its reason, what it carries, what was promised',
    query: language,
    reply: Wans,
  }),
  takeWanDown: operation({
    ...{ id: 'takeWanDown', method: 'post', path: '/wans/{name}/down', tag, needs: 'operate', changes: true },
    summary: 'Take an uplink out of use by hand',
    description: 'The last one is only taken with `force`.',
    params: WanParams,
    query: language,
    body: WanOrder,
    reply: WanChange,
  }),
  bringWanUp: operation({
    ...{ id: 'bringWanUp', method: 'post', path: '/wans/{name}/up', tag, needs: 'operate', changes: true },
    summary: 'Give an uplink back to its health',
    params: WanParams,
    query: language,
    body: WanOrder,
    reply: WanChange,
  }),
  getInterfaces: operation({
    ...{ id: 'getInterfaces', method: 'get', path: '/interfaces', tag, needs: 'read' },
    summary: 'Interfaces as the kernel has them, with counters',
    query: pages,
    reply: Interfaces,
  }),
  getRoutes: operation({
    ...{ id: 'getRoutes', method: 'get', path: '/routes', tag, needs: 'read' },
    summary: 'Candidate routes with their flags, what the kernel holds, and what differs',
    query: z.object({ ...paging, ...inLanguage, table: z.string().max(128).optional() }),
    reply: Routes,
  }),
  getFirewall: operation({
    ...{ id: 'getFirewall', method: 'get', path: '/firewall/{table}', tag, needs: 'read' },
    summary: 'Rules of a table in their order, with what the kernel counted',
    params: z.object({ table: FirewallTable }),
    query: z.object({ ...paging, chain: z.string().max(128).optional() }),
    reply: FirewallRules,
  }),
  getConnections: operation({
    ...{ id: 'getConnections', method: 'get', path: '/connections', tag, needs: 'read' },
    summary: 'Connections that the kernel tracks',
    query: ConnectionsQuery,
    reply: Connections,
  }),
  getQueues: operation({
    ...{ id: 'getQueues', method: 'get', path: '/queues', tag, needs: 'read' },
    summary: 'Queues of the configuration, and what the kernel measured of them',
    query: pages,
    reply: Queues,
  }),
  getLeases: operation({
    ...{ id: 'getLeases', method: 'get', path: '/leases', tag, needs: 'read' },
    summary: 'Leases of the WANs, and those given to the LANs',
    query: pages,
    reply: Leases,
  }),
  getHealth: operation({
    ...{ id: 'getHealth', method: 'get', path: '/health', tag, needs: 'read' },
    summary: 'What is probed, and what it says',
    query: language,
    reply: Health,
  }),
} as const;
