import {
  defineEdition,
  hex,
  markLayout,
  nftTable,
  type ProgramNft,
  type ProgramSet,
} from '../../linux/index.ts';
import type { FirewallRule, FirewallTable } from '../../model/index.ts';
import type { LinuxContext } from '../context.ts';
import { flowCounterLines, flowHooks, flowSets } from '../lines/flows.ts';
import { countingLine, lineCounterLines, lineSets } from '../lines/lines.ts';
import { type Asked, firstChains } from '../lines/used.ts';
import { type Divided, type SharedRules, shareSets, sharesOf } from '../shares/index.ts';
import { baseChain, baseDeclaration } from './base-chains.ts';
import { byLineTexts, partsByLine } from './by-interface/index.ts';
import { type Chain, type ChainIndex, indexChains } from './chain-index.ts';
import { type Before, type Gathered, rulesLines } from './chain-lines.ts';
import type { ChainText } from './chain-text.ts';
import { type Firewall, firewallOf } from './firewall.ts';
import {
  askOwnOnce,
  insideLine,
  keepChain,
  keepChains,
  type OwnAsked,
  ownAddressLines,
  ownOnce,
  passedBy,
  type Shortcut,
  seeingLines,
  shortcutLine,
  shortcutOf,
  splitChain,
  spoofGuard,
  toOwn,
} from './kept/index.ts';
import { meterLines } from './meter.ts';
import { saidOnce } from './said-once.ts';
import type { ShortCut } from './short-cut.ts';

/** The table, and the interfaces whose packets it asks whether their source is one of ours. */
interface NftCompilation {
  readonly nft: ProgramNft;
  readonly guarded: readonly string[];
  readonly shortCuts: readonly ShortCut[];
  readonly shares: readonly SharedRules[];
}

/** The whole nftables table of a router. `extra`: chains of other parts of the program, which may ask whether connections keep decisions. */
export function compileNft(
  context: LinuxContext,
  extra: (asked: Asked) => readonly ChainText[],
): NftCompilation {
  const firewall = firewallOf(context, compileChains);
  const { chains, helpers, lookups, lists, guarded, shortCuts, firsts, srcnat } = firewall;
  const asked = { keeps: guarded.length > 0, isForeseen: firsts.length > 0, srcnat };
  const shares = sharesOf(context, firewall.divided);
  const counters = [...lineCounterLines(context), ...flowCounterLines(context)];
  const own = [...lineSets(context), ...flowSets(context), ...shareSets(shares)];
  const sets = [...lists, ...meterLines(context)];
  const body = [
    ...own.map(ownSetLines),
    ...lookups,
    ...(sets.length > 0 ? [sets] : []),
    ...(counters.length > 0 ? [counters] : []),
    ...joined(
      [
        ...helpers,
        ...firstChains(context, firsts),
        ...withoutTracking(context, chains),
        ...extra(asked),
      ].filter(isNeeded),
    ).map(chainLines),
  ];
  const head = guarded.length > 0 ? defineEdition : [];
  const text = [...head, `table inet ${nftTable} {`, ...separated(body).map(indent), '}', ''].join('\n');
  const hooks = flowHooks(context);
  const nft = {
    ...({ family: 'inet', table: nftTable, text } as const),
    ...(own.length > 0 && { sets: own }),
    ...(hooks.length > 0 && { hooks }),
  };
  return { nft, guarded, shortCuts, shares };
}

function compileChains(context: LinuxContext): Omit<Firewall, 'lists'> {
  const found = withProbeChains(indexChains(context.router), context);
  const shortcut = shortcutOf(context, found);
  const index = withShortcut(found, shortcut);
  const divided: Divided[] = [];
  const own = shortcut ? ownAddressLines(context.router) : [];
  const gathered: Gathered = {
    lookups: own.length > 0 ? [own] : [],
    divide: one => void divided.push(one),
    shortCuts: shortcut ? [...passedBy(context.router, shortcut)] : [],
    helpers: [...(shortcut ? keepChains(context, shortcut) : [])],
    firsts: [],
  };
  let srcnat: string | undefined;
  const chains = index.chains.flatMap((chain): readonly ChainText[] => {
    const parts = partsByLine(context, chain);
    if (!parts) return [chainText(context, index, chain, shortcut, gathered)];
    srcnat = chain.name;
    return byLineTexts(context, index, parts, gathered);
  });
  const { lookups, shortCuts, helpers, firsts } = gathered;
  const guarded = shortcut?.interfaces ?? [];
  return { chains, lookups, shortCuts, helpers, divided, guarded, firsts, srcnat };
}

