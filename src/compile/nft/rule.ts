import { shortPlaceOf } from '../../linux/index.ts';
import { type FirewallRule, isCounting } from '../../model/index.ts';
import type { Said } from '../../text/index.ts';
import type { LinuxContext } from '../context.ts';
import { markNumber } from '../numbers.ts';
import { actionEffect, logStatement } from './act/act.ts';
import { hasMark } from './act/mark.ts';
import type { ChainIndex } from './chain-index.ts';
import { both, isRefused, join, quote } from './condition.ts';
import { conjunction } from './conditions.ts';
import { guardRouting } from './guard.ts';
import { ignore, leaveOut } from './left-out.ts';

/** nft lines of a chain, and chains that they call. */
export interface RuleLines {
  readonly lines: readonly string[];
  readonly helpers: readonly HelperChain[];
}

/** A chain of ours that no text names: one place for a rule that counts and has several conditions. */
export interface HelperChain {
  readonly name: string;
  readonly lines: readonly string[];
}

const nothing: RuleLines = { lines: [], helpers: [] };

/** One RouterOS rule. `helper`: the name for a helper chain, should it need one. */
export function compileRule(
  context: LinuxContext,
  chains: ChainIndex,
  rule: FirewallRule,
  helper: string,
): RuleLines {
  const alternatives = conditionsOf(context, chains, rule, false);
  const counting = conditionsOf(context, chains, rule, true);
  const effect = actionEffect(context, chains, rule);
  if (isRefused(alternatives)) return leftOut(context, rule, alternatives.refused);
  if (isRefused(counting)) return leftOut(context, rule, counting.refused);
  if (effect.kind === 'refused') return leftOut(context, rule, effect.why);
  if (effect.kind === 'ignored') {
    ignore(context, rule, effect.why, effect.severity);
    return nothing;
  }
  reportTarpit(context, rule);
  return assemble(alternatives, counting, tailsOf(context, chains, rule, effect.text), helper);
}

/** A rule that counts packets must count all of them in one place, whichever of its alternatives holds. */
function assemble(
  alternatives: readonly string[],
  counting: readonly string[],
  tails: readonly string[],
  helper: string,
): RuleLines {
  if (counting.join('') === '' || alternatives.length < 2) {
    return { lines: both(both(alternatives, counting), tails), helpers: [] };
  }
  const lines = both(counting, tails);
  return { lines: both(alternatives, [`jump ${helper}`]), helpers: [{ name: helper, lines }] };
}

function conditionsOf(context: LinuxContext, chains: ChainIndex, rule: FirewallRule, counting: boolean) {
  const matchers = rule.matchers.filter(matcher => isCounting(matcher) === counting);
  const conditions = conjunction(context, rule, matchers);
  if (counting || isRefused(conditions) || rule.action.kind !== 'mark-routing') return conditions;
  return both(conditions, guardRouting(context, chains, [rule]));
}

/** What a rule does, as lines that act in turn. Where connections keep decisions, one sets their mark only to change it. */
export function tailsOf(
  context: LinuxContext,
  chains: ChainIndex,
  rule: FirewallRule,
  effect: string,
): readonly string[] {
  const { action } = rule;
  const log = rule.log && action.kind !== 'log' ? logStatement(rule) : '';
  const comment = commentOf(shortPlaceOf(rule.origin));
  const isAlwaysOther = action.kind !== 'mark-connection' || asksOther(context, rule.matchers, action.mark);
  if (isAlwaysOther || !chains.keeps) return [join('counter', log, effect, comment)];
  const [isOther, isSame] = [hasMark(context, action.mark, '!='), hasMark(context, action.mark, '==')];
  if (action.passthrough) return [join('counter', log, isOther, effect, comment)];
  // Both ask for a connection: what belongs to none passes the rule by.
  const end = chains.endOf(rule.table, rule.chain);
  return [join(isOther, 'counter', log, effect, comment), join(isSame, 'counter', log, end, comment)];
}

/** Does the rule itself ask for another connection mark than this one? */
export function asksOther(
  { marks }: LinuxContext,
  matchers: FirewallRule['matchers'],
  mark: string,
): boolean {
  const number = markNumber(marks, 'connection', mark);
  return matchers.some(
    one =>
      one.kind === 'connection-mark' &&
      (markNumber(marks, 'connection', one.mark) === number) === one.negated,
  );
}

/** The statement's place, so that the kernel's counters can be read back as lines of the text. */
export function commentOf(place: string): string {
  return place === '' ? '' : `comment ${quote(place)}`;
}

function leftOut(context: LinuxContext, rule: FirewallRule, why: Said): RuleLines {
  leaveOut(context, rule, why);
  return nothing;
}

function reportTarpit({ report }: LinuxContext, rule: FirewallRule): void {
  if (rule.action.kind !== 'tarpit') return;
  report(rule.origin, {
    id: 'compile/tarpit',
    severity: 'warning',
    what: {
      en: 'action=tarpit becomes drop: nftables cannot hold connections open.',
      id: 'action=tarpit menjadi drop: nftables tidak dapat menahan koneksi tetap terbuka.',
    },
  });
}
