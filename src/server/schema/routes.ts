import { z } from '@hono/zod-openapi';
import { listOf, Ms, Place } from './common.ts';

const NextHop = z.strictObject({ address: z.string().optional(), interface: z.string() });

const Gateway = z
  .strictObject({
    text: z.string().openapi({ description: 'As configured.', example: '10.10.10.1' }),
    state: z.enum(['reachable', 'unreachable', 'unresolved', 'interface-down']),
    why: z.string(),
    nextHops: z.array(NextHop),
    recursive: z.boolean(),
    check: z.string().optional(),
  })
  .openapi('RouteGateway');

export const Route = z
  .strictObject({
    flags: z.string().openapi({ description: 'As RouterOS prints them.', example: 'AS' }),
    destination: z.string(),
    table: z.string(),
    gateways: z.array(Gateway),
    distance: z.int(),
    scope: z.int(),
    targetScope: z.int(),
    prefSrc: z.string().optional(),
    type: z.string(),
    source: z.enum(['connect', 'static', 'dhcp', 'vpn', 'modem']),
    active: z.boolean(),
    disabled: z.boolean(),
    dynamic: z.boolean(),
    ecmp: z.boolean(),
    checkGateway: z.string(),
    comment: z.string(),
    why: z.string().optional().openapi({ description: 'Why it is not active; absent where it is.' }),
    place: Place.optional(),
  })
  .openapi('Route', { description: 'A candidate route, active or not.' });

export const KernelRoute = z
  .strictObject({
    table: z.string(),
    tableId: z.int(),
    destination: z.string(),
    type: z.string(),
    nextHops: z.array(
      z.strictObject({ address: z.string().optional(), interface: z.string(), weight: z.int() }),
    ),
    prefSrc: z.string().optional(),
    metric: z.int().optional(),
    protocol: z.int(),
  })
  .openapi('KernelRoute', { description: 'A route as the kernel holds it, read back.' });

export const GatewayCheck = z
  .strictObject({
    key: z.string(),
    address: z.string(),
    interface: z.string(),
    method: z.string(),
    intervalMs: Ms,
    timeoutMs: Ms,
    count: z.int(),
    reachable: z.boolean(),
  })
  .openapi('GatewayCheck', { description: 'A gateway that is probed, and whether it answers.' });

export const Routes = z
  .strictObject({
    ...listOf(Route),
    tables: z.array(z.string()),
    checks: z.array(GatewayCheck),
    kernel: z.array(KernelRoute),
    differences: z.array(z.string()).openapi({ description: 'Between both; empty: in step.' }),
  })
  .openapi('Routes');
