import {
  defineEdition,
  hex,
  markLayout,
  nftTable,
  type ProgramMap,
  type ProgramNft,
  type ProgramSet,
} from '../../linux/index.ts';
import type { FirewallRule, FirewallTable } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { flowCounterLines, flowHooks, flowSets } from '../lines/flows.ts';
import { lineCounterLines, lineSets } from '../lines/lines.ts';
import { markNumber } from '../numbers.ts';
import { baseChain, baseDeclaration } from './base-chains.ts';
import { type Chain, type ChainIndex, indexChains } from './chain-index.ts';
import type { ChainText } from './chain-text.ts';
import { type FamilyKey, families, isFamily } from './family/family.ts';
import { compileFamily } from './family/rule.ts';
import { type Firewall, firewallOf } from './firewall.ts';
import {
  keepChain,
  keepChains,
  type Shortcut,
  seeingLines,
  shortcutLine,
  shortcutOf,
  spoofGuard,
} from './kept/index.ts';
import { meterLines } from './meter.ts';
import { compileRule, type HelperChain } from './rule.ts';
import { compileRun, isRun, withRuns } from './run/index.ts';

/** What the chains of a table need beside themselves. */
interface Gathered {
  readonly maps: ProgramMap[];
  readonly helpers: HelperChain[];
  readonly runs: (readonly string[])[];
}

/** The table, and the interfaces whose packets it asks whether their source is one of ours. */
interface NftCompilation {
  readonly nft: ProgramNft;
  readonly guarded: readonly string[];
}

/** The whole nftables table of a router. `extra`: chains of other parts of the program, which may ask whether connections keep decisions. */
export function compileNft(
  context: LinuxContext,
  extra: (keeps: boolean) => readonly ChainText[],
): NftCompilation {
  const { chains, maps, helpers, runs, lists, guarded } = firewallOf(context, compileChains);
  const counters = [...lineCounterLines(context), ...flowCounterLines(context)];
  const own = [...lineSets(context), ...flowSets(context)];
  const sets = [...lists, ...meterLines(context)];
  const body = [
    ...maps.map(mapLines),
    ...own.map(ownSetLines),
    ...runs,
    ...(sets.length > 0 ? [sets] : []),
    ...(counters.length > 0 ? [counters] : []),
    ...joined(
      [...helpers, ...withoutTracking(context, chains), ...extra(guarded.length > 0)].filter(isNeeded),
    ).map(chainLines),
  ];
  const head = guarded.length > 0 ? [defineEdition] : [];
  const text = [...head, `table inet ${nftTable} {`, ...separated(body).map(indent), '}', ''].join('\n');
  const hooks = flowHooks(context);
  const nft = {
    ...({ family: 'inet', table: nftTable, text, maps } as const),
    ...(own.length > 0 && { sets: own }),
    ...(hooks.length > 0 && { hooks }),
  };
  return { nft, guarded };
}

function compileChains(context: LinuxContext): Omit<Firewall, 'lists'> {
  const found = withProbeChains(indexChains(context.router), context);
  const shortcut = shortcutOf(context, found);
  const index = withShortcut(found, shortcut);
  const gathered: Gathered = {
    maps: [],
    runs: [],
    helpers: [...(shortcut ? keepChains(context, shortcut) : [])],
  };
  const chains = index.chains.map(chain => chainText(context, index, chain, shortcut, gathered));
  return { chains, ...gathered, guarded: shortcut?.interfaces ?? [] };
}

function chainText(
  context: LinuxContext,
  chains: ChainIndex,
  chain: Chain,
  shortcut: Shortcut | undefined,
  gathered: Gathered,
): ChainText {
  const seeing = (rules: readonly FirewallRule[]) =>
    shortcut?.chains.includes(chain) ? rules.flatMap(rule => seeingLines(context, shortcut, rule)) : [];
  const may = (key: FamilyKey) => mayLookUp(context, chains, chain, key);
  const parts = families(chain.rules, may);
  let runs = 0;
  const lines = (context.options.plain ? parts : withRuns(parts)).flatMap(part => {
    if (isFamily(part)) {
      const { lines: own, map } = compileFamily(context, chains, part, `pcc${gathered.maps.length}`);
      if (map) gathered.maps.push(map);
      return [...seeing(part.rules), ...own];
    }
    if (isRun(part)) {
      const { lines: own, set } = compileRun(context, chains, part, `${chain.name}_any${runs++}`);
      if (set.length > 0) gathered.runs.push(set);
      return [...seeing(part.rules), ...own];
    }
    const compiled = compileRule(context, chains, part, `helper${gathered.helpers.length}`);
    gathered.helpers.push(...compiled.helpers);
    return [...seeing([part]), ...compiled.lines];
  });
  const all = [...probeLines(chain), ...lines];
  if (!shortcut || chain !== shortcut.chains[0]) return { name: chain.name, base: chain.base, lines: all };
  const kept = [spoofGuard(shortcut), ...all, `goto ${keepChain}`];
  // No connection of IPv6 keeps anything, so the family need not be asked before.
  return { name: chain.name, base: chain.base, ahead: [shortcutLine(shortcut)], lines: kept };
}

/** Packets leave the chains whose decisions are kept by way of where they are. */
function withShortcut(index: ChainIndex, shortcut: Shortcut | undefined): ChainIndex {
  if (!shortcut) return index;
  const names = shortcut.chains.map(({ chain }) => chain);
  const endOf = (table: FirewallTable, chain: string) =>
    table === 'mangle' && names.includes(chain) ? `goto ${keepChain}` : 'accept';
  return { ...index, endOf, keeps: true };
}

