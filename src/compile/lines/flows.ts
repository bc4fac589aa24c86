import {
  heldRouting,
  hex,
  inField,
  lineField,
  lineMark,
  lineTableBase,
  mainTableId,
  markLayout,
  openedCounter,
  outside,
  type ProgramHook,
  type ProgramRoute,
  type ProgramRule,
  type ProgramSet,
  pokeMark,
  rulePriority,
} from '../../linux/index.ts';
import { differences, noOrigin } from '../../model/index.ts';
import { isDefault } from '../../net/index.ts';
import { connectedNetwork } from '../../rib/index.ts';
import type { FlowLine, LinuxContext } from '../context.ts';
import type { ChainText } from '../nft/chain-text.ts';
import { quote, setOf } from '../nft/condition.ts';
import { type Asked, homesOf, linesOf, usedChains } from './used.ts';

// What becomes of connections when a line dies and when it returns. Each connection carries the number of the line that it
// really leaves by. Where routing sends it another way while its address was translated for that line, no answer would
// come: TCP is reset on the LAN's side, so that its program connects anew. Connections that were opened during an outage
// stay at their line when the dead one returns (docs/architecture.md#decisions).

/** Connections of an outage that stay where they are. */
const heldSet = 'flows_held_at';

/** Lines whose number is left for a routing mark of its own; connections of the others follow the text's routes. */
const holdable = (context: LinuxContext): readonly FlowLine[] =>
  linesOf(context).filter(({ number }) => heldRouting(number) > context.marks.routing.size);

/** Lines that packets can leave by. */
const usable = (context: LinuxContext): readonly FlowLine[] =>
  linesOf(context).filter(line => !line.isDead && (line.gateway !== undefined || isDialled(context, line)));

const held = (context: LinuxContext): readonly FlowLine[] => {
  const able = holdable(context);
  return context.options.flows?.isReleased ? [] : usable(context).filter(line => able.includes(line));
};

const isDialled = ({ world }: LinuxContext, { interface: name }: FlowLine): boolean =>
  world.interfaces[name]?.addresses.some(({ peer }) => peer !== undefined) === true;

/** Says what this program does with connections that the text's router leaves to themselves. */
export function checkFlows(context: LinuxContext): void {
  const names = linesOf(context).map(line => line.interface);
  if (names.length === 0) return;
  const { deadFlows, outageFlows } = differences.connections;
  context.report(noOrigin, {
    id: 'compile/flows',
    severity: 'info',
    what: {
      en: `${names.join(' and ')}: connections by a line that dies ${deadFlows.say('ours')}; those that were opened meanwhile, when it returns, ${outageFlows.say('ours')}.`,
      id: `${names.join(' dan ')}: koneksi lewat saluran yang mati ${deadFlows.say('ours', 'id')}; yang dibuka sementara itu, bila saluran pulih, ${outageFlows.say('ours', 'id')}.`,
    },
    why: {
      en: `In RouterOS the first ${deadFlows.say('none')}; the others ${outageFlows.say('none')}.`,
      id: `Di RouterOS yang pertama ${deadFlows.say('none', 'id')}; yang lain ${outageFlows.say('none', 'id')}.`,
    },
  });
  const unnumbered = context.wans.filter(name => !names.includes(name));
  if (names.length < lineField.number.limit || unnumbered.length === 0) return;
  context.report(noOrigin, {
    id: 'compile/flows-unnumbered',
    severity: 'warning',
    what: {
      en: `${unnumbered.join(' and ')}: connections are left to themselves when a line dies or returns.`,
      id: `${unnumbered.join(' dan ')}: koneksi dibiarkan bila saluran mati atau pulih.`,
    },
    why: {
      en: `A connection's mark has room for the numbers of ${lineField.number.limit} lines.`,
      id: `Mark koneksi hanya memuat nomor ${lineField.number.limit} saluran.`,
    },
  });
}

/** Sockets that are bound to a line, and packets that are held at one, look in its own table first. */
export function flowRules(context: LinuxContext): ProgramRule[] {
  const looksIn = (number: number) => ({
    family: 'ipv4' as const,
    action: { kind: 'lookup' as const, table: lineTableBase + number },
    origin: noOrigin,
  });
  const bound = linesOf(context).map(({ number, interface: oif }) => {
    return { ...looksIn(number), priority: rulePriority.bound + number, oif };
  });
  const marked = holdable(context).map(({ number }) => {
    const value = inField(markLayout.routing, heldRouting(number));
    const fwmark = { value, mask: markLayout.routing.mask };
    return { ...looksIn(number), priority: rulePriority.held + number, fwmark };
  });
  return [...bound, ...marked];
}

