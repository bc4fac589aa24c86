import { byLineChain } from '../../../linux/index.ts';
import { drawsLots, type FirewallRule } from '../../../model/index.ts';
import type { LinuxContext } from '../../context.ts';
import { beforeNat, linesOf, usedLines } from '../../lines/used.ts';
import type { Chain, ChainIndex } from '../chain-index.ts';
import { type Gathered, rulesLines } from '../chain-lines.ts';
import type { ChainText } from '../chain-text.ts';
import { saidOnce } from '../said-once.ts';
import type { ShortCut } from '../short-cut.ts';
import { isAboutOut, mayBeElsewhere, type RulesThere, rulesAt } from './about-interface.ts';

// A connection is asked once which line it leaves by, for its number and for the text's src-nat: each line has a chain with the rules
// that may match there.

interface Part {
  readonly chain: Chain;
  readonly originals: RulesThere;
}

/** Rules in all chains of lines together. More are asked in one chain. */
const most = 1024;

/** The text's src-nat in parts, of which the last is for what leaves elsewhere; undefined where it stays one chain. */
export function partsByLine(context: LinuxContext, chain: Chain): readonly Part[] | undefined {
  const lines = linesOf(context);
  if (context.options.plain || lines.length === 0) return undefined;
  if (chain.table !== 'nat' || chain.base?.hook !== 'postrouting') return undefined;
  const parts = lines.map(({ interface: name, number }): Part => {
    const originals = rulesAt(context.router, chain.rules, [name], isAboutOut);
    const rules = [...originals.keys()];
    return {
      chain: { ...chain, name: byLineChain(chain.name, number), base: undefined, rules },
      originals,
    };
  });
  const names = lines.map(line => line.interface);
  const rest = chain.rules.filter(rule => mayBeElsewhere(context.router, rule, names, isAboutOut));
  const all = [...parts, { chain: { ...chain, rules: rest }, originals: new Map() }];
  const placed = all.flatMap(part => part.chain.rules.map(rule => part.originals.get(rule) ?? rule));
  if (placed.length > most || isDrawnTwice(placed)) return undefined;
  return all;
}

/** A rule that counts or draws lots has to do so in one place. */
function isDrawnTwice(placed: readonly FirewallRule[]): boolean {
  const drawing = placed.filter(({ matchers }) => matchers.some(drawsLots));
  return new Set(drawing).size < drawing.length;
}

/** The chains of the parts: those of the lines, and the text's own, where each packet goes to its line. */
export function byLineTexts(
  context: LinuxContext,
  chains: ChainIndex,
  parts: readonly Part[],
  gathered: Gathered,
): readonly ChainText[] {
  const asking = [...new Set(parts.flatMap(part => [...part.originals.values()]))];
  const shortened = asking.filter(({ matchers }) => matchers.some(isAboutOut));
  if (shortened.length > 0) gathered.shortCuts.push(byLineOnce(shortened));
  const once = saidOnce(context);
  const isForeseen = gathered.firsts.length > 0;
  return parts.map(({ chain, originals }): ChainText => {
    const { name, base } = chain;
    const lines = once(originals, own => rulesLines(own, chains, chain, () => [], gathered));
    if (!base) return { name, lines };
    return {
      name,
      base: { ...base, priority: beforeNat },
      lines: [...usedLines(context, { isForeseen, srcnat: name }), ...lines],
    };
  });
}

const byLineOnce = (rules: readonly FirewallRule[]): ShortCut => ({
  kind: 'one-look-up',
  rules,
  why: {
    en: 'a connection is asked once which line it leaves by, and each line has a chain of its rules',
    id: 'sebuah koneksi diperiksa sekali lewat jalur mana ia keluar, dan tiap jalur punya chain dengan aturannya sendiri',
  },
});
