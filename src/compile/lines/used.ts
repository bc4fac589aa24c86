import {
  byLineChain,
  hex,
  inField,
  lineField,
  lineMark,
  markLayout,
  openedCounter,
  outside,
  type ProgramSet,
} from '../../linux/index.ts';
import { mainTable } from '../../model/index.ts';
import type { FlowLine, LinuxContext } from '../context.ts';
import type { ChainText } from '../nft/chain-text.ts';
import { quote } from '../nft/condition.ts';
import type { HelperChain } from '../nft/rule.ts';

// A connection's first packet says which line it uses. Where its routing mark is set, that is mostly known: the number is set with the mark,
// and on the way out it is only asked whether the packet really leaves by that line. All others get their number there.

const noLines: readonly FlowLine[] = [];
export const linesOf = ({ options }: LinuxContext): readonly FlowLine[] => options.flows?.lines ?? noLines;

/** The chain of a rule whose packets begin a connection, and the numbers of the marks that it gives to both. */
export interface First {
  readonly name: string;
  readonly connection: number;
  readonly routing: number;
  /** Its lines, with what sets the connection's mark: that depends on the lines. */
  readonly lines: (set: string) => readonly string[];
}

/** What other parts of the table have made of it. */
export interface Asked {
  /** Connections keep decisions, and are asked whether they are held where these are made. */
  readonly keeps: boolean;
  /** First packets come with the number of the line that they are to leave by. */
  readonly isForeseen: boolean;
  /** The chain of the text's src-nat, where it has a chain for each line and asks connections for their line itself. */
  readonly srcnat: string | undefined;
}

/** A chain of type nat is asked about a connection's first packet only. */
export function usedChains(context: LinuxContext, asked: Asked): readonly ChainText[] {
  const base = { type: 'nat', hook: 'postrouting', priority: beforeNat } as const;
  const used = { name: 'flows_used', base, lines: usedLines(context, asked) };
  const local = { name: 'flows_local', base: { ...base, hook: 'input' } as const, lines: [noNumber] };
  const lines = linesOf(context);
  return [
    ...lines.map(line => lineChain(line, asked, lines.length <= few)),
    ...(asked.srcnat === undefined ? [used] : []),
    ...(asked.isForeseen ? [local] : []),
  ];
}

/** So that no other software has translated the address before, and ended it. */
export const beforeNat = '99';

/** So many interfaces are compared one by one in less time than one look-up takes. */
const few = 3;

type Way = Pick<Asked, 'isForeseen' | 'srcnat'>;

/** Where connections leave. Who leaves by no line after all has no number. */
export function usedLines(context: LinuxContext, way: Way): readonly string[] {
  const lines = linesOf(context);
  return [
    ...(lines.length > few ? [byName(lines)] : oneByOne(lines, way)),
    ...(way.isForeseen ? [noNumber] : []),
  ];
}

/** Those first whose line was foreseen. */
function oneByOne(lines: readonly FlowLine[], way: Way): readonly string[] {
  const foreseen = way.isForeseen ? lines : [];
  return [
    ...foreseen.map(line => foreseenLine(line, way)),
    ...lines.map(line => `${leavesBy(line)} goto ${lineName(line.number)}`),
  ];
}

const others = hex(outside(lineField.mask));

/** Of connections that leave by no line, and of those with the router itself. */
const noNumber = `ct mark & ${hex(lineField.number.mask)} != 0 ct mark set ct mark & ${others} comment "flows"`;

const leavesBy = (line: FlowLine): string => `oifname ${quote(line.interface)}`;

const byName = (lines: readonly FlowLine[]): string =>
  `oifname vmap { ${lines.map(line => `${quote(line.interface)} : goto ${lineName(line.number)}`).join(', ')} }`;

const lineName = (number: number): string => `flows_by_${number}`;

const onward = (number: number, { srcnat }: Way): string =>
  srcnat === undefined ? 'accept' : `goto ${byLineChain(srcnat, number)}`;

const counted = (number: number): string => `counter name ${openedCounter.of(number)}`;

/** The mark first, as names cost more to compare. */
function foreseenLine(line: FlowLine, way: Way): string {
  const { number } = line;
  const ours = `ct mark & ${hex(lineField.mask)} == ${hex(lineMark(number))}`;
  return `${ours} ${leavesBy(line)} ${counted(number)} ${onward(number, way)} comment "flows"`;
}

/**
 * What was not foreseen, and with many lines what was (`isAsked`: that was asked before). Before the gateway knows of an outage, the kernel
 * itself leaves routes whose cable is out: what then leaves by a line that is not the home of its mark is away, too. Probes are nobody's.
 */
function lineChain(line: FlowLine, way: Way, isAsked: boolean): ChainText {
  const { number } = line;
  const onwards = onward(number, way);
  const set = (isAway: boolean): string =>
    `${counted(number)} ct mark set ct mark & ${others} | ${hex(lineMark(number, isAway))} ${onwards} comment "flows"`;
  return {
    name: lineName(number),
    lines: [
      ...(way.isForeseen && !isAsked ? [foreseenLine(line, way)] : []),
      `${isHome(number)} ${set(false)}`,
      `meta mark & ${hex(markLayout.probe)} == 0 ${set(true)}`,
      ...(way.srcnat === undefined ? [] : [onwards]),
    ],
  };
}

/** The chains in which first packets get the mark of their connection. */
export const firstChains = (context: LinuxContext, firsts: readonly First[]) =>
  firsts.map((first): HelperChain => {
    const line = homeOf(context, first);
    const mark = (first.connection | (line ? lineMark(line.number) : 0)) >>> 0;
    return { name: first.name, lines: first.lines(`ct mark set ${hex(mark)}`) };
  });

/**
 * The line that packets with this routing mark leave by as long as every line lives. Not where several share them, and for none before
 * every line was somebody's home: one whose first lease is still to come may take some over.
 */
function homeOf(context: LinuxContext, { routing }: First): FlowLine | undefined {
  const lines = linesOf(context);
  const [table] = [...context.marks.routing].find(([, mark]) => mark === routing) ?? [];
  if (table === undefined || lines.some(({ home }) => home.length === 0)) return undefined;
  const found = lines.filter(({ home }) => home.includes(table));
  return found.length === 1 ? found[0] : undefined;
}

const homes = (number: number): string => `flows_homes_${number}`;

const isHome = (number: number): string =>
  `meta mark & ${hex(markLayout.routing.mask | markLayout.probe)} @${homes(number)}`;

/**
 * Routing marks whose packets leave by this line as long as every line lives: a table that leads nowhere hands them to main. In
 * an outage nobody knows where they would go later.
 */
export function homesOf(context: LinuxContext, { number, home }: FlowLine): ProgramSet {
  if (context.options.flows?.outage) return { name: homes(number), type: 'mark', elements: [] };
  const isLed = (table: string): boolean => linesOf(context).some(one => one.home.includes(table));
  const isAtHome = (table: string): boolean => home.includes(isLed(table) ? table : mainTable);
  const marks = [[mainTable, 0] as const, ...context.marks.routing];
  const own = marks.filter(([table]) => isAtHome(table));
  const elements = own.map(([, mark]) => inField(markLayout.routing, mark));
  return { name: homes(number), type: 'mark', elements };
}
