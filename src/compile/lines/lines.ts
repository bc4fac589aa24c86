import {
  hex,
  lineCounters,
  markLayout,
  type ProgramRoute,
  type ProgramRule,
  probeTableBase,
  rulePriority,
} from '../../linux/index.ts';
import { differences, noOrigin } from '../../model/index.ts';
import { type Ipv4Prefix, prefixRange } from '../../net/index.ts';
import { connectedNetwork } from '../../rib/index.ts';
import type { LinuxContext, WatchedLine } from '../context.ts';
import type { BaseChain } from '../nft/base-chains.ts';
import { quote, setOf } from '../nft/condition.ts';

// What jalur's own health needs in the kernel: a way for probes that does not depend on the routes they decide about,
// and counters of what passes each line.

/** Says that this program's lines are not judged as the text's router judges its gateways. */
export function checkLines(context: LinuxContext): void {
  const names = watched(context).map(line => line.interface);
  if (names.length === 0) return;
  const { deadLines } = differences.routes;
  context.report(noOrigin, {
    id: 'compile/line-health',
    severity: 'info',
    what: `${names.join(' and ')}: what does not answer counts as dead ${deadLines.say('lines')}.`,
    why: `RouterOS decides ${deadLines.say('gateways')}; the timers of the text are upper bounds. While a line is down, all its checked routes are inactive.`,
  });
}

const watched = ({ options: { lines = [] } }: LinuxContext): readonly WatchedLine[] => lines;

/** Probes bound to a line look in its own table. */
export const lineRules = (context: LinuxContext): ProgramRule[] =>
  watched(context).map(({ interface: oif }, place) => ({
    family: 'ipv4',
    priority: rulePriority.probes + place,
    fwmark: { value: markLayout.probe, mask: markLayout.probe },
    oif,
    action: { kind: 'lookup', table: probeTableBase + place },
    origin: noOrigin,
  }));

/** A default route by each line's gateway; a line whose gateway is not known has none. */
export const lineRoutes = (context: LinuxContext): ProgramRoute[] =>
  watched(context).flatMap(({ interface: name, gateway: address }, place): ProgramRoute[] => {
    const isRunning = context.world.interfaces[name]?.running === true;
    if (!isRunning || (address === undefined && !isPointToPoint(context, name))) return [];
    const hop = { ...(address !== undefined && { address }), interface: name, weight: 1 };
    const table = probeTableBase + place;
    return [{ table, destination: '0.0.0.0/0', type: 'unicast', nextHops: [hop], origin: noOrigin }];
  });

const isPointToPoint = ({ world }: LinuxContext, name: string): boolean =>
  world.interfaces[name]?.addresses.some(({ peer }) => peer !== undefined) === true;

interface LineChain {
  readonly name: string;
  readonly base: BaseChain;
  readonly lines: readonly string[];
}

/** Declarations of the counters. */
export const lineCounterLines = (context: LinuxContext): string[] =>
  watched(context).flatMap((_, place) =>
    Object.values(lineCounters(place)).flatMap(name => [`counter ${name} {`, '}']),
  );

/**
 * What comes in from beyond the gateway as part of a connection that both ends speak on, and what goes out beyond it;
 * never probes. Broadcasts, scans and the modem's own pages prove nothing.
 */
export function lineChains(context: LinuxContext): readonly LineChain[] {
  const lines = watched(context);
  if (lines.length === 0) return [];
  const near = nearNetworks(context, lines);
  const beyond = (side: 'saddr' | 'daddr') => (near.length === 0 ? '' : `ip ${side} != ${setOf(near)} `);
  const names = setOf(lines.map(one => quote(one.interface)));
  const bit = hex(markLayout.probe);
  const isTracked = context.router.settings.connectionTracking.enabled !== 'no';
  const answered = isTracked ? `ct state established,related ct mark & ${bit} == 0 ` : '';
  return [
    {
      name: 'line_in',
      base: { type: 'filter', hook: 'prerouting', priority: '-145' },
      lines: [`iifname ${names} ${answered}${beyond('saddr')}${count(lines, 'iifname', 'arrived')}`],
    },
    {
      name: 'line_out',
      base: { type: 'filter', hook: 'postrouting', priority: '150' },
      lines: [
        `oifname ${names} meta mark & ${bit} == 0 ${beyond('daddr')}${count(lines, 'oifname', 'left')}`,
      ],
    },
  ];
}

function count(
  lines: readonly WatchedLine[],
  side: 'iifname' | 'oifname',
  which: 'arrived' | 'left',
): string {
  const entries = lines.map(
    (line, place) => `${quote(line.interface)} : ${quote(lineCounters(place)[which])}`,
  );
  return `counter name ${side} map { ${entries.join(', ')} } comment "health"`;
}

/** The networks of the lines themselves; a set may not hold one within another. */
function nearNetworks({ world }: LinuxContext, lines: readonly WatchedLine[]): Ipv4Prefix[] {
  const held = lines.flatMap(line => world.interfaces[line.interface]?.addresses ?? []);
  const all = [...new Set(held.map(connectedNetwork))].map(network => ({ network, ...prefixRange(network) }));
  return all
    .filter(one => !all.some(other => other !== one && other.from <= one.from && one.to <= other.to))
    .map(({ network }) => network);
}
