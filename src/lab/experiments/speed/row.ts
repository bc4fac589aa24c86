import type { SpeedRow } from './data.ts';
import type { SpeedWords } from './say.ts';

/** All ISPs, many connections to many servers. */
export const isManyServers = ({ path, connections, servers }: SpeedRow): boolean =>
  path === 'balanced' && connections > 1 && servers > 1;

/** All ISPs, many connections to one server. */
export const isOneServer = ({ path, connections, servers }: SpeedRow): boolean =>
  path === 'balanced' && connections > 1 && servers === 1;

/** A rate as a part of its limit; undefined where there is no limit. */
export const partOf = (bps: number, limit: number | undefined): number | undefined => limit && bps / limit;

/** `ISP1 only`, `all ISPs`. */
export const pathName = (path: string, say: SpeedWords): string =>
  path === 'balanced' ? say.allIsps : say.only(path.toUpperCase());

/** `all ISPs, 16 connections to 16 servers`. */
export function nameOf({ path, connections, servers }: SpeedRow, say: SpeedWords): string {
  const [where, count] = [pathName(path, say), say.connections(connections)];
  return connections === 1 ? say.test(where, count) : say.testTo(where, count, say.servers(servers));
}