/**
 * A routing mark from a map would clear packet marks in the same word, so then the rules stay apart; and marks that
 * found no number, or stand in a chain where they are refused, must meet the rule that says so.
 */
function mayLookUp(context: LinuxContext, chains: ChainIndex, chain: Chain, key: FamilyKey): boolean {
  if (chain.table !== 'mangle' || context.marks.overflow.length > 0) return false;
  if (key !== 'connection-mark') return true;
  const hooks = chains.hooksOf(chain.table, chain.chain);
  const known = chain.rules.every(rule => isKnown(context, rule));
  return context.marks.packet.size === 0 && known && hooks.every(h => h === 'prerouting' || h === 'output');
}

const isKnown = (context: LinuxContext, { action }: FirewallRule): boolean =>
  action.kind !== 'mark-routing' || markNumber(context.marks, 'routing', action.mark) !== undefined;

/** First rules of mangle prerouting and output: probes and their answers pass by all marking. */
function probeLines({ table, chain }: Chain): string[] {
  if (table !== 'mangle') return [];
  const bit = hex(markLayout.probe);
  if (chain === 'prerouting') return [`ct mark & ${bit} != 0 accept comment "probes"`];
  return chain === 'output' ? [`meta mark & ${bit} != 0 ct mark set ${bit} accept comment "probes"`] : [];
}

/** Where one of the two has rules, or probes are told from other packets, both must exist: one chain marks a probe's connection, the other obeys it. */
function withProbeChains(index: ChainIndex, { options: { lines = [] } }: LinuxContext): ChainIndex {
  const has = (chain: string) => index.chains.some(c => c.table === 'mangle' && c.chain === chain);
  const missing = ['prerouting', 'output'].filter(chain => !has(chain));
  if (missing.length === 2 && lines.length === 0) return index;
  const made = missing.map(
    (chain): Chain => ({
      table: 'mangle',
      chain,
      name: `mangle_${chain}`,
      base: baseChain('mangle', chain),
      rules: [],
    }),
  );
  return { ...index, chains: [...index.chains, ...made] };
}

/** `/ip firewall connection tracking set enabled=no`: every packet is untracked, after the user's raw rules. */
function withoutTracking({ router }: LinuxContext, chains: readonly ChainText[]): readonly ChainText[] {
  if (router.settings.connectionTracking.enabled !== 'no') return chains;
  const line = 'notrack comment "connection tracking enabled=no"';
  const raw = (['prerouting', 'output'] as const).map(hook => ({
    name: `untracked_${hook}`,
    base: { type: 'filter', hook, priority: '-299' } as const,
    lines: [line],
  }));
  return [...chains, ...raw];
}

function mapLines({ name, modulus, elements }: ProgramMap): string[] {
  const list = elements.map(({ bucket, mark }) => `${bucket} : ${hex(mark)}`).join(', ');
  const type = `  typeof numgen inc mod ${modulus} : ct mark`;
  return [`map ${name} {`, type, ...(list === '' ? [] : [`  elements = { ${list} }`]), '}'];
}

function ownSetLines(set: ProgramSet): string[] {
  const kind = set.type === 'mark' ? [`  type ${set.type}`] : [`  type ${set.type}`, '  flags interval'];
  const list =
    set.type === 'mark'
      ? set.elements.map(hex)
      : set.elements.map(({ from, to }) => (from === to ? from : `${from}-${to}`));
  return [
    `set ${set.name} {`,
    ...kind,
    ...(list.length === 0 ? [] : [`  elements = { ${list.join(', ')} }`]),
    '}',
  ];
}

/** A base chain whose rules were all left out does nothing; a chain that is jumped to must exist. */
const isNeeded = ({ base, lines }: ChainText): boolean => base === undefined || lines.length > 0;

/** A chain of IPv6 at the same place as one of IPv4 is entered by way of that one: each hook costs every packet. */
function joined(chains: readonly ChainText[]): readonly (ChainText & { readonly other?: string })[] {
  const placeOf = ({ base }: ChainText): string => (base ? JSON.stringify(base) : '');
  const [six, four] = [true, false].map(isSix =>
    chains.filter(({ base, about }) => base && (about === 'ipv6') === isSix),
  );
  return chains.map(chain => {
    const isSix = six?.includes(chain) === true;
    const twin = (isSix ? four : six)?.find(one => placeOf(one) === placeOf(chain));
    if (!twin) return chain;
    return isSix ? { ...chain, base: undefined } : { ...chain, other: twin.name };
  });
}

/** A chain is about one family, where an inet table sees both. `other`: the chain of the other one. */
function chainLines({
  name,
  base,
  ahead = [],
  about = 'ipv4',
  other,
  lines,
}: ChainText & { readonly other?: string }): string[] {
  const leave = other === undefined ? 'accept' : `goto ${other}`;
  const head = base ? [baseDeclaration(base), ...ahead, `meta nfproto != ${about} ${leave}`] : [];
  return [`chain ${name} {`, ...[...head, ...lines].map(line => `  ${line}`), '}'];
}

const separated = (blocks: readonly (readonly string[])[]): string[] =>
  blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));

const indent = (line: string): string => (line === '' ? '' : `  ${line}`);
