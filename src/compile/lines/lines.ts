import {
  type AddressRange,
  hex,
  lineCounters,
  markLayout,
  type ProgramRoute,
  type ProgramRule,
  type ProgramSet,
  probeTableBase,
  rulePriority,
} from '../../linux/index.ts';
import { differences, noOrigin } from '../../model/index.ts';
import { prefixRange, printIpv4 } from '../../net/index.ts';
import { connectedNetwork } from '../../rib/index.ts';
import type { CountedLine, LinuxContext } from '../context.ts';
import type { BaseChain } from '../nft/base-chains.ts';
import { quote, setOf } from '../nft/condition.ts';

// What jalur's own health needs in the kernel: a way for probes that does not depend on the routes they decide about,
// and counters of what passes each line.

/** Says that this program's lines are not judged as the text's router judges its gateways. */
export function checkLines(context: LinuxContext): void {
  const names = probed(context).map(({ line }) => line.interface);
  if (names.length === 0) return;
  const { deadLines } = differences.routes;
  context.report(noOrigin, {
    id: 'compile/line-health',
    severity: 'info',
    what: {
      en: `${names.join(' and ')}: what does not answer counts as dead ${deadLines.say('lines')}.`,
      id: `${names.join(' dan ')}: yang tidak menjawab dianggap mati ${deadLines.say('lines', 'id')}.`,
    },
    why: {
      en: `RouterOS decides ${deadLines.say('gateways')}; the timers of the text are upper bounds. While a line is down, all its checked routes are inactive.`,
      id: `RouterOS menentukannya ${deadLines.say('gateways', 'id')}; timer dalam teks adalah batas atas. Selama saluran mati, semua rutenya yang dicek tidak aktif.`,
    },
  });
}

const counted = ({ options: { lines = [] } }: LinuxContext): readonly CountedLine[] => lines;

/** Those that somebody is asked on, with their place among all. */
const probed = (context: LinuxContext) =>
  counted(context)
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => line.isProbed);

/** Probes bound to a line look in its own table. */
export const lineRules = (context: LinuxContext): ProgramRule[] =>
  probed(context).map(({ line: { interface: oif }, place }) => ({
    family: 'ipv4',
    priority: rulePriority.probes + place,
    fwmark: { value: markLayout.probe, mask: markLayout.probe },
    oif,
    action: { kind: 'lookup', table: probeTableBase + place },
    origin: noOrigin,
  }));

/** A default route by each line's gateway; a line whose gateway is not known has none. */
export const lineRoutes = (context: LinuxContext): ProgramRoute[] =>
  probed(context).flatMap(({ line: { interface: name, gateway: address }, place }): ProgramRoute[] => {
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
  readonly base?: BaseChain;
  readonly lines: readonly string[];
}

/** Declarations of the counters. */
export const lineCounterLines = (context: LinuxContext): string[] =>
  counted(context).flatMap((_, place) =>
    Object.values(lineCounters(place)).flatMap(name => [`counter ${name} {`, '}']),
  );

/** Whoever asks what comes in has it counted. */
export const countingLine = (context: LinuxContext): readonly string[] =>
  counted(context).length === 0 ? [] : [`jump ${arriving}`];

const arriving = 'line_in';

/**
 * What comes in from beyond the gateway as part of a connection that both ends speak on, and what goes out beyond it;
 * never probes. Broadcasts, scans and the modem's own pages prove nothing. `isAsked`: another chain leads to the first one.
 */
export function lineChains(context: LinuxContext, isAsked: boolean): readonly LineChain[] {
  const lines = counted(context);
  if (lines.length === 0) return [];
  const beyond = (side: 'saddr' | 'daddr') => `ip ${side} != @${nearSet} `;
  const names = setOf(lines.map(one => quote(one.interface)));
  const bit = hex(markLayout.probe);
  const isTracked = context.router.settings.connectionTracking.enabled !== 'no';
  const answered = isTracked ? `ct state established,related ct mark & ${bit} == 0 ` : '';
  return [
    {
      name: arriving,
      ...(!isAsked && { base: { type: 'filter', hook: 'prerouting', priority: '-145' } as const }),
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
  lines: readonly CountedLine[],
  side: 'iifname' | 'oifname',
  which: 'arrived' | 'left',
): string {
  const entries = lines.map(
    (line, place) => `${quote(line.interface)} : ${quote(lineCounters(place)[which])}`,
  );
  return `counter name ${side} map { ${entries.join(', ')} } comment "health"`;
}

const nearSet = 'line_near';

/** The networks of the lines themselves: the running gateway changes them as leases come and go. */
export function lineSets(context: LinuxContext): readonly ProgramSet[] {
  const lines = counted(context);
  if (lines.length === 0) return [];
  return [{ name: nearSet, type: 'ipv4_addr', elements: nearRanges(context, lines) }];
}

/** What touches or covers another is one with it: nft keeps no two of these apart. */
function nearRanges({ world }: LinuxContext, lines: readonly CountedLine[]): readonly AddressRange[] {
  const held = lines.flatMap(line => world.interfaces[line.interface]?.addresses ?? []);
  const all = held.map(one => prefixRange(connectedNetwork(one))).sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of all) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined.map(({ from, to }) => ({ from: printIpv4(from), to: printIpv4(to) }));
}
