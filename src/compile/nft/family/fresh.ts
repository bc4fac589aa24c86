import { hex, markLayout } from '../../../linux/index.ts';
import type { LinuxContext } from '../../context.ts';
import type { First } from '../../lines/used.ts';
import { markNumber } from '../../numbers.ts';
import { isDivided } from '../../shares/index.ts';
import { actMark } from '../act/mark.ts';
import type { ChainIndex } from '../chain-index.ts';
import { join } from '../condition.ts';
import { tailsOf } from '../rule.ts';
import type { Family } from './family.ts';
import { nextOf, type Onward } from './onward.ts';

// The first packet of a connection finds nothing in its mark: no number of a line, nothing that is kept. So what the rules and the
// end of the chain would leave there is known, and is set at once. Connections that were there before the rules, and those with
// bits of others, go the usual way.

const unmarked = `ct mark & ${hex(markLayout.connection.mask)} == ${hex(0)}`;
const untouched = `ct mark ${hex(0)}`;

/** The conditions of packets that find nothing in the mark; none where the rules do not ask for connections without mark. */
export const freshConditions = (conditions: readonly string[]): readonly string[] =>
  conditions.every(one => one.includes(unmarked))
    ? conditions.map(one => one.replace(unmarked, untouched))
    : [];

/** A chain for each rule: it counts for the rule and for the one that follows on its mark, and ends. None where one cannot. */
export function freshChains(
  context: LinuxContext,
  chains: ChainIndex,
  { key, rules }: Family,
  name: string,
  onward: Onward,
): readonly First[] {
  if (!chains.keeps || key !== 'per-connection-classifier' || isDivided(context, rules)) return [];
  const found = rules.flatMap((rule, i): First[] => {
    const next = nextOf(context, rule, onward);
    const { action } = next?.rule ?? {};
    if (!next || rule.action.kind !== 'mark-connection' || action?.kind !== 'mark-routing') return [];
    const effect = actMark(context, 'routing', action.mark);
    const connection = markNumber(context.marks, 'connection', rule.action.mark);
    const routing = markNumber(context.marks, 'routing', action.mark);
    if (effect.kind !== 'statements' || connection === undefined || routing === undefined) return [];
    const lines = (set: string) => [
      ...tailsOf(context, chains, rule, set),
      ...tailsOf(context, chains, next.rule, join(effect.text, 'accept')),
    ];
    return [{ name: `${name}_${i}`, connection, routing, lines }];
  });
  return found.length === rules.length ? found : [];
}