function chainText(
  context: LinuxContext,
  chains: ChainIndex,
  chain: Chain,
  shortcut: Shortcut | undefined,
  gathered: Gathered,
): ChainText {
  const before: Before = rules =>
    shortcut?.chains.includes(chain) ? rules.flatMap(rule => seeingLines(context, shortcut, rule)) : [];
  const { name, base } = chain;
  if (shortcut && chain === shortcut.chains[0]) return keptText(context, chains, chain, shortcut, gathered);
  return {
    name,
    base,
    lines: [...probeLines(chain), ...rulesLines(context, chains, chain, before, gathered)],
  };
}

/** The chain whose decisions are kept. No connection of IPv6 keeps anything, so the family need not be asked before. */
function keptText(
  context: LinuxContext,
  chains: ChainIndex,
  chain: Chain,
  shortcut: Shortcut,
  gathered: Gathered,
): ChainText {
  const before: Before = rules => rules.flatMap(rule => seeingLines(context, shortcut, rule));
  const [end, ahead] = [`goto ${keepChain}`, [shortcutLine(shortcut)]];
  const split = splitChain(context.router, chain, shortcut);
  const { name, base } = chain;
  if (!split) {
    const own = rulesLines(context, chains, chain, before, gathered, true);
    const first = [...probeLines(chain), ...countingLine(context)];
    return { name, base, ahead, lines: [...first, spoofGuard(context, shortcut, true), ...own, end] };
  }
  const once = saidOnce(context);
  // What comes in elsewhere is asked each time.
  const linesOf = (one: Chain, seeing: Before, endsThere = true, originals = split.originals) =>
    once(originals, own => rulesLines(own, chains, one, seeing, ofText(gathered, originals), endsThere));
  const asked = askOwnOnce(split);
  const rest = asked ? [`${toOwn} ${end}`, ...linesOf(asked.rest, before, true, asked.originals)] : [];
  const here = [...linesOf(asked?.first ?? split.inside, before, !asked), ...rest];
  const others = linesOf(split.outside, () => []);
  if (asked) gathered.shortCuts.push(ownOnce(asked));
  const [probes, inside] = [probeLines(chain), insideLine(shortcut)];
  gathered.helpers.push({
    name: split.inside.name,
    lines: [spoofGuard(context, shortcut, false), ...here, end],
  });
  return {
    name,
    base,
    ahead,
    lines: [
      ...(passesProbes(asked) ? [inside, ...probes] : [...probes, inside]),
      ...countingLine(context),
      ...others,
      end,
    ],
  };
}

/** Answers to probes are for the router itself: where all that comes before that question lets packets pass, none of them is marked. */
const passesProbes = (asked: OwnAsked | undefined): boolean =>
  asked?.first.rules.every(({ action, log }) => action.kind === 'accept' && !log) === true;

/** What is gathered is told of the rules of the text. */
function ofText(gathered: Gathered, originals: ReadonlyMap<FirewallRule, FirewallRule>): Gathered {
  const divide: Gathered['divide'] = ({ name, rules }) =>
    gathered.divide({ name, rules: rules.map(rule => originals.get(rule) ?? rule) });
  return { ...gathered, divide };
}

/** Packets leave the chains whose decisions are kept by way of where they are. */
function withShortcut(index: ChainIndex, shortcut: Shortcut | undefined): ChainIndex {
  if (!shortcut) return index;
  const names = shortcut.chains.map(({ chain }) => chain);
  const endOf = (table: FirewallTable, chain: string) =>
    table === 'mangle' && names.includes(chain) ? `goto ${keepChain}` : 'accept';
  return { ...index, endOf, keeps: true };
}

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

function ownSetLines(set: ProgramSet): string[] {
  if (set.type === 'buckets') return bucketMapLines(set);
  // The kernel looks up faster in a set of a known size; of one field of a mark there are 256.
  const kind = [`  type ${set.type}`, set.type === 'mark' ? '  size 256' : '  flags interval'];
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

/** Its comment changes with the chains that there are, so that none is taken away that it still leads to. */
function bucketMapLines({
  name,
  chains,
  elements,
}: Extract<ProgramSet, { readonly type: 'buckets' }>): string[] {
  const leads = elements.map((chain, bucket) => `${bucket} : jump ${chain}`);
  return [
    `map ${name} {`,
    `  typeof numgen inc mod ${elements.length} : verdict`,
    `  size ${elements.length}`,
    `  comment "${chains} chains"`,
    `  elements = { ${leads.join(', ')} }`,
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
