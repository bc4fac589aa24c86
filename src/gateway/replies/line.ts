import type { LatestProbes, LineEvidence } from '../../health/index.ts';
import { type Router, rolesOf } from '../../model/index.ts';
import { nameOf } from '../../walk/index.ts';
import { type GatewayState, type LineState, usedLeases } from '../core/index.ts';
import type { Carried } from '../traffic/index.ts';
import { lineLimits } from './line-limits.ts';
import type { LastOutage, LineReply } from './reply.ts';

/** What is seen of lines beside what was decided about them. */
export interface Seen {
  readonly nowMs: number;
  readonly carried: Carried;
  /** What probes measure now, by line. */
  readonly measured: Readonly<Record<string, LineEvidence & { readonly probes?: LatestProbes | undefined }>>;
  /** Of new connections, 0 to 1, by line, as far as it is worked out. */
  readonly promised?: Readonly<Record<string, number>> | undefined;
  /** When lines were down last, by line. */
  readonly outages?: Readonly<Record<string, LastOutage>> | undefined;
}

export const routerOf = ({ reached, config }: Pick<GatewayState, 'reached' | 'config'>): Router =>
  reached?.router ?? config.router;

/** The WANs of what runs, by name. */
export const wansOf = (state: Pick<GatewayState, 'reached' | 'config'>): readonly string[] =>
  [...rolesOf(routerOf(state)).wans].sort(byName);

/** `ether2` before `ether10`. */
const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** Every uplink, by name. */
export function lineReplies(state: GatewayState, seen: Seen): readonly LineReply[] {
  const names = [...new Set([...wansOf(state), ...Object.keys(state.lines)])].sort(byName);
  return names.map(name => lineReply(state, name, seen));
}

function lineReply(state: GatewayState, name: string, seen: Seen): LineReply {
  const { nowMs, carried, measured, promised, outages } = seen;
  const { interfaces, reached } = state;
  const { sinceMs, evidence, ...known } = state.lines[name] ?? found(state, name);
  const used = usedLeases(state);
  const [lease, held] = [used.leases[name], used.held[name]];
  const uplink = reached?.uplinks.find(one => one.interface === name);
  return {
    ...known,
    label: nameOf(routerOf(state), name),
    evidence: said(measured[name]) ?? evidence,
    forMs: sinceMs === undefined ? undefined : nowMs - sinceMs,
    addresses: (interfaces[name]?.addresses ?? []).map(({ address, length }) => `${address}/${length}`),
    gateway: uplink?.gateway ?? lease?.gateway,
    lease: lease && held && { ...lease, leftMs: held.expiresAtMs - nowMs },
    rate: carried.rates[name],
    opened: uplink && openedBy(uplink.number, carried),
    promised: promised?.[name],
    limits: lineLimits(state.config, routerOf(state), name),
    lastOutage: outages?.[name],
  };
}

/** Single probes are for who follows them. */
function said(measured: Seen['measured'][string] | undefined): LineEvidence | undefined {
  if (!measured) return undefined;
  const { probes: _, ...evidence } = measured;
  return evidence;
}

function openedBy(number: number, { opened, overMs }: Carried): LineReply['opened'] {
  const all = Object.values(opened).reduce((sum, count) => sum + count, 0);
  const connections = opened[number];
  if (connections === undefined) return undefined;
  return { connections, share: all === 0 ? undefined : connections / all, overMs };
}

/** At RouterOS's pace: what its link and the checks of routes by it say. */
function found(
  { interfaces, forced, reached, unreachable }: GatewayState,
  line: string,
): Omit<LineState, 'sinceMs'> & { readonly sinceMs?: undefined } {
  if (forced.includes(line)) return { line, status: 'down', cause: 'forced' };
  if (interfaces[line]?.running !== true) return { line, status: 'down', cause: 'carrier' };
  const checks = (reached?.rib.checks ?? []).filter(check => check.interface === line);
  if (checks.length === 0) return { line, status: 'unknown' };
  const isDead = checks.every(({ key }) => unreachable.includes(key));
  return isDead ? { line, status: 'down', cause: 'upstream' } : { line, status: 'up' };
}