/** By each line: its gateway, its own network, and what main sends by that line alone. */
export function flowRoutes(context: LinuxContext, routes: readonly ProgramRoute[]): ProgramRoute[] {
  return usable(context).flatMap(line => {
    const table = lineTableBase + line.number;
    const own = routes.filter(
      route => route.table === mainTableId && !isDefault(route.destination) && leavesBy(route, line),
    );
    const hop = {
      ...(line.gateway !== undefined && { address: line.gateway }),
      interface: line.interface,
      weight: 1,
    };
    const first = { destination: '0.0.0.0/0', type: 'unicast', nextHops: [hop], origin: noOrigin } as const;
    const near = (context.world.interfaces[line.interface]?.addresses ?? []).map(connectedNetwork);
    const networks = [...new Set(near)].map(destination => ({
      ...{ destination, type: 'unicast' as const, origin: noOrigin },
      nextHops: [{ interface: line.interface, weight: 1 }],
    }));
    const others = own.filter(route => !networks.some(one => one.destination === route.destination));
    return [first, ...networks, ...others].map(route => ({ ...route, table }));
  });
}

const leavesBy = ({ nextHops }: ProgramRoute, line: FlowLine): boolean =>
  nextHops.length > 0 && nextHops.every(hop => hop.interface === line.interface);

/** The sets that the running gateway changes. */
export function flowSets(context: LinuxContext): readonly ProgramSet[] {
  if (linesOf(context).length === 0) return [];
  return [
    ...linesOf(context).map(line => homesOf(context, line)),
    { name: heldSet, type: 'mark', elements: held(context).map(({ number }) => lineMark(number, true)) },
  ];
}

/** Declarations of the counters of connections that were opened by each line. */
export const flowCounterLines = (context: LinuxContext): string[] =>
  linesOf(context).flatMap(({ number }) => [`counter ${openedCounter.of(number)} {`, '}']);

export function flowChains(context: LinuxContext, asked: Asked): readonly ChainText[] {
  const lines = linesOf(context);
  if (lines.length === 0) return [];
  return [
    ...heldChains(context, asked.keeps),
    ...leftChains(lines),
    ...usedChains(context, asked),
    pokeChain,
  ];
}

/** Hooks that the running gateway opens and closes. A connection can leave by another line than before only after routes have changed. */
export const flowHooks = (context: LinuxContext): readonly ProgramHook[] =>
  linesOf(context).length === 0
    ? []
    : [{ ...leftHook, isOpen: linesOf(context).some(({ isDead }) => isDead) }];

const left = 'flows_left';
/** Before the text's filter. */
const leftHook = { name: 'flows_left_hook', hook: 'forward', priority: -1, chain: left } as const;

/** Can connections be held at a line? */
export const canHold = (context: LinuxContext): boolean => holdable(context).length > 0;

/** Asks connections of an outage whether they are held. */
export const heldLine = `ct mark & ${hex(lineField.mask)} @${heldSet} jump flows_held`;

/** Tracking would call it invalid, and the text may drop what is. */
const pokeChain: ChainText = {
  name: 'flows_poke',
  base: { type: 'filter', hook: 'output', priority: '-301' },
  lines: [`meta mark == ${hex(pokeMark)} notrack comment "flows"`],
};

const fromLan = (lines: readonly FlowLine[]): string =>
  `iifname != ${setOf(lines.map(line => quote(line.interface)))} ct direction original`;

const byMark = (
  lines: readonly FlowLine[],
  mask: number,
  mark: (line: FlowLine) => number,
  chain: string,
): string =>
  `ct mark & ${hex(mask)} vmap { ${lines.map(line => `${hex(mark(line))} : goto ${chain}_${line.number}`).join(', ')} }`;

/** After the text's own marks, as these would lead elsewhere. */
function heldChains(context: LinuxContext, keeps: boolean): ChainText[] {
  const lines = holdable(context);
  if (lines.length === 0) return [];
  const word = `ct mark & ${hex(lineField.mask)}`;
  const others = hex(outside(markLayout.routing.mask));
  const chains = lines.map(({ number }) => ({
    name: `flows_held_${number}`,
    lines: [`meta mark set meta mark & ${others} | ${hex(heldRouting(number))} comment "flows"`],
  }));
  const led = byMark(lines, lineField.mask, line => lineMark(line.number, true), 'flows_held');
  const base = { type: 'filter', hook: 'prerouting', priority: '-149' } as const;
  const line = `${fromLan(linesOf(context))} ${word} @${heldSet} ${led}`;
  return [...chains, { name: 'flows_held', ...(!keeps && { base }), lines: [line] }];
}

/** An established connection whose translated address is of another line than it leaves by. */
function leftChains(lines: readonly FlowLine[]): ChainText[] {
  const chains = lines.map(({ number, interface: name }) => ({
    name: `flows_left_${number}`,
    lines: [`oifname != ${quote(name)} counter reject with tcp reset comment "flows"`],
  }));
  const led = byMark(lines, lineField.number.mask, line => lineMark(line.number), 'flows_left');
  const which = `${fromLan(lines)} meta l4proto tcp ct state established ct status snat`;
  return [...chains, { name: left, lines: [`${which} ${led}`] }];
}
